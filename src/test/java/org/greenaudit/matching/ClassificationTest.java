package org.greenaudit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.testing.ByList;
import org.greenaudit.testing.PurchaseLines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every numbered point of the policy on codes and list rows, as a table of lines and what they are. */
class ClassificationTest {

    private static final Path CASES = Path.of("src/test/resources/matching/classification.csv");

    /** A line of the table; named after its point, item and code. */
    record Case(String name, PurchaseLine line, String readAs, Map<String, String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(
                CASES,
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (CSVRecord row : rows) {
                cases.add(new Case(
                        row.get("section") + " / " + row.get("item") + " " + row.get("code"),
                        line(row),
                        row.get("read_as"),
                        ByList.of(row.get("expected"))));
            }
        }
        return cases.stream();
    }

    private static PurchaseLine line(CSVRecord row) {
        PurchaseLines line = Lines.named(row.get("item"), row.get("code"))
                .scheme(row.get("scheme"))
                .category(row.get("category"))
                .model(row.get("model"))
                .spec(row.get("spec"))
                .quantity(row.get("quantity"))
                .unitPrice(row.get("unit_price"));
        return (row.get("date").isEmpty() ? line : line.on(row.get("date"))).build();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLineFallsUnderTheRowsThatThePolicyNames(Case expected) {
        Classification found = Lines.CLASSIFIER.classify(expected.line(), Trace.NONE);

        assertThat(found.scheme().map(CategoryScheme::year).orElse("")).isEqualTo(expected.readAs());
        Map<String, String> said = new LinkedHashMap<>();
        found.matches().forEach(match -> said.put(match.listId(), said(match)));
        assertThat(said).isEqualTo(expected.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyStepCanBeToldInBothLanguages(Case any) {
        List<Text> steps = new ArrayList<>();
        Lines.CLASSIFIER.classify(any.line(), new Trace() {
            @Override
            public boolean on() {
                return true;
            }

            @Override
            public void note(Text text) {
                steps.add(text);
            }
        });

        assertThat(steps).hasSizeGreaterThanOrEqualTo(4);
        for (Messages messages : List.of(Messages.in(Messages.CHINESE), Messages.in(Locale.ENGLISH))) {
            assertThat(steps)
                    .allSatisfy(step ->
                            assertThat(messages.render(step)).isNotBlank().doesNotContain("{0}", "{1}", "@"));
        }
    }

    /** What is longer than any name only hints at what is bought, and takes the time of its length to be read. */
    @ParameterizedTest
    @ValueSource(strings = {"台式计算机、", "台式计算机", "台式计算机(", "空调（含", "台式计算机联想"})
    void aTextThatIsTooLongForANameIsAQuestionWhereItsCodeDoesNotSettleIt(String part) {
        for (String text : List.of(part.repeat(4_000), part.repeat(150))) {
            assertThat(saidOf(text, "")).contains("?");
            assertThat(saidOf(text, "A05010301")).contains("?");
            assertThat(saidOf(text, "A02010105")).startsWith("ES2019-");
        }
    }

    private static String saidOf(String item, String code) {
        return Lines.CLASSIFIER.classify(Lines.line(item, code), Trace.NONE).matches().stream()
                .filter(match -> match.listId().equals("energy-saving"))
                .map(ClassificationTest::said)
                .collect(Collectors.joining());
    }

    private static String said(ListMatch match) {
        if (match instanceof ListMatch.Outside outside) {
            return outside.reason().id();
        }
        ListMatch.Inside inside = (ListMatch.Inside) match;
        StringBuilder said = new StringBuilder();
        said.append(joined(inside.candidates().stream().map(c -> c.item().entryId())))
                .append(" by ")
                .append(joined(
                        inside.candidates().stream().map(c -> c.basis().id()).distinct()));
        if (inside.mayBeOutside()) {
            said.append(" or outside");
        }
        switch (inside.contradiction()) {
            case OTHER_GOODS -> said.append(" C01");
            case SERVICE_OR_WORKS -> said.append(" C03");
            case NONE -> {}
        }
        inside.doubts().forEach(d -> said.append(" ?").append(d.question().id()));
        inside.notes().forEach(n -> said.append(" !").append(n.key().replace("note.", "")));
        return said.toString();
    }

    private static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(" "));
    }
}
