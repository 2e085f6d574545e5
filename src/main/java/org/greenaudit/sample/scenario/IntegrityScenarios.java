package org.greenaudit.sample.scenario;

import java.util.List;
import org.greenaudit.purchase.FeedColumn;

/** Exemptions, justifications, the integrity rules, and violations of buyers who are only encouraged. */
final class IntegrityScenarios {

    private static final String REASON = "涉密业务专用软件只适配该机型（示例理由）";
    private static final String APPROVAL = "示例财购〔2026〕0号";

    private IntegrityScenarios() {}

    static List<Scenario> scenarios(CertificateBook book) {
        return List.of(
                approvedExemption(),
                justified("priority-justified", 2, Market.REFRIGERATOR, "示例乙", "SLBX-820", "需-40℃医用冷藏，认证产品无此规格（示例理由）"),
                justified("eco-label-justified", 5, Market.BED, "示例丙", "SLMC-830", "应急安置急需，认证产品不能按期供货（示例理由）"),
                noApproval(),
                miscoded(book),
                serviceCode(),
                advisory(),
                advisoryEco());
    }

    private static Scenario approvedExemption() {
        Goods goods = Market.DESKTOP;
        RowTemplate row = Product.uncertified(goods, "示例甲", "SLDT-810").row();
        return exempt(
                "exempt-approved",
                3,
                goods,
                row.with(FeedColumn.EXEMPTION_REASON, REASON).with(FeedColumn.APPROVAL_NO, APPROVAL));
    }

    private static Scenario justified(String id, int weight, Goods goods, String brand, String model, String reason) {
        RowTemplate row = Product.uncertified(goods, brand, model).row();
        return exempt(id, weight, goods, row.with(FeedColumn.EXEMPTION_REASON, reason));
    }

    private static Scenario exempt(String id, int weight, Goods goods, RowTemplate row) {
        ExpectedLine expected =
                ExpectedLine.verdicts(ExpectedVerdict.exempt(goods.energy()), ExpectedVerdict.exempt(goods.eco()));
        return Scenario.of(id, weight, expected, row);
    }

    private static Scenario noApproval() {
        Goods goods = Market.DESKTOP;
        return Scenario.of(
                        "c02-no-approval",
                        3,
                        ExpectedLine.verdicts(
                                ExpectedVerdict.violation(goods.energy(), "C02"), ExpectedVerdict.exempt(goods.eco())),
                        Product.uncertified(goods, "示例丁", "SLDT-840").row().with(FeedColumn.EXEMPTION_REASON, REASON))
                .by(Scenario.Buyers.CARELESS);
    }

    private static Scenario miscoded(CertificateBook book) {
        Goods goods = Market.DESKTOP;
        return Scenario.of(
                        "c01-desktop-as-furniture",
                        3,
                        ExpectedLine.verdicts(
                                ExpectedVerdict.violation(goods.energy(), "C01"),
                                ExpectedVerdict.compliant(goods.eco())),
                        Product.ecoLabelled(goods, book, "晨曦示例", "SLDT-850")
                                .row("晨曦示例台式计算机 SLDT-850")
                                .with(FeedColumn.CATEGORY_CODE, "A05010201")
                                .with(FeedColumn.CATEGORY_NAME, "办公桌"))
                .by(Scenario.Buyers.CARELESS);
    }

    private static Scenario serviceCode() {
        Goods goods = Market.DESKTOP;
        return Scenario.of(
                        "c03-desktop-as-service",
                        0,
                        ExpectedLine.verdicts(
                                ExpectedVerdict.open(goods.energy(), "goods-or-service", "C03"),
                                ExpectedVerdict.OUTSIDE),
                        Product.uncertified(goods, "洛水示例", "SLDT-855")
                                .row()
                                .with(FeedColumn.CATEGORY_CODE, "C16020000")
                                .with(FeedColumn.CATEGORY_NAME, "信息系统集成实施服务"))
                .by(Scenario.Buyers.CARELESS);
    }

    private static Scenario advisory() {
        Goods goods = Market.DESKTOP;
        ExpectedLine expected = ExpectedLine.verdicts(
                ExpectedVerdict.defect(goods.energy(), 1), ExpectedVerdict.defect(goods.eco(), 1));
        return Scenario.of(
                        "enterprise-uncertified",
                        3,
                        expected.advisory(),
                        Product.uncertified(goods, "云山示例", "SLDT-860").row())
                .by(Scenario.Buyers.ENTERPRISES);
    }

    private static Scenario advisoryEco() {
        Goods goods = Market.PAPER;
        ExpectedLine expected = ExpectedLine.verdicts(ExpectedVerdict.OUTSIDE, ExpectedVerdict.defect(goods.eco(), 1));
        return Scenario.of(
                        "enterprise-paper-uncertified",
                        5,
                        expected.advisory(),
                        Product.uncertified(goods, "抚河示例", "SLZ-870").row())
                .by(Scenario.Buyers.ENTERPRISES);
    }
}
