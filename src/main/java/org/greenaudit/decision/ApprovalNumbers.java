package org.greenaudit.decision;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Clause;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.certificate.CertificateNumbers;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.decision.DecisionDesk.Case;
import org.greenaudit.message.Text;
import org.greenaudit.rules.integrity.Exemption;
import org.greenaudit.text.DateParser;
import org.greenaudit.text.Nfkc;

/** What can be the number of an approval (批准文号), and what is the number of something else. */
final class ApprovalNumbers {

    /** A few digits alone number no approval. */
    private static final Pattern BARE = Pattern.compile("[0-9]{1,5}(?:\\.[0-9]*)?|[0-9]*\\.[0-9]+");

    private static final Pattern CERTIFICATE = Pattern.compile("(?:CQC|CEC|CVC|CCC|ISO)[0-9A-Z]*[0-9]{6,}[0-9A-Z]*");
    private static final Pattern CONTRACT = Pattern.compile("HT[0-9A-Z]*[0-9]{3,}|.*合同.*");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern BESIDE_DOCUMENT = Pattern.compile("[^\\p{IsHan}0-9]");

    private final CatalogSnapshot catalog;

    ApprovalNumbers(CatalogSnapshot catalog) {
        this.catalog = catalog;
    }

    /** Whether a text can number an approval. */
    boolean isPossible(String text) {
        return Exemption.isApprovalNo(Nfkc.of(text))
                && !BARE.matcher(text).matches()
                && DateParser.parse(text).isEmpty();
    }

    /** What else a text is the number of, if so: a telephone, a certificate, the contract, the record, a list's document. */
    Optional<Text> isOtherNumber(String text, Case judged) {
        String number = ModelKeys.normalise(text);
        if (CertificateNumbers.isTelephone(text)) {
            return what("telephone");
        }
        if (CERTIFICATE.matcher(number).matches()
                || catalog.certificates().byNumber(text).isPresent()) {
            return what("certificate");
        }
        if (CONTRACT.matcher(number).matches() || isSame(number, judged.contractNo())) {
            return what("contract");
        }
        if (isSame(number, judged.finding().recordId())) {
            return what("record");
        }
        return isOfList(text) ? what("list") : Optional.empty();
    }

    private static boolean isSame(String number, String other) {
        return !other.isBlank() && number.equals(ModelKeys.normalise(other));
    }

    /** Whether nothing is left that numbers anything when the documents are taken away that everybody is subject to. */
    private boolean isOfList(String text) {
        String told = document(text);
        String left = told;
        for (String document : (Iterable<String>) documents()::iterator) {
            left = left.replace(document, "");
        }
        return !left.equals(told) && !DIGIT.matcher(left).find();
    }

    private Stream<String> documents() {
        return Stream.concat(
                        catalog.lists().stream().map(ProductList::document),
                        catalog.clauses().values().stream().map(Clause::citationZh))
                .map(ApprovalNumbers::document)
                .filter(document -> DIGIT.matcher(document).find());
    }

    private static String document(String text) {
        return BESIDE_DOCUMENT.matcher(Nfkc.of(text)).replaceAll("");
    }

    private static Optional<Text> what(String kind) {
        return Optional.of(Text.of("decision.number." + kind));
    }
}
