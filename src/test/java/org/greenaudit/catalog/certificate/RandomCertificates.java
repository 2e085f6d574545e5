package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.testing.Certificates;

/** Random certificates of a small world, so that purchases often hit one and often just miss it. */
final class RandomCertificates {

    private static final List<String> BRANDS =
            List.of("联想", "Lenovo", "联想（Lenovo）", "惠普", "惠普/HP", "美的、华凌", "华凌", "", "/", "同舟", "联想;惠普");
    private static final List<String> BOUGHT_BRANDS =
            List.of("联想", "lenovo", "HP", "华凌", "美的", "同舟", "海尔", "联想集团", "HP电脑", "国产华凌", "海尔或美的");
    private static final List<String> LEADS = List.of("", "", "", "联想", "Lenovo ", "HP-", "华凌", "同舟 ");
    private static final List<String> KINDS = List.of("台式计算机", "服务器", "");

    private RandomCertificates() {}

    static List<Certificate> list(Random random, int size) {
        List<Certificate> certificates = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            certificates.add(certificate(random, "N" + (size - i)));
        }
        return certificates;
    }

    static String category(Random random) {
        return random.nextBoolean() ? RegistryFixtures.ENERGY : RegistryFixtures.ECO;
    }

    static String kind(Random random) {
        return pick(random, KINDS);
    }

    static String boughtBrand(Random random) {
        return pick(random, BOUGHT_BRANDS);
    }

    static String boughtModel(Random random) {
        return pick(random, LEADS) + text(random, "A1b-２");
    }

    private static Certificate certificate(Random random, String number) {
        List<String> models = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            models.add(pick(random, LEADS) + text(random, "A1b-２*#(,)"));
        }
        LocalDate issued = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2000));
        CertificateStatus[] statuses = CertificateStatus.values();
        return Certificates.of(number, category(random))
                .kind(kind(random))
                .brand(pick(random, BRANDS))
                .models(String.join("；", models))
                .issued(random.nextInt(9) == 0 ? "" : issued.toString())
                .expires(random.nextInt(9) == 0 ? "" : laterThan(issued, 400, random))
                .status(
                        statuses[random.nextInt(statuses.length)],
                        random.nextInt(4) == 0 ? "" : laterThan(issued, 300, random))
                .build();
    }

    private static String laterThan(LocalDate day, int days, Random random) {
        return day.plusDays(random.nextInt(days)).toString();
    }

    private static String text(Random random, String alphabet) {
        StringBuilder out = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }

    private static String pick(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
