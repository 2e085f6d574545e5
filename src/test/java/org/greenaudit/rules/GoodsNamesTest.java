package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.greenaudit.rules.GoodsNamesTest.Answer.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real goods names from public material, with the list rows that the policy puts them under. The page {@code
 * src/docs/goods-names.md} says how many are read rightly, per row; it is written by {@code -Dgolden.update=true}.
 */
class GoodsNamesTest {

    private static final Path PAGE = Path.of("src/docs/goods-names.md");
    private static final Map<String, String> LISTS = Map.of("energy", "energy-saving", "eco", "eco-label");

    @TempDir
    private static Path folder;

    private static List<Answer> answers;

    /** What the program says of a name under one list. */
    record Answer(String half, String expected, String row, Kind kind) {

        enum Kind {
            RIGHT,
            OTHER_ROW,
            ASKED,
            MISSED,
            ACCUSED
        }
    }

    @BeforeAll
    static void ask() {
        CaseWorld world = new CaseWorld(folder);
        answers = new ArrayList<>();
        for (JudgementCase name : GoodsNames.all()) {
            Map<String, String> told = world.answer(name).told();
            LISTS.forEach((column, list) -> answers.add(
                    answer(name.cell("half"), name.cell(column), told.getOrDefault(list, "not-applicable"))));
        }
    }

    private static Answer answer(String half, String expected, String told) {
        String[] words = told.split(" ");
        String entry = words[words.length - 1];
        boolean outside = false;
        boolean ask = false;
        boolean anyRow = false;
        boolean thisRow = false;
        for (String one : expected.split(" \\| ")) {
            outside |= one.equals("outside");
            ask |= one.startsWith("ask");
            anyRow |= !one.equals("outside") && !one.startsWith("ask");
            thisRow |= one.equals("row") || one.equals(entry);
        }
        String row = expected.split(" ")[0];
        Kind kind =
                switch (words[0]) {
                    case "violation" -> thisRow ? Kind.RIGHT : anyRow ? Kind.OTHER_ROW : Kind.ACCUSED;
                    case "undetermined" -> ask ? Kind.RIGHT : Kind.ASKED;
                    case "not-applicable" -> outside ? Kind.RIGHT : Kind.MISSED;
                    default -> throw new AssertionError("no answer that a name can have: " + told);
                };
        return new Answer(half, row, entry, kind);
    }

    @Test
    void thePageSaysHowManyNamesAreReadRightly() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page());
        }
        assertThat(page()).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void nearlyAllNamesAreReadRightly() {
        assertThat(share("tuned", Kind.RIGHT)).isGreaterThanOrEqualTo(98.0);
        assertThat(share("kept", Kind.RIGHT)).isGreaterThanOrEqualTo(96.0);
        assertThat(share("kept", Kind.ASKED)).isLessThan(3.0);
        assertThat(count("kept", Kind.ACCUSED)).isZero();
    }

    private static double share(String half, Kind kind) {
        return 100.0
                * count(half, kind)
                / answers.stream().filter(a -> a.half().equals(half)).count();
    }

    private static long count(String half, Kind kind) {
        return answers.stream()
                .filter(a -> a.half().equals(half) && a.kind() == kind)
                .count();
    }

    private static String page() {
        StringBuilder page = new StringBuilder(
                """
                # Goods names

                How the program reads goods names from public material (`src/test/resources/names`), each under both lists. The \
                expected row was decided from the policy before the program was asked. The `tuned` half was looked at while \
                terms and rules were written, the `kept` half was not. A count is one name under one list.

                | Half | All | Right | Share | Other row | Asked without need | Missed | Accused |
                |---|---|---|---|---|---|---|---|
                """);
        for (String half : List.of("tuned", "kept")) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.1f %% | %d | %d | %d | %d |%n",
                    half,
                    answers.stream().filter(a -> a.half().equals(half)).count(),
                    count(half, Kind.RIGHT),
                    share(half, Kind.RIGHT),
                    count(half, Kind.OTHER_ROW),
                    count(half, Kind.ASKED),
                    count(half, Kind.MISSED),
                    count(half, Kind.ACCUSED)));
        }
        page.append(
                """

                “Missed” is outside where a row or a question was expected, “accused” a violation where a question or \
                outside was.

                ## By expected row

                | Expected | Names | Right | Other row | Asked | Missed | Accused |
                |---|---|---|---|---|---|---|
                """);
        Map<String, Map<Kind, Long>> byRow = new TreeMap<>();
        answers.forEach(
                a -> byRow.computeIfAbsent(a.expected(), r -> new TreeMap<>()).merge(a.kind(), 1L, Long::sum));
        byRow.forEach((row, kinds) -> page.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d |%n",
                row,
                kinds.values().stream().mapToLong(Long::longValue).sum(),
                kinds.getOrDefault(Kind.RIGHT, 0L),
                kinds.getOrDefault(Kind.OTHER_ROW, 0L),
                kinds.getOrDefault(Kind.ASKED, 0L),
                kinds.getOrDefault(Kind.MISSED, 0L),
                kinds.getOrDefault(Kind.ACCUSED, 0L))));
        return page.toString();
    }
}
