package org.greenaudit.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.text.Sha256;

/** The decisions of a job that could apply in an audit: those that are not withdrawn. Immutable. */
public final class Decisions {

    private final BrandAliases brands;
    private final Map<String, List<Decision>> ofRecords = new HashMap<>();
    private final Map<String, List<Decision>> ofProducts = new HashMap<>();
    private final String fingerprint;

    /**
     * An index of decisions.
     *
     * @param brands which brands are the same
     */
    public Decisions(List<Decision> decisions, BrandAliases brands) {
        this.brands = brands;
        List<Decision> standing = decisions.stream()
                .filter(decision -> decision.withdrawn().isEmpty())
                .sorted(Comparator.comparingLong(Decision::id))
                .toList();
        for (Decision decision : standing) {
            Decision.Finding finding = decision.finding();
            String key = decision.product() ? finding.productKey(brands) : finding.recordId();
            (decision.product() ? ofProducts : ofRecords)
                    .computeIfAbsent(key, k -> new ArrayList<>())
                    .add(decision);
        }
        this.fingerprint = standing.isEmpty() ? "" : Sha256.ofText(standing.toString());
    }

    /** The words on the decision of that number, if it is one of these. */
    public Optional<Text> text(long id) {
        return Stream.concat(ofRecords.values().stream(), ofProducts.values().stream())
                .flatMap(List::stream)
                .filter(decision -> decision.id() == id)
                .findFirst()
                .map(Decision::text);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return ofRecords.isEmpty() && ofProducts.isEmpty();
    }

    /** What tells these decisions from others: SHA-256 in hex; empty when there are none. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Those that name a line, by its record or by its brand and model, the oldest first. */
    List<Decision> naming(PurchaseLine line) {
        List<Decision> naming = new ArrayList<>(0);
        for (Decision ofRecord : ofRecords.getOrDefault(line.recordId(), List.of())) {
            if (holdsOn(ofRecord, line.contractDate())) {
                naming.add(ofRecord);
            }
        }
        if (!ofProducts.isEmpty()) {
            BoughtProduct bought = BoughtProduct.of(line, brands);
            ofProducts
                    .getOrDefault(Decision.Finding.productKey(bought.brand(), bought.model(), brands), List.of())
                    .stream()
                    .filter(decision -> holdsOn(decision, line.contractDate()))
                    .forEach(naming::add);
            naming.sort(Comparator.comparingLong(Decision::id));
        }
        return naming;
    }

    /** A certificate says nothing of what was bought before its first or after its last day. */
    private static boolean holdsOn(Decision decision, LocalDate contractDate) {
        return !(decision.ruling() instanceof Ruling.Certificate certificate) || certificate.inForce(contractDate);
    }
}
