package org.greenaudit.sample.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The certificate defects 1 to 7 under each duty: M on ★ goods, P on energy priority goods, L on goods that only the
 * eco-label list names. A ★ product keeps its valid eco-label certificate, so that only the energy verdict fails.
 */
final class DefectScenarios {

    /** A body that the sample's directory does not name. */
    static final String OTHER_BODY = "示例未入名录认证中心（虚构）";

    private DefectScenarios() {}

    static List<Scenario> scenarios(CertificateBook book) {
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.addAll(energy(book, "m", Market.DESKTOP, Market.MONITOR, Market.ROOM_AC, "GB 21455-2013", 3));
        scenarios.addAll(
                energy(book, "p", Market.REFRIGERATOR, Market.WASHER, Market.REFRIGERATOR, "GB 99901-2015", 2));
        scenarios.addAll(eco(book));
        scenarios.add(suspended(book));
        scenarios.add(notYetIssued(book));
        return scenarios;
    }

    private static List<Scenario> energy(
            CertificateBook book, String letter, Goods one, Goods other, Goods dated, String oldStandard, int weight) {
        return List.of(
                none(book, letter, one, weight * 2),
                unknown(book, letter, other, weight),
                expired(book, letter, one, weight),
                suffix(book, letter, other, weight),
                otherCategory(book, letter, one, weight),
                otherBody(book, letter, one, weight),
                oldStandard(book, letter, dated, oldStandard, weight));
    }

    private static List<Scenario> eco(CertificateBook book) {
        return List.of(
                none(book, "l", Market.PAPER, 22),
                unknown(book, "l", Market.TONER, 6),
                expired(book, "l", Market.COPIER, 8),
                suffix(book, "l", Market.SERVER, 9),
                otherCategory(book, "l", Market.COPIER, 8),
                otherBody(book, "l", Market.SERVER, 6),
                oldStandard(book, "l", Market.COPIER, "HJ 99901-2015", 6));
    }

    private static Scenario none(CertificateBook book, String letter, Goods goods, int weight) {
        return defect(letter + "1-none", 1, book, goods, "晨曦示例", "-710", weight, "");
    }

    private static Scenario unknown(CertificateBook book, String letter, Goods goods, int weight) {
        String number = book.unknown(duty(goods).list());
        return defect(letter + "2-unknown", 2, book, goods, "示例乙", "-720", weight, number);
    }

    private static Scenario expired(CertificateBook book, String letter, Goods goods, int weight) {
        Period period = book.period();
        String number = issue(
                book,
                goods,
                "示例丙",
                "-730",
                t -> t.lasting(period.from().minusDays(1200), period.from().minusDays(1)));
        return defect(letter + "3-expired", 3, book, goods, "示例丙", "-730", weight, number);
    }

    private static Scenario suspended(CertificateBook book) {
        Goods goods = Market.MONITOR;
        String number = issue(
                book, goods, "示例丙", "-732", t -> t.became("暂停", book.period().from()));
        return defect("m3-suspended", 3, book, goods, "示例丙", "-732", 2, number);
    }

    private static Scenario notYetIssued(CertificateBook book) {
        Goods goods = Market.LAPTOP;
        Period period = book.period();
        String number = issue(
                book,
                goods,
                "示例丁",
                "-734",
                t -> t.lasting(period.to().plusDays(1), period.to().plusDays(1000)));
        return defect("m3-not-yet-issued", 3, book, goods, "示例丁", "-734", 2, number);
    }

    private static Scenario suffix(CertificateBook book, String letter, Goods goods, int weight) {
        String number = issue(book, goods, "示例丁", "-740", UnaryOperator.identity());
        return defect(letter + "4-added-suffix", 4, book, goods, "示例丁", "-740S", weight, number);
    }

    private static Scenario otherCategory(CertificateBook book, String letter, Goods goods, int weight) {
        Listing duty = duty(goods);
        Listing wrong = new Listing(
                duty.list() == ListName.ENERGY ? ListName.ECO : ListName.ENERGY, goods.kind(), false, duty.standard());
        String number = book.issue(wrong, goods, "云山示例", goods.stem() + "-750");
        return defect(letter + "5-other-list", 5, book, goods, "云山示例", "-750", weight, number);
    }

    private static Scenario otherBody(CertificateBook book, String letter, Goods goods, int weight) {
        String number = issue(book, goods, "抚河示例", "-760", t -> t.by(OTHER_BODY));
        return defect(letter + "6-other-body", 6, book, goods, "抚河示例", "-760", weight, number);
    }

    private static Scenario oldStandard(CertificateBook book, String letter, Goods goods, String standard, int weight) {
        String number = issue(book, goods, "洛水示例", "-770", t -> t.to(standard));
        return defect(letter + "7-old-standard", 7, book, goods, "洛水示例", "-770", weight, number);
    }

    private static String issue(
            CertificateBook book, Goods goods, String brand, String model, UnaryOperator<CertificateTerms> change) {
        return book.issue(duty(goods), goods, brand, goods.stem() + model, change);
    }

    private static Scenario defect(
            String id,
            int number,
            CertificateBook book,
            Goods goods,
            String brand,
            String model,
            int weight,
            String cited) {
        Listing duty = duty(goods);
        String name = goods.stem() + model;
        boolean both = goods.energy().listed() && goods.eco().listed();
        String eco = both ? book.issue(goods.eco(), goods, brand, name) : "";
        Product product = new Product(goods, brand, name, "", eco).citing(duty.list(), cited);
        ExpectedVerdict failing = ExpectedVerdict.defect(duty, number);
        ExpectedLine expected = duty.list() == ListName.ECO
                ? ExpectedLine.verdicts(ExpectedVerdict.OUTSIDE, failing)
                : ExpectedLine.verdicts(failing, ExpectedVerdict.compliant(goods.eco()));
        return Scenario.of(id, weight, expected, product.row()).by(Scenario.Buyers.CARELESS);
    }

    /** The listing whose duty fails: the energy list's where the goods stand on both. */
    private static Listing duty(Goods goods) {
        return goods.energy().listed() ? goods.energy() : goods.eco();
    }
}
