package org.greenaudit.rules;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.testing.ByList;

/**
 * One row of {@code cases/*.csv}: a purchase as a feed would bring it, what the registry holds, and the verdict that the
 * domain's text asks for.
 *
 * @param cells the row's cells by column
 */
record JudgementCase(Map<String, String> cells) {

    static final Path FOLDER = Path.of("src/test/resources/cases");

    /** Every case of every file, in file order. */
    static List<JudgementCase> all() {
        List<JudgementCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                cases.addAll(in(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    /** The rows of a file whose header names the columns of a case, as far as it has them. */
    static List<JudgementCase> in(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return format.parse(reader).stream()
                    .map(CSVRecord::toMap)
                    .map(JudgementCase::new)
                    .toList();
        }
    }

    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** This row with another text in one cell. */
    JudgementCase with(String column, String text) {
        Map<String, String> changed = new HashMap<>(cells);
        changed.put(column, text);
        return new JudgementCase(changed);
    }

    /** The cells of the feed's columns, in the feed's order; the buyer is always there. */
    List<String> feedCells() {
        return KnownColumns.ALL.all().stream()
                .map(column -> column == FeedColumn.BUYER_NAME ? "示例单位" : cell(column.header()))
                .toList();
    }

    boolean hasCertificateColumns() {
        return !cell("certificate_columns").equals("no");
    }

    List<String> certificates() {
        return Stream.of(cell("certificates").split(" "))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What the verdicts should be, in the words of {@link #told}, by list id; lists that the case leaves open are not in it. */
    Map<String, String> expected() {
        return ByList.of(cell("expected"));
    }

    /** A verdict in the words of the cases: outcome, rules or question or evidence, duty, entry. */
    static String told(Verdict verdict) {
        String decided =
                switch (verdict.outcome()) {
                    case COMPLIANT -> verdict.evidence().id();
                    case EXEMPT -> "-";
                    case UNDETERMINED ->
                        (verdict.rule().isEmpty() ? "" : verdict.rule() + ":")
                                + verdict.question().orElseThrow().id();
                    case VIOLATION ->
                        String.join(
                                "+",
                                Stream.concat(Stream.of(verdict.rule()), verdict.otherRules().stream())
                                        .toList());
                };
        return String.join(
                " ",
                verdict.outcome().id(),
                decided,
                verdict.duty().id(),
                verdict.item().entryId());
    }

    /** Whether a verdict told in words is the expected one, where the word {@code *} stands for any other. */
    static boolean agrees(String told, String expected) {
        String[] have = told.split(" ");
        String[] want = expected.split(" ");
        if (have.length != want.length) {
            return false;
        }
        for (int i = 0; i < have.length; i++) {
            if (!want[i].equals("*") && !want[i].equals(have[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return cell("case") + " (" + cell("point") + ") " + cell("what");
    }
}
