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
import org.greenaudit.purchase.HeaderReading;
import org.greenaudit.purchase.LineParser;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.InputException;
import org.greenaudit.source.Partition;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.RowBlocks;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourceException;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.text.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON Lines as a source of purchases, the example of {@code src/docs/add-a-source.md}: one object on each line. */
final class JsonLinesSource implements PurchaseSource {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final HeaderReader headers;

    JsonLinesSource(Path file, HeaderReader headers) {
        this.file = file;
        this.headers = headers;
    }

    @Override
    public SourcePlan plan() {
        try {
            List<JsonNode> rows = rows();
            FeedLayout layout = layout(names(rows));
            SourceContent content =
                    new SourceContent(0, layout.source(), Files.size(file), Sha256.ofFile(file), "UTF-8", rows.size());
            return new SourcePlan(
                    List.of(new SourcePlan.SourceFile(
                            content, file.toAbsolutePath().toString(), ',', layout.columns(), layout.headerCells())),
                    List.of(new Partition(0, 0, 0, content.bytes(), 1)),
                    List.of());
        } catch (IOException e) {
            throw new InputException(Text.of("source.read-failed", FileTrouble.of(e)));
        }
    }

    @Override
    public BlockReader open(SourcePlan plan, Partition partition, int blockLines) throws IOException {
        SourceContent planned = plan.files().get(partition.sourceNo()).content();
        if (!Sha256.ofFile(file).equals(planned.sha256())) {
            throw new SourceException(Text.of("source.changed", file));
        }
        List<JsonNode> rows = rows();
        List<String> names = names(rows);
        return new Blocks(rows, names, layout(names), partition.number(), blockLines);
    }

    private FeedLayout layout(List<String> names) {
        HeaderReading reading = headers.read(0, file.getFileName().toString(), names);
        if (reading instanceof HeaderReading.NotUnderstood not) {
            throw new InputException(not.problem());
        }
        return ((HeaderReading.Understood) reading).layout();
    }

    private List<JsonNode> rows() throws IOException {
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

    /** Every name that some object uses, in the order in which they come: they are the headers. */
    private static List<String> names(List<JsonNode> rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.propertyNames()));
        return new ArrayList<>(names);
    }

    /** One object under the headers. */
    private record Row(JsonNode object, List<String> names) implements FeedRow {

        @Override
        public int cells() {
            return names.size();
        }

        @Override
        public String cell(int index) {
            return index < names.size() ? object.path(names.get(index)).asString("") : "";
        }
    }

    /** The rows of the file, block by block. */
    private static final class Blocks extends RowBlocks {

        private final List<JsonNode> rows;
        private final List<String> names;
        private final LineParser parser;
        private int line;

        Blocks(List<JsonNode> rows, List<String> names, FeedLayout layout, int partition, int blockLines)
                throws IOException {
            super(partition, blockLines);
            this.rows = rows;
            this.names = names;
            this.parser = new LineParser(layout);
            begin();
        }

        @Override
        protected boolean advance() {
            return ++line <= rows.size();
        }

        @Override
        protected Parsed read() {
            return parser.parse(line, new Row(rows.get(line - 1), names));
        }

        @Override
        public void close() {
            // the lines were read at once
        }
    }
}
