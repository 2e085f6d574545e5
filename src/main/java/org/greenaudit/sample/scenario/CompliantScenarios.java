package org.greenaudit.sample.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenaudit.purchase.FeedColumn;

/** Listed goods with certificates, and the ways in which a certificate can be found. */
final class CompliantScenarios {

    private CompliantScenarios() {}

    static List<Scenario> scenarios(CertificateBook book) {
        List<Scenario> scenarios = new ArrayList<>();
        int number = 0;
        for (Goods goods : Market.LISTED) {
            scenarios.add(usual(goods, book, number++));
        }
        Product fridge = Product.certified(Market.REFRIGERATOR, book, "云山示例", "SLBX-610");
        scenarios.add(covered("certified-not-cited", 6, fridge.citing(ListName.ENERGY, "")));
        Product desktop = Product.certified(Market.DESKTOP, book, "抚河示例", "SLDT-620");
        String two = book.unknown(ListName.ENERGY) + "；" + desktop.energyNo();
        scenarios.add(covered("second-number-counts", 3, desktop.citing(ListName.ENERGY, two)));
        scenarios.add(staleNumberButCertified(book, Market.WASHER));
        scenarios.add(expiringOnTheLastDay(book, Market.SHOWER));
        scenarios.add(looselyWrittenModel(Product.certified(Market.LASER_PRINTER, book, "示例乙", "SLLP-650DN")));
        Product laptop = Product.certified(Market.LAPTOP, book, "洛水示例", "SLNB-660");
        scenarios.add(Scenario.of(
                        "enterprise-certified",
                        6,
                        ExpectedLine.compliant(Market.LAPTOP).advisory(),
                        laptop.row())
                .by(Scenario.Buyers.ENTERPRISES));
        return scenarios;
    }

    private static Scenario usual(Goods goods, CertificateBook book, int number) {
        List<RowTemplate> rows = new ArrayList<>();
        for (Product product : Product.certified(goods, book, number)) {
            goods.itemNames().forEach(name -> rows.add(product.row(name)));
        }
        ExpectedLine expected = ExpectedLine.compliant(goods);
        if (goods.equals(Market.DESK) || goods.equals(Market.CABINET)) {
            // The 2022 codes sort furniture by use, the list by material: several rows are right.
            expected = ExpectedLine.verdicts(expected.energy(), expected.eco().anyEntry());
        }
        String id = "certified-" + goods.stem().replace('/', '-').toLowerCase(Locale.ROOT);
        return Scenario.of(id, goods.weight(), expected, rows);
    }

    private static Scenario staleNumberButCertified(CertificateBook book, Goods goods) {
        LocalDate start = book.period().from();
        String old = book.issue(
                goods.energy(), goods, "示例丁", "SLXY-630", t -> t.lasting(start.minusDays(1500), start.minusDays(30)));
        Product product = Product.certified(goods, book, "示例丁", "SLXY-630");
        return covered("renewed-but-old-number-cited", 4, product.citing(ListName.ENERGY, old));
    }

    private static Scenario expiringOnTheLastDay(CertificateBook book, Goods goods) {
        Period period = book.period();
        String number =
                book.issue(goods.energy(), goods, "示例丙", "SLLY-640", t -> t.lasting(period.from(), period.to()));
        return covered("certificate-ends-with-the-period", 3, new Product(goods, "示例丙", "SLLY-640", number, ""));
    }

    private static Scenario looselyWrittenModel(Product printer) {
        RowTemplate row = printer.row();
        return Scenario.of(
                "loosely-written-model",
                4,
                ExpectedLine.compliant(printer.goods()),
                row.with(FeedColumn.MODEL, "sllp 650dn"),
                row.with(FeedColumn.MODEL, "ＳＬＬＰ－650ＤＮ"));
    }

    private static Scenario covered(String id, int weight, Product product) {
        return Scenario.of(id, weight, ExpectedLine.compliant(product.goods()), product.row());
    }
}
