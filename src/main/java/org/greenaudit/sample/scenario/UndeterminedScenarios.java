package org.greenaudit.sample.scenario;

import java.time.LocalDate;
import java.util.List;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.FeedColumn;

/** Lines that the data cannot decide, each with the question that a person must answer. */
final class UndeterminedScenarios {

    private static final LocalDate TABLETS_EXCLUDED = LocalDate.of(2026, 2, 1);
    private static final LocalDate SMART_TOILETS_EXCLUDED = LocalDate.of(2025, 5, 1);

    private UndeterminedScenarios() {}

    static List<Scenario> scenarios(CertificateBook book) {
        return List.of(
                printerWithoutTechnology(book),
                collidingCode(book),
                tablet(book),
                smartToilet(book),
                productionLine(),
                severalGoods(),
                modelInTheAnnex(book),
                waterHeater(book),
                multiSplitWithoutCapacity(book),
                codeAgainstName());
    }

    private static Scenario printerWithoutTechnology(CertificateBook book) {
        Goods goods = Market.LASER_PRINTER;
        ExpectedLine expected = ExpectedLine.openEnergy(goods, "printer-technology");
        return Scenario.of(
                "printer-without-technology",
                3,
                ExpectedLine.verdicts(expected.energy(), expected.eco().anyEntry()),
                Product.ecoLabelled(goods, book, "示例甲", "SLLP-905").row("打印机"));
    }

    private static Scenario collidingCode(CertificateBook book) {
        ExpectedVerdict energy = ExpectedVerdict.open(Market.DESKTOP.energy(), "category-scheme");
        ExpectedVerdict eco = ExpectedVerdict.compliant(Market.SERVER.eco());
        RowTemplate row =
                Product.ecoLabelled(Market.SERVER, book, "示例乙", "SLSV-915").row("设备");
        return Scenario.of(
                "colliding-code-without-name",
                2,
                ExpectedLine.verdicts(energy.anyEntry(), eco.anyEntry()),
                row.with(FeedColumn.CATEGORY_NAME, "")
                        .with(FeedColumn.CATEGORY_SCHEME, "")
                        .with(FeedColumn.SPEC, ""));
    }

    private static Scenario tablet(CertificateBook book) {
        Product tablet = Product.ecoLabelled(Market.TABLET, book, "示例丙", "SLPB-925");
        return excluded("tablet-after-its-standard-excludes-it", 3, Market.TABLET, tablet.row())
                .notBefore(TABLETS_EXCLUDED);
    }

    private static Scenario smartToilet(CertificateBook book) {
        Product toilet = Product.ecoLabelled(Market.TOILET, book, "示例丁", "SLZB-935");
        return excluded("smart-toilet", 2, Market.TOILET, toilet.row("智能坐便器").with(FeedColumn.SPEC, "温水冲洗/座圈加热"))
                .notBefore(SMART_TOILETS_EXCLUDED);
    }

    private static Scenario excluded(String id, int weight, Goods goods, RowTemplate row) {
        ExpectedVerdict energy = ExpectedVerdict.open(goods.energy(), "standard-excludes-product");
        return Scenario.of(id, weight, ExpectedLine.verdicts(energy, ExpectedVerdict.compliant(goods.eco())), row);
    }

    private static Scenario productionLine() {
        RowTemplate row =
                Product.uncertified(Market.CHILLER, "晨曦示例", "SLCH-945").row("饮料生产线用冷水机组");
        return Scenario.of("chiller-in-a-production-line", 1, open(Market.CHILLER, "production-line"), row);
    }

    private static Scenario severalGoods() {
        ExpectedLine open = open(Market.DESKTOP, "several-goods");
        return Scenario.of(
                "several-goods-in-one-line",
                2,
                ExpectedLine.verdicts(open.energy().anyEntry(), open.eco().anyEntry())
                        .warned(DataWarning.QUANTITY_UNREADABLE, DataWarning.MODEL_MISSING, DataWarning.BRAND_MISSING),
                RowTemplate.of("", "", "台式计算机、激光打印机", "批")
                        .priced(20000, 90000, 1)
                        .with(FeedColumn.QUANTITY, "一批")
                        .with(FeedColumn.UNIT_PRICE, "")
                        .with(FeedColumn.MODEL, "详见附件"));
    }

    private static Scenario modelInTheAnnex(CertificateBook book) {
        RowTemplate row =
                Product.certified(Market.DESKTOP, book, "云山示例", "SLDT-955").row();
        return Scenario.of(
                "model-in-the-annex",
                3,
                open(Market.DESKTOP, "model-unknown").warned(DataWarning.MODEL_MISSING),
                row.with(FeedColumn.MODEL, "详见附件"),
                row.with(FeedColumn.MODEL, "/"));
    }

    private static ExpectedLine open(Goods goods, String question) {
        return ExpectedLine.verdicts(
                ExpectedVerdict.open(goods.energy(), question), ExpectedVerdict.open(goods.eco(), question));
    }

    private static Scenario waterHeater(CertificateBook book) {
        Goods goods = Market.WATER_HEATER;
        return Scenario.of(
                "water-heater-of-unknown-kind",
                2,
                ExpectedLine.openEnergy(goods, "kind-ambiguous"),
                Product.ecoLabelled(goods, book, "抚河示例", "SLRS-965").row("热水器").with(FeedColumn.SPEC, "60升"));
    }

    /** Its certificate fails either way, but by another check above 14 000 W than below. */
    private static Scenario multiSplitWithoutCapacity(CertificateBook book) {
        Goods goods = Market.MULTI_SPLIT;
        String energy = book.issue(goods.energy(), goods, "云山示例", "SLMV-985", t -> t.by(DefectScenarios.OTHER_BODY)
                .to("GB 99901-2015"));
        String eco = book.issue(goods.eco(), goods, "云山示例", "SLMV-985");
        return Scenario.of(
                "multi-split-without-capacity",
                1,
                ExpectedLine.openEnergy(goods, "cooling-capacity"),
                new Product(goods, "云山示例", "SLMV-985", energy, eco).row().with(FeedColumn.SPEC, ""));
    }

    private static Scenario codeAgainstName() {
        ExpectedVerdict energy = ExpectedVerdict.open(Market.REFRIGERATOR.energy(), "code-name-conflict");
        RowTemplate row =
                Product.uncertified(Market.REFRIGERATOR, "洛水示例", "SLBX-975").row();
        return Scenario.of(
                "code-speaks-of-something-else",
                1,
                ExpectedLine.verdicts(energy, ExpectedVerdict.OUTSIDE),
                row.with(FeedColumn.CATEGORY_CODE, "A02061504").with(FeedColumn.CATEGORY_NAME, "不间断电源"));
    }
}
