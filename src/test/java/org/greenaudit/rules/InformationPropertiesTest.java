package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.greenaudit.rules.JudgedLines.Change;
import org.greenaudit.rules.JudgedLines.Law;
import org.greenaudit.rules.JudgedLines.Verdicts;

/** What more or less is told of a purchase: a brand or model opens no question, and silence is no violation. */
@Tag("slow")
class InformationPropertiesTest {

    private static final Map<String, String> CERTIFICATES =
            Map.of("energy-saving", "energy_certificate_no", "eco-label", "eco_certificate_no");
    private static final List<String> CELLS = Stream.concat(
                    Stream.of("spec", "model", "brand", "category_name", "category_code"),
                    CERTIFICATES.values().stream().sorted())
            .toList();

    /** What can be read of the kind beside the item name. */
    private static final List<String> BESIDE_THE_NAME = List.of("category_code", "category_name", "spec");

    /** Questions that one cell raises by what it says against another, or of the goods: without it nothing is open. */
    private static final Pattern RAISED = Pattern.compile("undetermined (?:C03:goods-or-service|code-name-conflict"
            + "|category-scheme|production-line|standard-excludes-product|kind-ambiguous) .*");

    private static final Pattern OF_THE_CITATION = Pattern.compile(
            "undetermined (?:certificate-not-in-partial-registry|citation-is-no-number|citation-destroyed|citation-unclear|citation-remarked) .*");

    private static final Pattern NONE_CITED = Pattern.compile("violation \\S*[MPL]1 .*");

    /** What is done with goods stands before them, and their brand behind it. */
    private static final Pattern OPENS_WITH_A_VERB = Pattern.compile("(?:租|出售|拍卖|处置).*");

    private static JudgedLines lines;

    /** The lines with a certificate that nobody can look up: where the kind is certain, they are compliant. */
    private static JudgedLines declared;

    @BeforeContainer
    static void judge() throws IOException {
        lines = new JudgedLines();
        declared = lines.each(line -> Stream.of(line.with("registry", "none")
                .with("certificates", "")
                .with("certificate_columns", "yes")
                .with("energy_certificate_no", "CQC24701999999")
                .with("eco_certificate_no", "CEC2024ELP99999999")));
    }

    @AfterContainer
    static void close() throws IOException {
        lines.close();
    }

    @Example
    void aBrandInItsCellOpensNoQuestionAboutTheKind() {
        holds(declared, Verdicts::same, filled("brand", "联想"));
    }

    @Example
    void aModelInItsCellOpensNoQuestionAboutTheKind() {
        holds(declared, Verdicts::same, filled("model", "KX-318T"));
    }

    @Example
    void aBrandBeforeTheNameOpensNoQuestionAboutTheKind() {
        for (String brand : List.of("联想", "HP ")) {
            holds(declared, Verdicts::same, named(name -> brand + name));
        }
    }

    @Example
    void aModelBehindTheNameOpensNoQuestionAboutTheKind() {
        holds(declared, Verdicts::same, named(name -> name + " KX-318T"));
    }

    @Example
    void brandAndModelRoundTheNameOpenNoQuestionAboutTheKind() {
        holds(declared, Verdicts::same, named(name -> "联想" + name + " KX-318T"));
        holds(declared, Verdicts::same, named(name -> "联想KX-318T " + name));
    }

    /**
     * Two removals answer a question and may rightly show a violation. A cell beside the name that raised the question by
     * what it said (a code of other goods or of services, a production line): where the name alone tells a violation,
     * as it may by point 4.9. And the cell of the certificate that was asked about: an empty one says that none is cited
     * (point 5, check 1).
     */
    @Example
    void anEmptiedCellTurnsNoQuestionIntoAViolation() {
        for (int i = 0; i < CELLS.size(); i++) {
            for (int j = i; j < CELLS.size(); j++) {
                String one = CELLS.get(i);
                String two = CELLS.get(j);
                holds(
                        lines,
                        InformationPropertiesTest::isNoAccusationBySilence,
                        line -> line.cell(one).isEmpty() || line.cell(two).isEmpty()
                                ? Stream.empty()
                                : Stream.of(line.with(one, "").with(two, "")));
            }
        }
    }

    private static boolean isNoAccusationBySilence(Verdicts verdicts) {
        return !verdicts.told().startsWith("undetermined")
                || !verdicts.then().startsWith("violation")
                || tookBackTheQuestion(verdicts)
                || tookBackTheCitation(verdicts);
    }

    private static boolean tookBackTheQuestion(Verdicts verdicts) {
        if (!RAISED.matcher(verdicts.told()).matches()
                || BESIDE_THE_NAME.stream().noneMatch(column -> isEmptied(column, verdicts))) {
            return false;
        }
        JudgementCase nameAlone = verdicts.changed();
        for (String column : BESIDE_THE_NAME) {
            nameAlone = nameAlone.with(column, "");
        }
        return lines.told(nameAlone).getOrDefault(verdicts.list(), "").startsWith("violation");
    }

    private static boolean tookBackTheCitation(Verdicts verdicts) {
        return OF_THE_CITATION.matcher(verdicts.told()).matches()
                && isEmptied(CERTIFICATES.get(verdicts.list()), verdicts)
                && NONE_CITED.matcher(verdicts.then()).matches();
    }

    private static boolean isEmptied(String column, Verdicts verdicts) {
        return !verdicts.line().cell(column).equals(verdicts.changed().cell(column));
    }

    /** A feed without certificate columns says nothing: only a complete registry may accuse (point 5, check 1). */
    @Example
    void aFeedWithoutCertificateColumnsTurnsNoQuestionIntoAViolation() {
        holds(
                lines,
                InformationPropertiesTest::isNoAccusationBySilence,
                line -> line.cell("registry").equals("complete")
                        ? Stream.empty()
                        : Stream.of(line.with("certificate_columns", "no")));
    }

    private static Change filled(String column, String text) {
        return line -> line.cell(column).isEmpty() ? Stream.of(line.with(column, text)) : Stream.empty();
    }

    private static Change named(UnaryOperator<String> change) {
        return line -> {
            String name = line.cell("item_name");
            return name.isEmpty() || OPENS_WITH_A_VERB.matcher(name).matches()
                    ? Stream.empty()
                    : Stream.of(line.with("item_name", change.apply(name)));
        };
    }

    private static void holds(JudgedLines lines, Law law, Change change) {
        assertThat(lines.breaking(law, change)).isEmpty();
    }
}
