package org.greenaudit.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Judge;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.Verdict;
import org.greenaudit.rules.certificate.Evidence;
import org.greenaudit.testing.PurchaseLines;
import org.junit.jupiter.api.Test;

/** A decision holds for what it names, while its facts hold, and for nothing else. */
class DecidedEvaluatorTest {

    private static final CatalogSnapshot CATALOG =
            CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers(), warning -> {});
    private static final Judge JUDGE = new Judge(CATALOG, List.of());
    private static final Classifier CLASSIFIER = new Classifier(CATALOG, SchemeDefault.STANDARD);
    private static final LocalDate AUDIT = LocalDate.of(2026, 6, 30);
    private static final PurchaseLine DESKTOP =
            PurchaseLines.desktop().energy("").eco("").build();

    private static LineEvaluator with(Decision... decisions) {
        return new DecidedEvaluator(
                CATALOG, CLASSIFIER, JUDGE, new Decisions(List.of(decisions), CATALOG.brands()), AUDIT);
    }

    private static Decision decision(PurchaseLine line, Ruling ruling) {
        return decision(line, ruling, false, Optional.empty());
    }

    private static Decision decision(PurchaseLine line, Ruling ruling, boolean product, Optional<LocalDate> until) {
        return new Decision(
                1, Findings.of(line, "energy-saving"), product, ruling, "甲", AUDIT, "理由充分", until, Optional.empty());
    }

    private static Optional<Verdict> energy(LineEvaluator.Judgement judgement) {
        return judgement.verdicts().stream()
                .filter(verdict -> verdict.item().listId().equals("energy-saving"))
                .findFirst();
    }

    private static Optional<Outcome> outcome(LineEvaluator evaluator, PurchaseLine line) {
        return energy(evaluator.evaluate(line)).map(Verdict::outcome);
    }

    @Test
    void eachRulingDecidesUnderItsListAlone() {
        assertThat(outcome(with(), DESKTOP)).contains(Outcome.VIOLATION);
        assertThat(outcome(with(decision(DESKTOP, new Ruling.NotListed())), DESKTOP))
                .isEmpty();
        assertThat(outcome(with(decision(DESKTOP, new Ruling.Exemption("财购〔2026〕12号"))), DESKTOP))
                .contains(Outcome.EXEMPT);
        assertThat(outcome(with(decision(DESKTOP, new Ruling.Confirmed())), DESKTOP))
                .contains(Outcome.VIOLATION);
        LineEvaluator certified = with(decision(
                DESKTOP,
                new Ruling.Certificate("CQC26701990099", Optional.empty(), Optional.empty()),
                true,
                Optional.empty()));
        LineEvaluator.Judgement judgement = certified.evaluate(DESKTOP);
        assertThat(energy(judgement)).hasValueSatisfying(verdict -> {
            assertThat(verdict.outcome()).isEqualTo(Outcome.COMPLIANT);
            assertThat(verdict.evidence()).isEqualTo(Evidence.DECIDED);
            assertThat(verdict.certificateNo()).isEqualTo("CQC26701990099");
            assertThat(verdict.warnings()).anyMatch(text -> text.key().equals("decision.by"));
        });
        assertThat(judgement.verdicts().stream()
                        .filter(verdict -> verdict.item().listId().equals("eco-label")))
                .as("the other list")
                .containsExactlyElementsOf(with().evaluate(DESKTOP).verdicts().stream()
                        .filter(verdict -> verdict.item().listId().equals("eco-label"))
                        .toList());
        assertThat(judgement.decisions())
                .containsExactly(new DecisionUse(
                        1, "energy-saving", DecisionUse.State.APPLIED, "violation", "compliant", List.of()));
    }

    /** What is no suspicion stays what it is, whatever an edited file or a decision about the product says. */
    @Test
    void onlyASuspicionIsDismissed() {
        PurchaseLine suspected = PurchaseLines.desktop()
                .code("A05010201")
                .scheme("2022")
                .energy("")
                .eco("")
                .build();
        LineEvaluator dismissed = with(decision(suspected, new Ruling.Dismissed(), true, Optional.empty()));
        assertThat(energy(with().evaluate(suspected)).map(Verdict::rule)).contains("C01");
        assertThat(outcome(dismissed, suspected)).isEmpty();
        assertThat(dismissed.evaluate(DESKTOP)).isEqualTo(with().evaluate(DESKTOP));
        assertThat(with(decision(DESKTOP, new Ruling.Dismissed())).evaluate(DESKTOP))
                .isEqualTo(with().evaluate(DESKTOP));
    }

    @Test
    void aFactIsJudgedAsIfTheFeedHadToldIt() {
        PurchaseLine printer = PurchaseLines.of("打印机")
                .code("A02010601")
                .scheme("2013")
                .brand("示例甲")
                .model("P1")
                .energy("")
                .eco("")
                .build();
        assertThat(outcome(with(), printer)).contains(Outcome.UNDETERMINED);
        assertThat(energy(with(decision(printer, new Ruling.Fact(FactKind.TECHNOLOGY, "激光")))
                        .evaluate(printer)))
                .hasValueSatisfying(verdict -> {
                    assertThat(verdict.outcome()).isEqualTo(Outcome.VIOLATION);
                    assertThat(verdict.item().entryId()).isEqualTo("ES2019-02-02");
                    assertThat(verdict.evidence()).isEqualTo(Evidence.DECIDED);
                });
        List<Text> reasons = new ArrayList<>();
        with(decision(printer, new Ruling.Fact(FactKind.TECHNOLOGY, "激光"))).evaluate(printer, reasons::add, Trace.NONE);
        assertThat(reasons)
                .as("whose word it is")
                .startsWith(Text.of("decision.told", 1, "@decision.fact.technology", "激光"));
        assertThat(energy(
                        with(decision(printer, new Ruling.Item("ES2019-02-03"))).evaluate(printer)))
                .hasValueSatisfying(
                        verdict -> assertThat(verdict.item().entryId()).isEqualTo("ES2019-02-03"));
    }

    @Test
    void aCertificateThatIsOnlyDeclaredStaysDeclared() {
        PurchaseLine declared = PurchaseLines.desktop().energy("CQC26701990099").build();
        assertThat(energy(with(decision(declared, new Ruling.Fact(FactKind.KIND, "商用")))
                        .evaluate(declared)))
                .hasValueSatisfying(verdict -> assertThat(verdict.evidence()).isEqualTo(Evidence.DECLARED));
    }

    @Test
    void changedFactsMakeADecisionStaleAndAreNamed() {
        Decision decision = decision(DESKTOP, new Ruling.NotListed());
        PurchaseLine changed = PurchaseLines.desktop()
                .model("M200")
                .spec("i7")
                .energy("")
                .eco("")
                .build();
        LineEvaluator.Judgement judgement = with(decision).evaluate(changed);
        assertThat(energy(judgement)).hasValueSatisfying(verdict -> {
            assertThat(verdict.outcome()).isEqualTo(Outcome.VIOLATION);
            assertThat(verdict.warnings()).anyMatch(text -> text.key().equals("decision.stale"));
        });
        assertThat(judgement.decisions())
                .extracting(DecisionUse::state, DecisionUse::changed)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(DecisionUse.State.STALE, List.of("model", "spec")));
    }

    @Test
    void theCatalogueOfACodeIsAFactOfItsOwn() {
        PurchaseLine coded = PurchaseLines.of("打印机")
                .code("A02010601")
                .scheme("2013")
                .energy("")
                .eco("")
                .build();
        LineEvaluator evaluator = with(decision(coded, new Ruling.NotListed()));
        assertThat(evaluator.evaluate(coded).decisions())
                .extracting(DecisionUse::state)
                .containsExactly(DecisionUse.State.APPLIED);
        for (String[] changed : new String[][] {
            {"A02010601", "2022", "category_scheme"},
            {"A02010601", "", "category_scheme"},
            {"A02010602", "2013", "category_code"},
            {"A02010602", "2022", "category_code"}
        }) {
            PurchaseLine line = PurchaseLines.of("打印机")
                    .code(changed[0])
                    .scheme(changed[1])
                    .energy("")
                    .eco("")
                    .build();
            assertThat(evaluator.evaluate(line).decisions())
                    .extracting(DecisionUse::changed)
                    .containsExactly(List.of(changed[2]));
        }
    }

    /** What a standard leaves out nobody can certify, and no decision makes a violation of it. */
    @Test
    void goodsThatAStandardLeavesOutStayAQuestion() {
        for (String[] goods :
                new String[][] {{"平板电脑", "ES2019-01-03"}, {"智能坐便器", "ES2019-15-01"}, {"电子阅读本", "ES2019-01-03"}}) {
            PurchaseLine line = PurchaseLines.of(goods[0])
                    .on("2026-03-02")
                    .brand("示例甲")
                    .model("T1")
                    .energy("")
                    .eco("")
                    .build();
            assertThat(energy(with(decision(line, new Ruling.Item(goods[1]))).evaluate(line)))
                    .as(goods[0])
                    .hasValueSatisfying(verdict -> {
                        assertThat(verdict.item().entryId()).isEqualTo(goods[1]);
                        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
                        assertThat(verdict.question().orElseThrow().id()).isEqualTo("standard-excludes-product");
                    });
        }
    }

    /** A person who has seen the paper knows more than the registry; what that says otherwise is told. */
    @Test
    void whatTheRegistrySaysOtherwiseOfAConfirmedCertificateIsTold() {
        CatalogSnapshot catalog = CatalogLoader.load(
                List.of(Path.of("catalogs"), Path.of("jobs/sample/catalogs")), FeedColumn.headers(), warning -> {});
        PurchaseLine screen = PurchaseLines.of("液晶显示器")
                .on("2026-03-02")
                .brand("示例丙")
                .model("SLMN-732")
                .energy("CQC24701990173")
                .eco("")
                .build();
        Judge judge = new Judge(catalog, List.of());
        Ruling certificate = new Ruling.Certificate("CQC24701990173", Optional.empty(), Optional.empty());
        LineEvaluator evaluator = new DecidedEvaluator(
                catalog,
                new Classifier(catalog, SchemeDefault.STANDARD),
                judge,
                new Decisions(List.of(decision(screen, certificate)), catalog.brands()),
                AUDIT);
        assertThat(energy(evaluator.evaluate(screen))).hasValueSatisfying(verdict -> {
            assertThat(verdict.outcome()).isEqualTo(Outcome.COMPLIANT);
            assertThat(verdict.warnings())
                    .filteredOn(text -> text.key().equals("decision.registry-otherwise"))
                    .singleElement()
                    .satisfies(text -> assertThat(Messages.in(Messages.CHINESE).render(text))
                            .contains("另有记载：证书 CQC24701990173 自 2026-01-01 起状态为“暂停”"));
        });
    }

    @Test
    void anExpiredDecisionAppliesNoMore() {
        Decision expired = decision(DESKTOP, new Ruling.NotListed(), false, Optional.of(AUDIT.minusDays(1)));
        Decision standing = decision(DESKTOP, new Ruling.NotListed(), false, Optional.of(AUDIT));
        assertThat(outcome(with(expired), DESKTOP)).contains(Outcome.VIOLATION);
        assertThat(with(expired).evaluate(DESKTOP).decisions())
                .extracting(DecisionUse::state)
                .containsExactly(DecisionUse.State.EXPIRED);
        assertThat(outcome(with(standing), DESKTOP)).isEmpty();
    }

    @Test
    void aCertificateCoversItsProductWithinItsDaysAndNoOther() {
        Ruling certificate = new Ruling.Certificate(
                "CQC26701990099", Optional.of(LocalDate.of(2026, 2, 1)), Optional.of(LocalDate.of(2026, 4, 1)));
        LineEvaluator evaluator = with(decision(DESKTOP, certificate, true, Optional.empty()));
        Stream.of("2026-02-01", "2026-04-01").forEach(day -> assertThat(outcome(evaluator, another(day, "m-100")))
                .as(day)
                .contains(Outcome.COMPLIANT));
        Stream.of("2026-01-31", "2026-04-02").forEach(day -> assertThat(outcome(evaluator, another(day, "M100")))
                .as(day)
                .contains(Outcome.VIOLATION));
        assertThat(outcome(evaluator, another("2026-03-01", "M100A"))).contains(Outcome.VIOLATION);
    }

    private static PurchaseLine another(String day, String model) {
        return PurchaseLines.desktop()
                .number(9)
                .on(day)
                .model(model)
                .energy("")
                .eco("")
                .build();
    }

    @Test
    void whatWasSaidOfTheRecordComesBeforeWhatWasSaidOfItsProduct() {
        Ruling certificate = new Ruling.Certificate("CQC26701990099", Optional.empty(), Optional.empty());
        LineEvaluator evaluator =
                with(decision(DESKTOP, certificate, true, Optional.empty()), decision(DESKTOP, new Ruling.NotListed()));
        assertThat(outcome(evaluator, DESKTOP)).isEmpty();
        assertThat(evaluator.evaluate(DESKTOP).decisions())
                .extracting(DecisionUse::with)
                .containsExactly(DecisionUse.OUTSIDE);
        assertThat(outcome(evaluator, another("2026-03-01", "M100"))).contains(Outcome.COMPLIANT);
    }

    /** What a bureau approved for one unit exempts no other. */
    @Test
    void anExemptionOfAProductIsItsBuyers() {
        Ruling approved = new Ruling.Exemption("财购〔2026〕12号");
        LineEvaluator evaluator = with(decision(DESKTOP, approved, true, Optional.empty()));
        PurchaseLine again = another("2026-05-01", "m-100");
        PurchaseLine elsewhere = PurchaseLines.desktop()
                .number(9)
                .buyer("另一单位", BuyerType.ADMINISTRATION)
                .energy("")
                .eco("")
                .build();
        assertThat(outcome(evaluator, again)).contains(Outcome.EXEMPT);
        assertThat(evaluator.evaluate(elsewhere)).isEqualTo(with().evaluate(elsewhere));

        Decision made = decision(DESKTOP, approved, true, Optional.empty());
        Decision.Finding finding = made.finding();
        LineEvaluator ofEarlierVersion = with(new Decision(
                1,
                new Decision.Finding(
                        finding.recordId(),
                        finding.listId(),
                        finding.brand(),
                        finding.model(),
                        new BuyingUnit("", "", ""),
                        finding.facts()),
                true,
                approved,
                "甲",
                AUDIT,
                "",
                Optional.empty(),
                Optional.empty()));
        assertThat(outcome(ofEarlierVersion, DESKTOP)).contains(Outcome.EXEMPT);
        assertThat(outcome(ofEarlierVersion, again)).as("the unit is not known").contains(Outcome.VIOLATION);
    }

    /** The capacity decides the row of the one list, and the technology that of both. */
    @Test
    void aFactIsUsedUnderEveryListThatItTouchesAndNoOther() {
        PurchaseLine printer = PurchaseLines.of("打印机")
                .brand("示例甲")
                .model("P900")
                .energy("")
                .eco("")
                .build();
        assertThat(with(decision(printer, new Ruling.Fact(FactKind.TECHNOLOGY, "激光")))
                        .evaluate(printer)
                        .decisions())
                .extracting(DecisionUse::listId)
                .containsExactly("eco-label", "energy-saving");
        PurchaseLine cooler = PurchaseLines.of("多联式空调机组")
                .brand("示例甲")
                .model("K1")
                .energy("")
                .eco("")
                .build();
        LineEvaluator.Judgement small = with(decision(cooler, new Ruling.Fact(FactKind.CAPACITY, "12kW")))
                .evaluate(cooler);
        assertThat(small.decisions()).extracting(DecisionUse::listId).containsExactly("energy-saving");
        assertThat(small.verdicts())
                .filteredOn(verdict -> verdict.item().listId().equals("eco-label"))
                .containsExactlyElementsOf(with().evaluate(cooler).verdicts().stream()
                        .filter(verdict -> verdict.item().listId().equals("eco-label"))
                        .toList());
    }

    @Test
    void aFactThatChangesNothingIsSaidAndNotApplied() {
        LineEvaluator.Judgement judgement = with(decision(DESKTOP, new Ruling.Fact(FactKind.TECHNOLOGY, "激光")))
                .evaluate(DESKTOP);
        assertThat(judgement.decisions()).isEmpty();
        assertThat(energy(judgement)).hasValueSatisfying(verdict -> {
            assertThat(verdict.outcome()).isEqualTo(Outcome.VIOLATION);
            assertThat(verdict.evidence()).isNotEqualTo(Evidence.DECIDED);
            assertThat(verdict.warnings()).extracting(Text::key).contains("decision.idle");
        });
    }

    /** What was decided about a product is about the goods, whoever told their brand and model. */
    @Test
    void aCertificateReachesTheProductThatFactsTell() {
        Decision certificate = decision(
                PurchaseLines.desktop().number(7).model("M200").build(),
                new Ruling.Certificate("CQC26701990099", Optional.empty(), Optional.empty()),
                true,
                Optional.empty());
        PurchaseLine unnamed =
                PurchaseLines.desktop().brand("").model("").energy("").eco("").build();
        Decision brand = decision(unnamed, new Ruling.Fact(FactKind.BRAND, DESKTOP.brand()));
        Decision model = decision(unnamed, new Ruling.Fact(FactKind.MODEL, "M200"));
        assertThat(outcome(with(certificate), unnamed)).isNotEqualTo(Optional.of(Outcome.COMPLIANT));
        assertThat(outcome(with(brand, model, certificate), unnamed)).contains(Outcome.COMPLIANT);
        PurchaseLine misnamed =
                PurchaseLines.desktop().model("M200").energy("").eco("").build();
        assertThat(outcome(with(certificate), misnamed)).contains(Outcome.COMPLIANT);
        assertThat(outcome(with(certificate, decision(misnamed, new Ruling.Fact(FactKind.MODEL, "M300"))), misnamed))
                .as("the goods are another product")
                .contains(Outcome.VIOLATION);
    }

    /** C03 asks one thing of a line: whether goods were bought or a service. */
    @Test
    void goodsOrServiceIsAnsweredOnceForEveryList() {
        PurchaseLine service = PurchaseLines.desktop()
                .code("C23120100")
                .scheme("2022")
                .energy("")
                .eco("")
                .build();
        assertThat(with().evaluate(service).verdicts())
                .extracting(Verdict::rule)
                .containsExactly("C03", "C03");
        LineEvaluator.Judgement dismissed =
                with(decision(service, new Ruling.Dismissed())).evaluate(service);
        assertThat(dismissed.verdicts()).isEmpty();
        assertThat(dismissed.decisions())
                .extracting(DecisionUse::listId, DecisionUse::with)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("eco-label", DecisionUse.OUTSIDE),
                        org.assertj.core.api.Assertions.tuple("energy-saving", DecisionUse.OUTSIDE));
        assertThat(with(decision(service, new Ruling.Item("ES2019-01-01")))
                        .evaluate(service)
                        .verdicts())
                .extracting(Verdict::rule)
                .containsExactlyInAnyOrder("M1", "L1");
        assertThat(with(decision(service, new Ruling.NotListed()))
                        .evaluate(service)
                        .verdicts())
                .as("says nothing of the other list")
                .extracting(Verdict::rule)
                .containsExactly("C03");
    }

    @Test
    void aLineThatNoDecisionNamesIsJudgedAsEver() {
        Decision decision = decision(DESKTOP, new Ruling.NotListed());
        for (String item : List.of("台式计算机", "打印机", "办公椅", "空调", "桌子", "服务器维修")) {
            PurchaseLine line = PurchaseLines.of(item)
                    .number(5)
                    .brand("示例甲")
                    .model("M100")
                    .energy("")
                    .build();
            assertThat(with(decision).evaluate(line)).as(item).isEqualTo(with().evaluate(line));
        }
    }

    @Test
    void aWithdrawnDecisionIsNone() {
        Decision made = decision(DESKTOP, new Ruling.NotListed());
        Decision withdrawn = new Decision(
                1,
                made.finding(),
                false,
                made.ruling(),
                "甲",
                AUDIT,
                "",
                Optional.empty(),
                Optional.of(new Decision.Withdrawal("乙", AUDIT, "有误")));
        assertThat(outcome(with(withdrawn), DESKTOP)).contains(Outcome.VIOLATION);
        assertThat(new Decisions(List.of(withdrawn), CATALOG.brands()).fingerprint())
                .isEmpty();
    }
}
