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
                encouraged(
                        "enterprise-uncertified",
                        3,
                        ExpectedVerdict.defect(Market.DESKTOP.energy(), 1),
                        Product.uncertified(Market.DESKTOP, "云山示例", "SLDT-860")),
                encouraged(
                        "enterprise-paper-uncertified",
                        5,
                        ExpectedVerdict.OUTSIDE,
                        Product.uncertified(Market.PAPER, "抚河示例", "SLZ-870")));
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
        return careless(
                "c02-no-approval",
                3,
                ExpectedVerdict.violation(goods.energy(), "C02"),
                ExpectedVerdict.exempt(goods.eco()),
                Product.uncertified(goods, "示例丁", "SLDT-840").row().with(FeedColumn.EXEMPTION_REASON, REASON));
    }

    private static Scenario miscoded(CertificateBook book) {
        Goods goods = Market.DESKTOP;
        RowTemplate row = Product.ecoLabelled(goods, book, "晨曦示例", "SLDT-850").row("晨曦示例台式计算机 SLDT-850");
        return careless(
                "c01-desktop-as-furniture",
                3,
                ExpectedVerdict.violation(goods.energy(), "C01"),
                ExpectedVerdict.compliant(goods.eco()),
                row.with(FeedColumn.CATEGORY_CODE, "A05010201").with(FeedColumn.CATEGORY_NAME, "办公桌"));
    }

    private static Scenario serviceCode() {
        RowTemplate row =
                Product.uncertified(Market.DESKTOP, "洛水示例", "SLDT-855").row();
        return careless(
                "c03-desktop-as-service",
                0,
                ExpectedVerdict.open(Market.DESKTOP.energy(), "goods-or-service", "C03"),
                ExpectedVerdict.open(Market.DESKTOP.eco(), "goods-or-service", "C03"),
                row.with(FeedColumn.CATEGORY_CODE, "C16020000").with(FeedColumn.CATEGORY_NAME, "信息系统集成实施服务"));
    }

    private static Scenario careless(
            String id, int weight, ExpectedVerdict energy, ExpectedVerdict eco, RowTemplate row) {
        return Scenario.of(id, weight, ExpectedLine.verdicts(energy, eco), row).by(Scenario.Buyers.CARELESS);
    }

    private static Scenario encouraged(String id, int weight, ExpectedVerdict energy, Product product) {
        ExpectedVerdict eco = ExpectedVerdict.defect(product.goods().eco(), 1);
        return Scenario.of(id, weight, ExpectedLine.verdicts(energy, eco).advisory(), product.row())
                .by(Scenario.Buyers.ENTERPRISES);
    }
}
