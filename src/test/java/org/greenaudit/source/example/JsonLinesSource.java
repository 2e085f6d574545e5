package org.greenaudit.source.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.FeedRow;
import org.greenaudit.purchase.HeaderReader;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.LineParser;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.InputFiles;
import org.greenaudit.source.Partition;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.RowBlocks;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourceNames;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.text.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON Lines as a source of purchases, the example of {@code src/docs/add-a-source.md}: one object on each line. */
final class JsonLinesSource implements PurchaseSource {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> names;
    private final HeaderReader headers;

    JsonLinesSource(List<String> names, HeaderReader headers) {
        this.names = names;
        this.headers = headers;
    }

    @Override
    public SourcePlan plan() {
        try {
            List<Path> files = InputFiles.of(names);
            List<SourcePlan.SourceFile> planned = new ArrayList<>();
            List<Partition> partitions = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                SourcePlan.SourceFile file = plan(i, SourceNames.of(files).get(i), files.get(i));
                planned.add(file);
                partitions.add(new Partition(i, i, 0, file.content().bytes(), 1, 0));
            }
            return new SourcePlan(planned, partitions, List.of());
        } catch (IOException e) {
            throw new InputException(Text.of("source.read-failed", FileTrouble.of(e)));
        }
    }

    private SourcePlan.SourceFile plan(int sourceNo, String name, Path file) throws IOException {
        List<JsonNode> rows = rows(file);
        FeedLayout layout = headers.read(sourceNo, name, keys(rows));
        SourceContent content =
                new SourceContent(sourceNo, name, Files.size(file), Sha256.ofFile(file), "UTF-8", rows.size());
        return new SourcePlan.SourceFile(
                content, file.toString(), ',', layout.columns(), new SourcePlan.Header(0, keys(rows)), List.of());
    }

    @Override
    public BlockReader open(SourcePlan plan, Partition partition, int blockLines) throws IOException {
        SourcePlan.SourceFile planned = plan.files().get(partition.sourceNo());
        Path file = Path.of(planned.location());
        if (!Sha256.ofFile(file).equals(planned.content().sha256())) {
            throw new InputException(Text.of("source.changed", file));
        }
        List<JsonNode> rows = rows(file);
        List<String> keys = keys(rows);
        FeedLayout layout = headers.read(partition.sourceNo(), planned.content().name(), keys);
        return new Blocks(rows, keys, layout, partition.number(), blockLines);
    }

    private static List<JsonNode> rows(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(JsonLinesSource::object)
                .toList();
    }

    /** The object on a line; one without anything where there is none. */
    private static JsonNode object(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** Every key that some object uses, in the order in which they come: they are the headers. */
    private static List<String> keys(List<JsonNode> rows) {
        Set<String> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.addAll(row.propertyNames()));
        return new ArrayList<>(keys);
    }

    /** One object under the headers. */
    private record Row(JsonNode object, List<String> keys) implements FeedRow {

        @Override
        public int cells() {
            return keys.size();
        }

        @Override
        public String cell(int index) {
            return index < keys.size() ? object.path(keys.get(index)).asString("") : "";
        }
    }

    /** The rows of the file, block by block. */
    private static final class Blocks extends RowBlocks {

        private final List<JsonNode> rows;
        private final List<String> keys;
        private final LineParser parser;
        private int line;

        Blocks(List<JsonNode> rows, List<String> keys, FeedLayout layout, int partition, int blockLines)
                throws IOException {
            super(partition, blockLines);
            this.rows = rows;
            this.keys = keys;
            this.parser = new LineParser(layout);
            begin();
        }

        @Override
        protected boolean advance() {
            return ++line <= rows.size();
        }

        @Override
        protected Parsed read() {
            return parser.parse(line, new Row(rows.get(line - 1), keys));
        }

        @Override
        public void close() {
            // the lines were read at once
        }
    }
}
