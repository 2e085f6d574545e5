package org.greenaudit.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.rules.RuleBook;
import org.junit.jupiter.api.Test;

/** Every text for people exists in both languages. */
class MessagesTest {

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

    @Test
    void everyWarningReasonAndQuestionHasAText() {
        Stream<String> keys = Stream.of(
                        Arrays.stream(DataWarning.values()).map(w -> "warning." + w.id()),
                        Arrays.stream(RejectReason.values()).map(r -> "reject." + r.id()),
                        RuleBook.questions().stream().map(q -> "question." + q.id()))
                .flatMap(s -> s);
        assertThat(keys).allMatch(chinese.keys()::contains);
    }

    private static int arguments(Messages messages, String key) {
        return new MessageFormat(messages.pattern(key), messages.locale()).getFormatsByArgumentIndex().length;
    }
}
