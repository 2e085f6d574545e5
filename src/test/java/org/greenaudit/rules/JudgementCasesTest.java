package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.matching.Question;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.message.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code cases/*.csv}, written from the domain's text, through parser, classifier and judge. */
class JudgementCasesTest {

    @TempDir
    private static Path folder;

    private static CaseWorld world;

    @BeforeAll
    static void loadTheCatalogs() {
        world = new CaseWorld(folder);
    }

    static List<JudgementCase> cases() {
        return JudgementCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theVerdictIsTheOneTheDomainAsksFor(JudgementCase one) {
        CaseWorld.Answer answer = world.answer(one);
        assertThat(one.expected()).as(one.toString()).isNotEmpty();
        one.expected().forEach((list, expected) -> {
            String told = answer.told().getOrDefault(list, "no such list");
            assertThat(JudgementCase.agrees(told, expected))
                    .as("%s\n%s: expected %s but was %s", one, list, expected, told)
                    .isTrue();
        });
        if (!one.cell("warnings").isEmpty()) {
            assertThat(answer.verdicts())
                    .as(one.toString())
                    .flatExtracting(Verdict::warnings)
                    .extracting(Text::key)
                    .contains(one.cell("warnings"));
        }
    }

    @Test
    void everyRuleHasACase() {
        Set<String> expected = Stream.concat(words("violation"), words("undetermined"))
                .map(word -> word.split("[+:]")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(expected)
                .containsAll(RuleBook.of(world.catalog()).rules().stream()
                        .map(Rule::code)
                        .toList());
    }

    @Test
    void everyQuestionHasACase() {
        Set<String> asked = words("undetermined")
                .map(word -> word.substring(word.indexOf(':') + 1))
                .collect(Collectors.toSet());
        assertThat(asked)
                .containsAll(RuleBook.questions().stream()
                        .filter(q -> q != Question.COOLING_CAPACITY
                                && q != Question.CATEGORY_SCHEME
                                && q != Question.CODE_NAME_CONFLICT
                                && q != Question.SEVERAL_GOODS)
                        .map(OpenQuestion::id)
                        .toList());
    }

    @Test
    void thereAreEnoughCasesAndEachHasItsOwnName() {
        List<String> names = cases().stream().map(c -> c.cell("case")).toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(250);
    }

    /** The second words (primary rule, question …) of the expectations that begin with this outcome. */
    private static Stream<String> words(String outcome) {
        Pattern words = Pattern.compile(outcome + " ([^ ]+).*");
        return cases().stream()
                .flatMap(c -> c.expected().values().stream())
                .map(words::matcher)
                .filter(m -> m.matches())
                .map(m -> m.group(1));
    }
}
