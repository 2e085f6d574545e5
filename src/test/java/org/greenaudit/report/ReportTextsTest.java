package org.greenaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.matching.NotListedReason;
import org.greenaudit.message.Messages;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.message.Program;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everythingThatCanBeCountedHasItsWords(String language) {
        Messages messages = Messages.in(Locale.forLanguageTag(language));
        List<String> keys = new ArrayList<>();
        for (OpenQuestion question : RuleBook.questions()) {
            keys.add("report.question." + question.id());
            keys.add("report.question." + question.id() + ".do");
        }
        for (NotListedReason reason : NotListedReason.values()) {
            keys.add("not-listed." + reason.id());
        }
        for (LineOutcome outcome : LineOutcome.values()) {
            keys.add("report.outcome." + outcome.id());
        }
        for (RegistryCompleteness completeness : RegistryCompleteness.values()) {
            keys.add("report.limit.registry." + completeness.name());
        }
        for (RejectReason reason : RejectReason.values()) {
            keys.add("reject." + reason.id());
        }
        for (DataWarning warning : DataWarning.values()) {
            keys.add("warning." + warning.id());
        }
        assertThat(keys).allMatch(messages.keys()::contains);
    }

    @Test
    void theProgramVersionIsThatOfTheBuild() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>" + Program.NAME + "</artifactId>\n    <version>" + Program.VERSION
                        + "</version>");
    }
}
