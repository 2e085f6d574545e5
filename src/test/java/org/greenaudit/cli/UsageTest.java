package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.greenaudit.message.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    private final CliHarness cli = new CliHarness();

    @Test
    void helpIsChineseUnlessEnglishIsAskedFor() {
        assertThat(cli.run("--help")).isZero();
        assertThat(cli.out()).contains("用法：", "命令：", "退出状态：").doesNotContain("Usage");
    }

    @Test
    void helpIsEnglishWhenAskedFor() {
        assertThat(cli.run("audit", "--help", "--locale=en")).isZero();
        assertThat(cli.out())
                .contains("Usage: greenaudit audit", "Exit status:")
                .doesNotContain("退出");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyExitStatusIsNamed(String language) {
        assertThat(cli.run("--help", "--locale=" + language)).isZero();
        assertThat(cli.out()).containsPattern("(?s)\\b0\\b.*\\b1\\b.*\\b2\\b.*\\b3\\b.*\\b130\\b.*\\b143\\b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "check", "explain", "catalogs", "rules", "generate"})
    void everyOptionOfACommandIsDescribed(String command) {
        cli.run(command, "--help", "--locale=en");
        assertThat(cli.out().lines().filter(line -> line.matches("\\s+(-\\w, )?\\s*--\\S+")))
                .allSatisfy(line ->
                        assertThat(cli.out()).containsPattern(java.util.regex.Pattern.quote(line) + "\\R {20,}\\S"));
    }

    @Test
    void bothLanguagesDescribeTheSameThings() {
        assertThat(bundle(Locale.ENGLISH).keySet())
                .containsExactlyInAnyOrderElementsOf(bundle(Messages.CHINESE).keySet());
    }

    @Test
    void unknownCommandIsTwoAndNamesASimilarOne() {
        assertThat(cli.run("audt", "--locale=en")).isEqualTo(2);
        assertThat(cli.err()).contains("Unknown argument", "audt", "Did you mean: audit");
    }

    @Test
    void missingOptionIsNamed() {
        assertThat(cli.run("explain", "--locale", "en")).isEqualTo(2);
        assertThat(cli.err()).contains("Required and missing: --record");
    }

    @Test
    void optionWithoutItsValueIsNamed() {
        assertThat(cli.run("audit", "--locale", "en", "--date")).isEqualTo(2);
        assertThat(cli.err()).contains("--date lacks its value; expected YYYY-MM-DD");
    }

    @Test
    void valueThatIsNoDateIsNamedWithWhatWasExpected() {
        assertThat(cli.run("audit", "--locale", "en", "--date", "2026-02-30")).isEqualTo(2);
        assertThat(cli.err()).contains("--date: “2026-02-30” is not understood; expected YYYY-MM-DD");
    }

    @Test
    void optionGivenTwiceIsRefused() {
        assertThat(cli.run("explain", "--locale=en", "--record", "1", "--record", "2"))
                .isEqualTo(2);
        assertThat(cli.err()).contains("--record may be given once only");
    }

    @Test
    void unknownLanguageIsRefused() {
        assertThat(cli.run("rules", "--locale", "fr")).isEqualTo(2);
        assertThat(cli.err()).contains("zh-CN|en");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "messages/usage",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
