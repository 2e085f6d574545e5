package org.greenaudit.sample.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        scenarios.add(notCited(book));
        scenarios.add(secondNumberCounts(book));
        scenarios.add(staleNumberButCertified(book));
        scenarios.add(expiringOnTheLastDay(book));
        scenarios.add(looselyWrittenModel(book));
        scenarios.add(enterprise(book));
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
        return Scenario.of(
                "certified-" + goods.stem().replace('/', '-').toLowerCase(java.util.Locale.ROOT),
                goods.weight(),
                expected,
                rows);
    }

    private static Scenario notCited(CertificateBook book) {
        Goods goods = Market.REFRIGERATOR;
        Product product = Product.certified(goods, book, "云山示例", "SLBX-610", "SLBX-610");
        return Scenario.of(
                "certified-not-cited",
                6,
                ExpectedLine.compliant(goods),
                product.citing(ListName.ENERGY, "").row());
    }

    private static Scenario secondNumberCounts(CertificateBook book) {
        Goods goods = Market.DESKTOP;
        Product product = Product.certified(goods, book, "抚河示例", "SLDT-620", "SLDT-620");
        String two = book.unknown(ListName.ENERGY) + "；" + product.energyNo();
        return Scenario.of(
                "second-number-counts",
                3,
                ExpectedLine.compliant(goods),
                product.citing(ListName.ENERGY, two).row());
    }

    private static Scenario staleNumberButCertified(CertificateBook book) {
        Goods goods = Market.WASHER;
        LocalDate start = book.period().from();
        String old = book.issue(
                goods.energy(), goods, "示例丁", "SLXY-630", t -> t.lasting(start.minusDays(1500), start.minusDays(30)));
        Product product = Product.certified(goods, book, "示例丁", "SLXY-630", "SLXY-630");
        return Scenario.of(
                "renewed-but-old-number-cited",
                4,
                ExpectedLine.compliant(goods),
                product.citing(ListName.ENERGY, old).row());
    }

    private static Scenario expiringOnTheLastDay(CertificateBook book) {
        Goods goods = Market.SHOWER;
        Period period = book.period();
        String number =
                book.issue(goods.energy(), goods, "示例丙", "SLLY-640", t -> t.lasting(period.from(), period.to()));
        Product product = new Product(goods, "示例丙", "SLLY-640", number, "");
        return Scenario.of("certificate-ends-with-the-period", 3, ExpectedLine.compliant(goods), product.row());
    }

    private static Scenario looselyWrittenModel(CertificateBook book) {
        Goods goods = Market.LASER_PRINTER;
        Product product = Product.certified(goods, book, "示例乙", "SLLP-650DN", "SLLP-650DN");
        return Scenario.of(
                "loosely-written-model",
                4,
                ExpectedLine.compliant(goods),
                product.row().with(FeedColumn.MODEL, "sllp 650dn"),
                product.row().with(FeedColumn.MODEL, "ＳＬＬＰ－650ＤＮ"));
    }

    private static Scenario enterprise(CertificateBook book) {
        Goods goods = Market.LAPTOP;
        Product product = Product.certified(goods, book, "洛水示例", "SLNB-660", "SLNB-660");
        return Scenario.of(
                        "enterprise-certified", 6, ExpectedLine.compliant(goods).advisory(), product.row())
                .by(Scenario.Buyers.ENTERPRISES);
    }
}
