package org.greenaudit.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Judge;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.rules.LineEvaluator.Judgement;
import org.greenaudit.rules.Verdict;
import org.greenaudit.testing.PurchaseLines;

/** Whatever is bought and decided: a decision changes what it names, while it holds, and nothing else. */
class DecisionPropertiesTest {

    private static final CatalogSnapshot CATALOG =
            CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers(), warning -> {});
    private static final Classifier CLASSIFIER = new Classifier(CATALOG, SchemeDefault.STANDARD);
    private static final Judge JUDGE = new Judge(CATALOG, List.of());
    private static final LocalDate AUDIT = LocalDate.of(2026, 6, 30);
    private static final String OF_ANOTHER_RECORD = "another";

    @Provide
    Arbitrary<PurchaseLine> lines() {
        return Combinators.combine(
                        Arbitraries.of("台式计算机", "打印机", "空调", "办公椅", "桌子", "服务器维修", "液晶显示器"),
                        Arbitraries.of("示例甲", "示例乙", ""),
                        Arbitraries.of("M100", "m-100", "M200", ""),
                        Arbitraries.of("", "激光", "钢制", "制冷量 7200W"),
                        Arbitraries.of("", "CQC24701999999"),
                        Arbitraries.integers().between(2, 4))
                .as((item, brand, model, spec, cited, number) -> PurchaseLines.of(item)
                        .number(number)
                        .brand(brand)
                        .model(model)
                        .spec(spec)
                        .energy(cited)
                        .eco("")
                        .build());
    }

    @Provide
    Arbitrary<Decision> decisions() {
        Arbitrary<Ruling> rulings = Arbitraries.of(
                new Ruling.Item("ES2019-01-02"),
                new Ruling.NotListed(),
                new Ruling.Fact(FactKind.TECHNOLOGY, "激光"),
                new Ruling.Fact(FactKind.CAPACITY, "7200W"),
                new Ruling.Fact(FactKind.BRAND, "示例丙"),
                new Ruling.Fact(FactKind.MODEL, "M300"),
                new Ruling.Fact(FactKind.SCHEME, "2013"),
                new Ruling.Certificate("CQC26701990099", Optional.empty(), Optional.empty()),
                new Ruling.Exemption("示例批〔2026〕1号"),
                new Ruling.Confirmed(),
                new Ruling.Dismissed());
        return Combinators.combine(
                        Arbitraries.longs().between(1, 9),
                        lines(),
                        Arbitraries.of("energy-saving", "eco-label"),
                        Arbitraries.of(true, false),
                        rulings)
                .as((id, line, list, product, ruling) -> new Decision(
                        id,
                        Findings.of(line, list),
                        product,
                        ruling,
                        "甲",
                        AUDIT.minusDays(9),
                        "理由充分",
                        Optional.empty(),
                        Optional.empty()));
    }

    @Provide
    Arbitrary<List<Decision>> several() {
        return decisions().list().ofMinSize(1).ofMaxSize(4);
    }

    @Property(tries = 300)
    void aLineThatNoDecisionNamesIsJudgedAsWithoutThem(
            @ForAll("lines") PurchaseLine line, @ForAll("several") List<Decision> decisions) {
        List<Decision> ofOthers = decisions.stream()
                .map(decision -> about(
                        decision,
                        decision.product()
                                ? new Decision.Finding(
                                        line.recordId(),
                                        decision.finding().listId(),
                                        decision.finding().brand(),
                                        "X-" + decision.finding().model(),
                                        BuyingUnit.of(line),
                                        LineFacts.of(line).fingerprints())
                                : new Decision.Finding(
                                        OF_ANOTHER_RECORD,
                                        decision.finding().listId(),
                                        line.brand(),
                                        line.model(),
                                        BuyingUnit.of(line),
                                        LineFacts.of(line).fingerprints())))
                .toList();
        assertThat(judged(line, ofOthers)).isEqualTo(judged(line, List.of()));
    }

    @Property(tries = 300)
    void aDecisionThatDoesNotApplyChangesNoVerdict(
            @ForAll("lines") PurchaseLine line,
            @ForAll("several") List<Decision> decisions,
            @ForAll("reasons") Unfit unfit) {
        List<Decision> naming = decisions.stream()
                .map(decision -> unfit.made(
                        about(decision, Findings.of(line, decision.finding().listId()))))
                .toList();
        Judgement with = judged(line, naming);
        Judgement without = judged(line, List.of());
        assertThat(with.classification()).isEqualTo(without.classification());
        assertThat(with.verdicts().stream().map(DecisionPropertiesTest::bare))
                .containsExactlyElementsOf(without.verdicts().stream()
                        .map(DecisionPropertiesTest::bare)
                        .toList());
        assertThat(with.decisions()).extracting(DecisionUse::state).doesNotContain(DecisionUse.State.APPLIED);
        assertThat(with.decisions()).allMatch(use -> use.with().equals(use.without()));
        assertThat(with.decisions().isEmpty()).isEqualTo(unfit == Unfit.WITHDRAWN);
    }

    @Provide
    Arbitrary<Unfit> reasons() {
        return Arbitraries.of(Unfit.values());
    }

    /** Why a decision that names a line does not apply to it. */
    private enum Unfit {
        STALE {
            @Override
            Decision made(Decision decision) {
                Decision.Finding finding = decision.finding();
                PurchaseLine before = PurchaseLines.of("别的").amountFen(1).build();
                return copy(
                        decision,
                        new Decision.Finding(
                                finding.recordId(),
                                finding.listId(),
                                finding.brand(),
                                finding.model(),
                                finding.buyer(),
                                LineFacts.of(before).fingerprints()),
                        false,
                        Optional.empty(),
                        Optional.empty());
            }
        },
        EXPIRED {
            @Override
            Decision made(Decision decision) {
                return ended(decision, Optional.of(AUDIT.minusDays(1)), Optional.empty());
            }
        },
        WITHDRAWN {
            @Override
            Decision made(Decision decision) {
                return ended(decision, Optional.empty(), Optional.of(new Decision.Withdrawal("乙", AUDIT, "有误")));
            }
        };

        abstract Decision made(Decision decision);
    }

    private static Judgement judged(PurchaseLine line, List<Decision> decisions) {
        LineEvaluator evaluator =
                new DecidedEvaluator(CATALOG, CLASSIFIER, JUDGE, new Decisions(decisions, CATALOG.brands()), AUDIT);
        return evaluator.evaluate(line);
    }

    /** A verdict without what is only said beside it. */
    private static List<Object> bare(Verdict verdict) {
        return List.of(
                verdict.item(),
                verdict.outcome(),
                verdict.rule(),
                verdict.otherRules(),
                verdict.question(),
                verdict.evidence(),
                verdict.certificateNo(),
                verdict.duty(),
                verdict.warnings().stream()
                        .map(Text::key)
                        .filter(key -> !key.startsWith("decision."))
                        .toList());
    }

    private static Decision about(Decision decision, Decision.Finding finding) {
        return copy(decision, finding, decision.product(), decision.until(), decision.withdrawn());
    }

    private static Decision ended(
            Decision decision, Optional<LocalDate> until, Optional<Decision.Withdrawal> withdrawn) {
        return copy(decision, decision.finding(), decision.product(), until, withdrawn);
    }

    private static Decision copy(
            Decision decision,
            Decision.Finding finding,
            boolean product,
            Optional<LocalDate> until,
            Optional<Decision.Withdrawal> withdrawn) {
        return new Decision(
                decision.id(),
                finding,
                product,
                decision.ruling(),
                decision.by(),
                decision.on(),
                decision.reason(),
                until,
                withdrawn);
    }
}
