package org.greenaudit.sample.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Issues the fictional certificates of a period, in a fixed order, and keeps them. */
final class CertificateBook {

    /** Running numbers start here, far from where real ones begin. */
    private static final int FIRST_NUMBER = 990_000;

    private final Period period;
    private final SplitMix random;
    private final List<SampleCertificate> issued = new ArrayList<>();

    CertificateBook(Period period, SplitMix random) {
        this.period = period;
        this.random = random;
    }

    /** The contract dates in which the certificates are cited. */
    Period period() {
        return period;
    }

    /** Issues a certificate that passes every check; returns its number. */
    String issue(Listing listing, Goods goods, String brand, String models) {
        return issue(listing, goods, brand, models, UnaryOperator.identity());
    }

    /** Issues a certificate on changed terms; returns its number. */
    String issue(Listing listing, Goods goods, String brand, String models, UnaryOperator<CertificateTerms> change) {
        LocalDate from = period.from().minusDays(90 + random.below(700));
        LocalDate to = period.to().plusDays(90 + random.below(900));
        CertificateTerms terms = change.apply(new CertificateTerms(
                listing.list().body(), listing.standard(), from, to, CertificateTerms.VALID, from));
        String number = number(listing.list(), terms.issued().getYear(), FIRST_NUMBER + issued.size());
        issued.add(new SampleCertificate(
                number, listing.list().category(), brand, listing.entryId(), goods.kind(), models, terms));
        return number;
    }

    /** A number in the right format that was never issued. */
    String unknown(ListName list) {
        return number(list, period.from().getYear() - 1, 980_000 + random.below(9_000));
    }

    /** Every certificate issued so far. */
    List<SampleCertificate> issued() {
        return List.copyOf(issued);
    }

    private static String number(ListName list, int year, int running) {
        return list == ListName.ENERGY ? "CQC" + year % 100 + "701" + running : "CEC" + year + "ELP99" + running;
    }
}
