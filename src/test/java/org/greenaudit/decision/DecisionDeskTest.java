package org.greenaudit.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.decision.DecisionDesk.Answer;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.rules.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One door decides whether a decision may be made. */
class DecisionDeskTest {

    private static final CatalogSnapshot CATALOG =
            CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers(), warning -> {});
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final List<String> FACTS = List.of("1", "2", "3", "4", "5", "6", "7");

    private static final String RECORD = "FZ2026-0000186";
    private static final BuyingUnit BUYER = new BuyingUnit("361002", "", "虚构县教育局");

    private static final Classifier CLASSIFIER = new Classifier(CATALOG, SchemeDefault.STANDARD);

    private final DecisionDesk desk = new DecisionDesk(CATALOG, CLASSIFIER, DAY);

    private static DecisionDesk.Case judged(Outcome outcome, String rule, String question, Duty duty) {
        return new DecisionDesk.Case(
                new Decision.Finding(RECORD, "energy-saving", "示例甲", "M100", BUYER, FACTS),
                DecisionDesk.Goods.UNKNOWN,
                "ES2019-01-01",
                duty,
                outcome,
                rule,
                question,
                "采2026-018",
                DAY);
    }

    private static DecisionDesk.Case uncertified(String record, String model, LocalDate contractDate) {
        return new DecisionDesk.Case(
                new Decision.Finding(record, "energy-saving", "示例甲", model, BUYER, FACTS),
                DecisionDesk.Goods.UNKNOWN,
                "ES2019-01-01",
                Duty.MANDATORY,
                Outcome.VIOLATION,
                "M1",
                "",
                "",
                contractDate);
    }

    private static DecisionDesk.Case violation(String rule) {
        return judged(Outcome.VIOLATION, rule, "", Duty.MANDATORY);
    }

    private static DecisionDesk.Proposal proposal(
            String kind, String certificate, String approval, String note, String by) {
        return new DecisionDesk.Proposal(
                kind,
                Optional.empty(),
                certificate,
                Optional.empty(),
                Optional.empty(),
                approval,
                note,
                by,
                DAY,
                Optional.empty());
    }

    private Answer answer(DecisionDesk.Case judged, DecisionDesk.Proposal proposal, Decision... before) {
        return desk.decide(judged, proposal, List.of(before));
    }

    private List<Ruling> taken(DecisionDesk.Case judged, DecisionDesk.Proposal proposal) {
        Answer answer = answer(judged, proposal);
        assertThat(answer).isInstanceOf(Answer.Taken.class);
        return ((Answer.Taken) answer)
                .decisions().stream().map(Decision::ruling).toList();
    }

    @Test
    void everyKindIsTakenWithWhatItNeeds() {
        assertThat(taken(violation("M1"), proposal("item", "", "", "", "甲")))
                .containsExactly(new Ruling.Item("ES2019-01-01"));
        assertThat(taken(violation("M1"), proposal("item", "", "", "实为 ES2019-01-02", "甲")))
                .containsExactly(new Ruling.Item("ES2019-01-02"));
        for (String note : List.of("台式计算机", "经核对，确为台式电脑", "已核对合同和照片", "不是打印机", "属 es2019－01－01")) {
            assertThat(taken(violation("M1"), proposal("item", "", "", note, "甲")))
                    .as(note)
                    .containsExactly(new Ruling.Item("ES2019-01-01"));
        }
        for (String note : List.of("配件", "实为台式计算机支架", "实为救护车", "台式计算机已全部退货", "激光打印机配件")) {
            assertThat(taken(violation("M1"), proposal("not-listed", "", "", note, "甲")))
                    .as(note)
                    .containsExactly(new Ruling.NotListed());
        }
        assertThat(taken(violation("M1"), proposal("not-listed", "", "", "配件", "甲")))
                .containsExactly(new Ruling.NotListed());
        for (String number : List.of("ＣＱＣ26701990099", "证书号：CQC26701990099", "CQC 2670 1990099（附复印件）")) {
            assertThat(taken(violation("M1"), proposal("certificate", number, "", "", "甲")))
                    .containsExactly(new Ruling.Certificate("CQC26701990099", Optional.empty(), Optional.empty()));
        }
        assertThat(taken(violation("M1"), proposal("exemption", "", "财购〔2026〕12号", "", "甲")))
                .containsExactly(new Ruling.Exemption("财购〔2026〕12号"));
        assertThat(taken(
                        judged(Outcome.VIOLATION, "P1", "", Duty.PRIORITY),
                        proposal("exemption", "", "", "无认证产品可选", "甲")))
                .containsExactly(new Ruling.Exemption(""));
        assertThat(taken(violation("M1"), proposal("confirmed", "", "", "", "甲")))
                .containsExactly(new Ruling.Confirmed());
        assertThat(taken(violation("C01"), proposal("dismissed", "", "", "编码无误", "甲")))
                .containsExactly(new Ruling.Dismissed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "printer-technology | 激光              | TECHNOLOGY=激光",
                "''                 | 打印技术：激光    | TECHNOLOGY=激光",
                "cooling-capacity   | 26kW              | CAPACITY=26kW",
                "''                 | 品牌：甲；型号：M1 | BRAND=甲 MODEL=M1",
                "''                 | technology: laser | TECHNOLOGY=laser",
                "category-scheme    | 2022              | SCHEME=2022",
                "''                 | 种类：液晶        | KIND=液晶",
                "''                 | 品牌：甲 型号：M1 | BRAND=甲 MODEL=M1",
                "''                 | 品牌：甲，型号：M1、打印技术：喷墨 | BRAND=甲 MODEL=M1 TECHNOLOGY=喷墨",
                "''                 | 规格型号 SLDT-855 | MODEL=SLDT-855",
                "''                 | 品牌为甲；型号是M1 | BRAND=甲 MODEL=M1",
                "cooling-capacity   | 1.4万W            | CAPACITY=1.4万W",
                "cooling-capacity   | 3匹               | CAPACITY=3匹"
            })
    void aFactIsToldByItsLabelOrByTheQuestion(String question, String note, String facts) {
        DecisionDesk.Case asked = judged(Outcome.UNDETERMINED, "", question, Duty.MANDATORY);
        assertThat(taken(asked, proposal("fact", "", "", note, "甲")).stream()
                        .map(Ruling.Fact.class::cast)
                        .map(fact -> fact.fact() + "=" + fact.value()))
                .containsExactlyInAnyOrder(facts.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C03 | dismissed   | ''             | ''   | 是货物，不是服务 | 甲 | contrary",
                "C03 | dismissed   | ''             | ''   | 就是台式计算机，货物采购 | 甲 | contrary",
                "C03 | dismissed   | ''             | ''   | 确为台式计算机 | 甲 | listed-goods",
                "C01 | dismissed   | ''             | ''   | 疑点属实 | 甲 | contrary",
                "C01 | dismissed   | ''             | ''   | 货物是台式计算机，属实 | 甲 | listed-goods",
                "M1  | not-listed  | ''             | ''   | 就是台式计算机 | 甲 | listed-goods",
                "M1  | not-listed  | ''             | ''   | 确属台式计算机，应在清单内 | 甲 | contrary",
                "M1  | not-listed  | ''             | ''   | 属于节能产品政府采购清单 | 甲 | contrary",
                "M1  | certificate | CQC26701990099 | ''   | 证书是假的，不予认可 | 甲 | contrary",
                "M1  | certificate | CQC26701990099 | ''   | 经查该证书不存在 | 甲 | contrary",
                "M1  | certificate | CQC26701990099 | ''   | 证书已过期 | 甲 | contrary",
                "M1  | confirmed   | ''             | ''   | 经核对符合要求 | 甲 | contrary",
                "M1  | confirmed   | ''             | ''   | 误报，没有问题 | 甲 | contrary",
                "M1  | item        | ''             | ''   | 不属于该条目 | 甲 | contrary",
                "M1  | item        | ''             | ''   | 不是台式计算机 | 甲 | contrary",
                "M1  | exemption   | ''             | 虚财购〔2026〕12号 | 不同意豁免 | 甲 | contrary",
                "P1  | exemption   | ''             | ''   | 申请已被驳回 | 甲 | contrary",
                "M1  | exemption   | ''             | 13900001111 | '' | 甲 | approval-other",
                "M1  | exemption   | ''             | 电话 0794-8221234 | '' | 甲 | approval-other",
                "M1  | exemption   | ''             | CQC22701990163 | '' | 甲 | approval-other",
                "M1  | exemption   | ''             | CEC2025ELP99990001 | '' | 甲 | approval-other",
                "M1  | exemption   | ''             | HT0000111 | '' | 甲 | approval-other",
                "M1  | exemption   | ''             | 采2026－018 | '' | 甲 | approval-other",
                "M1  | exemption   | ''             | 财库〔2019〕19号 | '' | 甲 | approval-other",
                "M1  | exemption   | ''             | 根据财库[2019]9号文 | '' | 甲 | approval-other",
                "M1  | exemption   | ''             | FZ2026-0000186 | '' | 甲 | approval-other",
                "M1  | item        | ''             | ''   | 实为 ES2019-99-99 | 甲 | entry",
                "M1  | item        | ''             | ''   | 不是 ES2019-01-01，是 ES2019-01-02 | 甲 | entries",
                "M1  | item        | ''             | ''   | 实为 ES2019-1-2 | 甲 | entry",
                "M1  | item        | ''             | ''   | ES2019-01-023 | 甲 | entry",
                "M1  | item        | ''             | ''   | 打印机 | 甲 | other-goods",
                "M1  | not-listed  | ''             | ''   | 实为激光打印机 | 甲 | listed-goods",
                "M1  | certificate | ''             | CQC26701990099 | '' | 甲 | misplaced-certificate",
                "M1  | exemption   | 财购〔2026〕12号 | ''  | ''   | 甲 | misplaced-approval",
                "M1  | fact        | 激光           | ''   | ''   | 甲 | no-fact",
                "M1  | confirmed   | ''             | ''   | ''   | — | by",
                "M1  | confirmed   | ''             | ''   | ''   | 20260701 | by",
                "M1  | item        | ''             | ''   | 经核对，实为激光打印机 | 甲 | other-goods",
                "M1  | item        | ''             | ''   | 笔记本电脑 | 甲 | other-goods",
                "M1  | item        | ''             | ''   | 办公桌 | 甲 | other-goods",
                "M1  | not-listed  | ''             | ''   | ''   | 甲 | reason",
                "M1  | certificate | ''             | ''   | ''   | 甲 | no-certificate",
                "M1  | certificate | 2.4701E+13     | ''   | ''   | 甲 | certificate",
                "M1  | certificate | 正在办理       | ''   | ''   | 甲 | certificate",
                "M1  | certificate | GB 21520-2023  | ''   | ''   | 甲 | certificate",
                "M1  | certificate | 138 0013 8000  | ''   | ''   | 甲 | certificate",
                "M1  | certificate | 0794-8221234   | ''   | ''   | 甲 | certificate",
                "M1  | certificate | 2026-03-05     | ''   | ''   | 甲 | certificate",
                "M1  | certificate | CQC26701990099、CQC26701990100 | '' | '' | 甲 | certificate",
                "M1  | certificate | CQC26701990099~105 | '' | '' | 甲 | certificate",
                "M1  | certificate | CCC2020010901287654 | '' | '' | 甲 | certificate-kind",
                "M1  | certificate | 2020010901287654 | '' | ''   | 甲 | certificate-kind",
                "M1  | certificate | ISO9001-12345678 | '' | ''   | 甲 | certificate-kind",
                "M1  | exemption   | ''             | 2026年3月5日 | '' | 甲 | approval",
                "M1  | exemption   | ''             | 2026-03-05 | '' | 甲 | approval",
                "M1  | fact        | ''             | ''   | 打印技术：喷雾 | 甲 | fact-value",
                "M1  | fact        | ''             | ''   | 打印技术：激光或喷墨 | 甲 | fact-value",
                "M1  | fact        | ''             | ''   | 打印技术：激光、喷墨 | 甲 | fact-value",
                "M1  | fact        | ''             | ''   | 种类：不是液晶 | 甲 | fact-value",
                "M1  | not-listed  | ''             | ''   | 无   | 甲 | reason",
                "M1  | not-listed  | ''             | ''   | 同意 | 甲 | reason",
                "C01 | dismissed   | ''             | ''   | /    | 甲 | reason",
                "P1  | exemption   | ''             | ''   | 理由 | 甲 | no-approval",
                "M1  | exemption   | ''             | 123  | ''   | 甲 | approval",
                "M1  | confirmed   | CQC26701990099 | ''   | ''   | 甲 | surplus-certificate",
                "M1  | confirmed   | ''             | 虚财购〔2026〕12号 | '' | 甲 | surplus-approval",
                "M1  | fact        | ''             | ''   | 制冷量：很大 | 甲 | fact-value",
                "M1  | fact        | ''             | ''   | 制冷量：26 | 甲 | fact-value",
                "M1  | fact        | ''             | ''   | 型号：见附件 | 甲 | fact-value",
                "M1  | fact        | ''             | ''   | 品牌：无 | 甲 | fact-value",
                "M1  | fact        | ''             | ''   | 种类：很好 | 甲 | fact-value",
                "M1  | certificate | CQC26701***    | ''   | ''   | 甲 | certificate",
                "M1  | certificate | CQC26701990099（已撤销） | '' | '' | 甲 | certificate",
                "M1  | exemption   | ''             | ''   | 领导同意 | 甲 | no-approval",
                "M1  | exemption   | ''             | 待批 | ''   | 甲 | approval",
                "M1  | dismissed   | ''             | ''   | 无误 | 甲 | no-suspicion",
                "C01 | dismissed   | ''             | ''   | ''   | 甲 | reason",
                "''  | confirmed   | ''             | ''   | ''   | 甲 | no-violation",
                "M1  | fact        | ''             | ''   | ''   | 甲 | no-fact",
                "M1  | fact        | ''             | ''   | 很好 | 甲 | fact",
                "M1  | fact        | ''             | ''   | 品目版本：2019 | 甲 | fact-value",
                "M1  | something   | ''             | ''   | ''   | 甲 | kind",
                "M1  | confirmed   | ''             | ''   | ''   | '' | by"
            })
    void whatLacksSomethingIsRefusedInWords(
            String rule, String kind, String certificate, String approval, String note, String by, String why) {
        DecisionDesk.Case judged =
                rule.isEmpty() ? judged(Outcome.UNDETERMINED, "", "", Duty.MANDATORY) : violation(rule);
        Answer answer = answer(judged, proposal(kind, certificate, approval, note, by));
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(
                        refused.why().key())
                .isEqualTo("decision.refused." + why));
    }

    /** One of the other list is no ground; one that the registry holds as expired or not at all is taken, and it is said. */
    @Test
    void whatTheRegistryKnowsOfACertificateIsSaid() {
        CatalogSnapshot catalog = CatalogLoader.load(
                List.of(Path.of("catalogs"), Path.of("jobs/sample/catalogs")), FeedColumn.headers(), warning -> {});
        DecisionDesk informed = new DecisionDesk(catalog, new Classifier(catalog, SchemeDefault.STANDARD), DAY);
        DecisionDesk.Case desktop = uncertified("R1", "SLDT-500", LocalDate.of(2026, 3, 2));
        assertThat(informed.decide(desktop, proposal("certificate", "CEC2025ELP99990001", "", "", "甲"), List.of()))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(
                                Messages.in(Messages.CHINESE).render(refused.why()))
                        .contains("不能作为依据：证书 CEC2025ELP99990001 的认证类别为环境标志产品"));
        assertThat(remarks(informed, desktop, "CQC24701990000")).isEmpty();
        assertThat(remarks(informed, desktop, "CQC25701990002"))
                .singleElement()
                .asString()
                .contains("所购品牌为 示例甲");
        assertThat(remarks(informed, desktop, "CQC26701999999"))
                .singleElement()
                .asString()
                .contains("完整的证书库中没有编号 CQC26701999999");
    }

    private static List<String> remarks(DecisionDesk desk, DecisionDesk.Case judged, String number) {
        return ((Answer.Taken) desk.decide(judged, proposal("certificate", number, "", "", "甲"), List.of()))
                .remarks().stream().map(Messages.in(Messages.CHINESE)::render).toList();
    }

    /** What the goods are stands beside how they are certified, exempt or in violation; two words on either do not. */
    @Test
    void whatTheGoodsAreIsDecidedBesideTheirCertificate() {
        Decision item = ((Answer.Taken) answer(violation("M1"), proposal("item", "", "", "", "甲")))
                .decisions()
                .get(0)
                .stored(7);
        assertThat(answer(violation("M1"), proposal("certificate", "CQC26701999999", "", "", "乙"), item))
                .isInstanceOf(Answer.Taken.class);
        assertThat(answer(violation("M1"), proposal("exemption", "", "示例批〔2026〕1号", "", "乙"), item))
                .isInstanceOf(Answer.Taken.class);
        assertThat(answer(violation("M1"), proposal("confirmed", "", "", "", "乙"), item))
                .isInstanceOf(Answer.Taken.class);
        assertThat(answer(violation("M1"), proposal("not-listed", "", "", "配件", "乙"), item))
                .isEqualTo(new Answer.Contradicting(item));
    }

    /** A negation, a word for the other side or another clause leaves the doubt with whoever decides. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C03 | dismissed   | 不是货物，是维修服务",
                "C03 | dismissed   | 属于货物租赁服务",
                "C03 | dismissed   | 台式计算机租赁",
                "C01 | dismissed   | 编码无误",
                "C01 | dismissed   | 不属于清单",
                "M1  | not-listed  | 不属于清单",
                "M1  | not-listed  | 属于清单外的产品",
                "M1  | not-listed  | 平板电脑不在清单内",
                "M1  | not-listed  | 属于清单条目的配件",
                "M1  | not-listed  | 系统集成用的配件，因为是定制",
                "M1  | not-listed  | 是否台式计算机已无法查证",
                "M1  | certificate | 不是假的",
                "M1  | certificate | 并未过期",
                "M1  | certificate | 原证书已过期，已换新证",
                "M1  | certificate | 核实为真，有效",
                "M1  | certificate | 假期内核对",
                "M1  | confirmed   | 不符合要求",
                "M1  | confirmed   | 经核对不合规",
                "M1  | confirmed   | 有证书但型号不符",
                "M1  | confirmed   | 未提供符合要求的证书",
                "M1  | item        | 不是打印机",
                "M1  | item        | 不属于该条目，实为 ES2019-01-02",
                "P1  | exemption   | 无认证产品可选"
            })
    void aNoteThatOnlySeemsContraryIsTaken(String rule, String kind, String note) {
        DecisionDesk.Case judged =
                judged(Outcome.VIOLATION, rule, "", rule.equals("P1") ? Duty.PRIORITY : Duty.MANDATORY);
        String certificate = kind.equals("certificate") ? "CQC26701990099" : "";
        assertThat(answer(judged, proposal(kind, certificate, "", note, "甲"))).isInstanceOf(Answer.Taken.class);
    }

    @ParameterizedTest
    @CsvSource({"虚财购〔2026〕12号", "20260003", "虚财办2026-3号", "财库〔2026〕12号", "虚财购〔2026〕12号（依据财库〔2019〕19号）", "赣财购2026-07"})
    void anApprovalsOwnNumberIsTaken(String number) {
        assertThat(answer(violation("M1"), proposal("exemption", "", number, "", "甲")))
                .isInstanceOf(Answer.Taken.class);
    }

    @Test
    void theIdOfAListedItemMayStandBeforeItsName() {
        assertThat(((Answer.Taken) answer(violation("M1"), proposal("item", "", "", "ES2019-01-02-便携式计算机", "甲")))
                        .decisions())
                .extracting(Decision::ruling)
                .containsExactly(new Ruling.Item("ES2019-01-02"));
    }

    @Test
    void aSecondDecisionIsKnownOrContradicts() {
        Decision first = ((Answer.Taken) answer(violation("M1"), proposal("confirmed", "", "", "", "甲")))
                .decisions()
                .get(0)
                .stored(7);
        assertThat(answer(violation("M1"), proposal("confirmed", "", "", "", "乙"), first))
                .isEqualTo(new Answer.Known(first));
        assertThat(answer(violation("M1"), proposal("not-listed", "", "", "配件", "乙"), first))
                .isEqualTo(new Answer.Contradicting(first));
        assertThat(answer(violation("M1"), proposal("fact", "", "", "品牌：乙", "乙"), first))
                .as("a fact stands beside a conclusion")
                .isInstanceOf(Answer.Taken.class);
        Decision withdrawn = new Decision(
                7,
                first.finding(),
                false,
                first.ruling(),
                "甲",
                DAY,
                "",
                Optional.empty(),
                Optional.of(new Decision.Withdrawal("丙", DAY, "有误")));
        assertThat(answer(violation("M1"), proposal("not-listed", "", "", "配件", "乙"), withdrawn))
                .isInstanceOf(Answer.Taken.class);
    }

    /** A file of last month brings nothing back; whoever decides so anew says why. */
    @Test
    void theSameIsNotDecidedAgainAfterItWasWithdrawn() {
        DecisionDesk.Proposal accessory = proposal("not-listed", "", "", "配件", "甲");
        Decision made = ((Answer.Taken) answer(violation("M1"), accessory))
                .decisions()
                .get(0)
                .stored(7);
        Decision withdrawn = new Decision(
                7,
                made.finding(),
                false,
                made.ruling(),
                "甲",
                DAY,
                "配件",
                Optional.empty(),
                Optional.of(new Decision.Withdrawal("丙", DAY, "有误")));
        assertThat(answer(violation("M1"), accessory, withdrawn))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why().key()).isEqualTo("decision.refused.withdrawn"));
        assertThat(answer(violation("M1"), proposal("not-listed", "", "", "复核确为配件", "甲"), withdrawn))
                .isInstanceOf(Answer.Taken.class);
    }

    /** A certificate that was not in force when the contract was signed is no ground, whoever has seen it. */
    @Test
    void aCertificateMustBeInForceOnTheDayOfTheContract() {
        for (String[] days : new String[][] {{"2026-07-02", ""}, {"", "2026-06-30"}, {"2028-01-01", "2030-01-01"}}) {
            DecisionDesk.Proposal dated = new DecisionDesk.Proposal(
                    "certificate",
                    Optional.of(false),
                    "CQC26701990099",
                    Optional.of(days[0]).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                    Optional.of(days[1]).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                    "",
                    "",
                    "甲",
                    DAY,
                    Optional.empty());
            String why = days[0].isEmpty() ? "not-in-force" : "after-contract";
            assertThat(answer(violation("M1"), dated))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.why().key()).isEqualTo("decision.refused." + why));
        }
    }

    /** The energy list and the other one ask the same: goods or a service? */
    @Test
    void goodsOrServiceIsAnsweredOnceForBothLists() {
        DecisionDesk.Case energy = violation("C03");
        DecisionDesk.Case eco = new DecisionDesk.Case(
                new Decision.Finding(RECORD, "eco-label", "示例甲", "M100", BUYER, FACTS),
                DecisionDesk.Goods.UNKNOWN,
                "EL2019-01-01",
                Duty.PRIORITY,
                Outcome.UNDETERMINED,
                "C03",
                "goods-or-service",
                "",
                DAY);
        Decision service = made(energy, proposal("dismissed", "", "", "实为运维服务", "甲"));
        assertThat(answer(eco, proposal("item", "", "", "", "甲"), service))
                .isEqualTo(new Answer.Contradicting(service));
        assertThat(answer(eco, proposal("dismissed", "", "", "实为运维服务", "甲"), service))
                .isEqualTo(new Answer.Known(service));
        Decision goods = made(energy, proposal("item", "", "", "", "甲"));
        assertThat(answer(eco, proposal("dismissed", "", "", "实为运维服务", "甲"), goods))
                .isEqualTo(new Answer.Contradicting(goods));
        assertThat(answer(eco, proposal("item", "", "", "", "甲"), goods)).isInstanceOf(Answer.Taken.class);
    }

    private Decision made(DecisionDesk.Case judged, DecisionDesk.Proposal proposal, Decision... before) {
        return ((Answer.Taken) answer(judged, proposal, before))
                .decisions()
                .get(0)
                .stored(7);
    }

    /** A fact that overwrites what the feed says is taken with a word, and so is one that changes nothing. */
    @Test
    void whatAFactDoesIsSaid() {
        assertThat(remarks("品牌：示例乙")).containsExactly("品牌原为“示例甲”，核定后按“示例乙”");
        assertThat(remarks("型号：M200；品牌：示例甲")).containsExactly("型号原为“M100”，核定后按“M200”");
        assertThat(remarks("打印技术：激光")).containsExactly("从该行的品目和名称看，“打印技术：激光”不改变结论");
    }

    /** The paper is younger than the purchase, as far as its number tells. */
    @Test
    void aCertificateOfALaterYearIsTakenWithAWord() {
        DecisionDesk.Case earlier = uncertified("R1", "M100", LocalDate.of(2025, 12, 30));
        assertThat(remarks(desk, earlier, "CQC26701990099"))
                .anyMatch(remark -> remark.contains("看来是 2026 年颁发的，晚于合同签订日期 2025-12-30"));
        assertThat(remarks(desk, earlier, "CQC25701990099")).noneMatch(remark -> remark.contains("年颁发"));
    }

    private List<String> remarks(String facts) {
        DecisionDesk.Case desktop = new DecisionDesk.Case(
                new Decision.Finding(RECORD, "energy-saving", "示例甲", "M100", BUYER, FACTS),
                new DecisionDesk.Goods("", "", "", "台式计算机"),
                "ES2019-01-01",
                Duty.MANDATORY,
                Outcome.VIOLATION,
                "M1",
                "",
                "",
                DAY);
        return ((Answer.Taken) answer(desktop, proposal("fact", "", "", facts, "甲")))
                .remarks().stream().map(Messages.in(Messages.CHINESE)::render).toList();
    }

    /** A certificate is for the goods that were bought, as people told them. */
    @Test
    void aCertificateIsForTheProductThatFactsTell() {
        Decision model = made(violation("M1"), proposal("fact", "", "", "型号：M200", "甲"));
        Decision certificate = made(violation("M1"), proposal("certificate", "CQC26701990099", "", "", "甲"), model);
        assertThat(certificate.product()).isTrue();
        assertThat(certificate.finding().model()).isEqualTo("M200");
        assertThat(answer(violation("M1"), proposal("certificate", "CQC26701990099", "", "", "甲"), model, certificate))
                .isEqualTo(new Answer.Known(certificate));
    }

    /** The row is dated before the end of a decision that is over by now. */
    @Test
    void aDecisionThatHasExpiredStandsInNobodysWay() {
        Decision expired = new Decision(
                7,
                violation("M1").finding(),
                false,
                new Ruling.Exemption("财购〔2026〕12号"),
                "甲",
                DAY,
                "",
                Optional.of(DAY.plusDays(1)),
                Optional.empty());
        DecisionDesk later = new DecisionDesk(CATALOG, CLASSIFIER, DAY.plusDays(9));
        DecisionDesk.Proposal confirmed = proposal("confirmed", "", "", "", "乙");
        assertThat(desk.decide(violation("M1"), confirmed, List.of(expired)))
                .isEqualTo(new Answer.Contradicting(expired));
        assertThat(later.decide(violation("M1"), confirmed, List.of(expired))).isInstanceOf(Answer.Taken.class);
        DecisionDesk.Proposal again = new DecisionDesk.Proposal(
                "exemption",
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                "财购〔2026〕12号",
                "",
                "甲",
                DAY,
                Optional.of(DAY.plusDays(1)));
        assertThat(later.decide(violation("M1"), again, List.of(expired)))
                .as("the same file")
                .isEqualTo(new Answer.Known(expired));
    }

    /** What was said of a product elsewhere stands in nobody's way; what was said of this very record does. */
    @Test
    void aRecordMayBeDecidedOtherwiseThanItsProduct() {
        Decision ofProduct = ((Answer.Taken)
                        answer(violation("M1"), proposal("certificate", "CQC26701990099", "", "", "甲")))
                .decisions()
                .get(0)
                .stored(7);
        DecisionDesk.Case another = uncertified("R2", "M100", DAY);
        DecisionDesk.Proposal accessory = proposal("not-listed", "", "", "配件", "乙");
        assertThat(answer(another, accessory, ofProduct)).isInstanceOf(Answer.Taken.class);
        assertThat(answer(violation("M1"), accessory, ofProduct)).isEqualTo(new Answer.Contradicting(ofProduct));
    }

    /** Another unit's approval is none of this one, and says nothing against another decision here. */
    @Test
    void anExemptionOfAProductStandsInNoOtherUnitsWay() {
        DecisionDesk.Proposal approved = ofProduct("exemption", "财购〔2026〕12号");
        Decision first = ((Answer.Taken) answer(violation("M1"), approved))
                .decisions()
                .get(0)
                .stored(7);
        DecisionDesk.Case elsewhere = new DecisionDesk.Case(
                new Decision.Finding("R2", "energy-saving", "示例甲", "M100", new BuyingUnit("361002", "", "另一单位"), FACTS),
                DecisionDesk.Goods.UNKNOWN,
                "ES2019-01-01",
                Duty.MANDATORY,
                Outcome.VIOLATION,
                "M1",
                "",
                "",
                DAY);
        assertThat(answer(uncertified("R3", "M100", DAY), approved, first)).isEqualTo(new Answer.Known(first));
        assertThat(answer(elsewhere, approved, first)).isInstanceOf(Answer.Taken.class);
        assertThat(answer(elsewhere, proposal("confirmed", "", "", "", "甲"), first))
                .isInstanceOf(Answer.Taken.class);
        assertThat(answer(elsewhere, ofProduct("confirmed", ""), first))
                .as("of every unit, and so of that one")
                .isEqualTo(new Answer.Contradicting(first));
    }

    private static DecisionDesk.Proposal ofProduct(String kind, String approval) {
        return new DecisionDesk.Proposal(
                kind,
                Optional.of(true),
                "",
                Optional.empty(),
                Optional.empty(),
                approval,
                "",
                "甲",
                DAY,
                Optional.empty());
    }

    /** An export that somebody edited has to have what a decision needs. */
    @Test
    void aDecisionOfAnExportNeedsWhatEveryDecisionNeeds() {
        Map<Ruling, String> lacking = Map.of(
                new Ruling.NotListed(), "reason",
                new Ruling.Dismissed(), "reason",
                new Ruling.Exemption(""), "reason",
                new Ruling.Exemption("12"), "approval",
                new Ruling.Fact(FactKind.TECHNOLOGY, "喷雾"), "fact-value",
                new Ruling.Certificate("GB 21520-2023", Optional.empty(), Optional.empty()), "certificate",
                new Ruling.Item("ES2019-99-99"), "entry");
        lacking.forEach((ruling, why) -> assertThat(desk.restore(restored(ruling, DAY, "无"), List.of()))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why().key()).isEqualTo("decision.refused." + why)));
        assertThat(desk.restore(restored(new Ruling.Confirmed(), DAY.plusDays(1), ""), List.of()))
                .isInstanceOf(Answer.Refused.class);
        assertThat(desk.restore(restored(new Ruling.Confirmed(), DAY, ""), List.of()))
                .isInstanceOf(Answer.Taken.class);
    }

    private static Decision restored(Ruling ruling, LocalDate on, String reason) {
        return new Decision(
                0,
                new Decision.Finding("R1", "energy-saving", "示例甲", "M100", BUYER, FACTS),
                false,
                ruling,
                "甲",
                on,
                reason,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aCertificateIsForTheProductAndAllElseForTheRecord() {
        Answer certificate = answer(violation("M1"), proposal("certificate", "CQC26701990099", "", "", "甲"));
        Answer confirmed = answer(violation("M1"), proposal("confirmed", "", "", "", "甲"));
        assertThat(((Answer.Taken) certificate).decisions()).allMatch(Decision::product);
        assertThat(((Answer.Taken) confirmed).decisions()).noneMatch(Decision::product);
    }
}
