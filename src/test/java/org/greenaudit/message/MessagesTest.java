package org.greenaudit.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every text for people exists in both languages. */
class MessagesTest {

    /** Rates, and counts that are never one. */
    private static final Set<String> AT_LEAST_TWO =
            Set.of("cli.progress.line", "cli.generate.done", "cli.generate.short", "source.mysql.key-twice");

    private final Messages chinese = Messages.in(Locale.SIMPLIFIED_CHINESE);
    private final Messages english = Messages.in(Locale.ENGLISH);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(english.keys()).containsExactlyInAnyOrderElementsOf(chinese.keys());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        for (String key : chinese.keys()) {
            assertThat(arguments(english, key)).as(key).isEqualTo(arguments(chinese, key));
        }
    }

    /** A count is 1 or is not: the first form is that of none and of many. */
    @Test
    void everyWordThatGoesWithACountHasItsFormForMany() {
        for (Messages messages : List.of(english, chinese)) {
            for (String key : messages.keys()) {
                assertThat(messages.pattern(key)).as(key).doesNotContainPattern("choice,(?!0#)");
            }
        }
    }

    @Test
    void everyWarningReasonAndQuestionHasAText() {
        Stream<String> keys = Stream.of(
                        Arrays.stream(DataWarning.values()).map(w -> "warning." + w.id()),
                        Arrays.stream(RejectReason.values()).map(r -> "reject." + r.id()),
                        RuleBook.questions().stream().map(q -> "question." + q.id()))
                .flatMap(s -> s);
        assertThat(keys).allMatch(chinese.keys()::contains);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|Set apart, no purchases (refunds): 1 line, 5.00 yuan; not judged, in no figure",
                "0|Set apart, no purchases (refunds): 0 lines, 5.00 yuan; not judged, in no figure",
                "2|Set apart, no purchases (refunds): 2 lines, 5.00 yuan; not judged, in no figure",
                "1,001|Set apart, no purchases (refunds): 1,001 lines, 5.00 yuan; not judged, in no figure"
            })
    void aWordGoesWithItsCount(String count, String text) {
        assertThat(english.get("cli.summary.set-apart", "refunds", count, "5.00"))
                .isEqualTo(text);
    }

    @Test
    void noCountStandsBeforeAPlainPlural() {
        Pattern counted = Pattern.compile(
                "(?<!of |above )\\{[0-9]\\} (?:lines|rows|cells|verdicts|partitions|certificates|times)\\b");
        assertThat(english.keys().stream()
                        .filter(key -> counted.matcher(String.valueOf(english.pattern(key)))
                                .find())
                        .filter(key -> !AT_LEAST_TWO.contains(key)))
                .isEmpty();
    }

    private static int arguments(Messages messages, String key) {
        return new MessageFormat(messages.pattern(key), messages.locale()).getFormatsByArgumentIndex().length;
    }
}
