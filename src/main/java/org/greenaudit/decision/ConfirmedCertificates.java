package org.greenaudit.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.certificate.CertificateNumbers;
import org.greenaudit.catalog.certificate.CitationReader;
import org.greenaudit.catalog.certificate.Citations;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.rules.certificate.CertificateContext;
import org.greenaudit.rules.certificate.CertificateExaminer;
import org.greenaudit.rules.certificate.CertificateFinding.Defect;
import org.greenaudit.rules.certificate.ContractDays;

/**
 * Certificates that people confirm: their numbers, and what the registry says of them. A person who has seen the paper knows
 * more than the registry, so that what it says otherwise is told and does not decide.
 */
final class ConfirmedCertificates {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9（）()/\\-_. ]{6,60}");

    /** What a spreadsheet leaves of a number of more than 15 digits: the rest are zeros. */
    private static final Pattern CUT = Pattern.compile("[0-9]{15}0+");

    /** The year of issue, as the two great bodies write it: CEC2025ELP…, CQC25701…. */
    private static final Pattern YEAR = Pattern.compile("^CEC(20[0-9]{2})|^CQC([0-9]{2})[0-9]{9}$");

    /** The check that no paper mends: a certificate of another kind is none of this one. */
    private static final int WRONG_KIND = 5;

    private final CatalogSnapshot catalog;
    private final CertificateExaminer examiner;
    private final CitationReader citations;

    ConfirmedCertificates(CatalogSnapshot catalog) {
        this.catalog = catalog;
        this.examiner = CertificateExaminer.of(catalog);
        this.citations =
                new CitationReader(text -> catalog.certificates().byNumber(text).isPresent());
    }

    /** The number in a cell; empty when it holds none, several, or one with a remark that casts doubt on it. */
    Optional<String> number(String cell) {
        Citations cited = citations.read(Optional.of(cell));
        boolean one = cited.numbers().size() == 1
                && cited.destroyed().isEmpty()
                && cited.unclear().isEmpty()
                && cited.remarks().isEmpty();
        return one ? Optional.of(cited.numbers().get(0)).filter(ConfirmedCertificates::isNumber) : Optional.empty();
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches()
                && CertificateNumbers.possible(text)
                && !CUT.matcher(text).matches();
    }

    /**
     * What the registry and the rules hold against a certificate of that number, the lowest check first; nothing where no
     * edition in force has the item.
     */
    List<Defect> defects(String listId, String entryId, BoughtProduct product, ContractDays contract, String number) {
        return catalog.editions(listId)
                .filter(list -> list.governs(contract.first()))
                .flatMap(list -> list.items().stream()
                        .filter(item -> item.entryId().equals(entryId))
                        .flatMap(item -> defects(new CertificateContext(
                                        list,
                                        item,
                                        product,
                                        contract,
                                        number,
                                        Optional.empty(),
                                        catalog.certificates().byNumber(number)))
                                .stream()))
                .toList();
    }

    private List<Defect> defects(CertificateContext context) {
        return examiner.examine(context, true, Trace.NONE).defects();
    }

    /** Why it can be no certificate of the list's kind, if so. */
    static Optional<Text> otherKind(List<Defect> defects) {
        return defects.stream()
                .filter(defect -> defect.number() == WRONG_KIND)
                .findFirst()
                .map(defect -> defect.reason().found());
    }

    /** The year in a certificate's number, where it is one after the contract's and nobody gave the first day. */
    static Optional<Text> ofLaterYear(Ruling.Certificate certificate, LocalDate contractDate) {
        Matcher year = YEAR.matcher(certificate.number());
        if (certificate.from().isPresent() || !year.find()) {
            return Optional.empty();
        }
        int issued = Integer.parseInt(year.group(1) == null ? "20" + year.group(2) : year.group(1));
        return issued > contractDate.getYear()
                ? Optional.of(Text.of(
                        "decision.certificate-year", certificate.number(), String.valueOf(issued), contractDate))
                : Optional.empty();
    }

    /** What the registry says otherwise, for people. */
    static List<Text> otherwise(List<Defect> defects) {
        return defects.stream()
                .filter(defect -> defect.number() != WRONG_KIND)
                .map(defect ->
                        Text.of("decision.registry-otherwise", defect.reason().found()))
                .toList();
    }
}
