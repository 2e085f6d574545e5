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

/**
 * The decisions of a job: those that could apply in an audit, which are not withdrawn, and beside them those that are.
 * Immutable.
 */
public final class Decisions {

    private final BrandAliases brands;
    private final Index standing;
    private final Index withdrawn;
    private final String fingerprint;

    /**
     * An index of decisions.
     *
     * @param brands which brands are the same
     */
    public Decisions(List<Decision> decisions, BrandAliases brands) {
        this.brands = brands;
        List<Decision> ordered = decisions.stream()
                .sorted(Comparator.comparingLong(Decision::id))
                .toList();
        List<Decision> applicable = ordered.stream()
                .filter(decision -> decision.withdrawn().isEmpty())
                .toList();
        this.standing = new Index(applicable, brands);
        this.withdrawn = new Index(
                ordered.stream()
                        .filter(decision -> decision.withdrawn().isPresent())
                        .toList(),
                brands);
        this.fingerprint = applicable.isEmpty() ? "" : Sha256.ofText(applicable.toString());
    }

    /** The words on the decision of that number, if it is one that could apply. */
    public Optional<Text> text(long id) {
        return standing.all()
                .filter(decision -> decision.id() == id)
                .findFirst()
                .map(Decision::text);
    }

    /** Whether there are none that could apply. */
    public boolean isEmpty() {
        return standing.isEmpty();
    }

    /** What tells these decisions from others: SHA-256 in hex; empty when none could apply. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Those that name a line, by its record or by its brand and model, the oldest first. */
    List<Decision> naming(PurchaseLine line) {
        return naming(standing, line);
    }

    /** Those that named a line and were withdrawn, the oldest first. */
    public List<Decision> withdrawnNaming(PurchaseLine line) {
        return naming(withdrawn, line);
    }

    private List<Decision> naming(Index index, PurchaseLine line) {
        List<Decision> naming = new ArrayList<>(0);
        for (Decision ofRecord : index.ofRecords.getOrDefault(line.recordId(), List.of())) {
            if (holdsOn(ofRecord, line.contractDate())) {
                naming.add(ofRecord);
            }
        }
        if (!index.ofProducts.isEmpty()) {
            naming.addAll(ofProduct(
                    index, BoughtProduct.of(line, brands), line.recordId(), BuyingUnit.of(line), line.contractDate()));
            naming.sort(Comparator.comparingLong(Decision::id));
        }
        return naming;
    }

    /** Those about a product that name a line of it. */
    public List<Decision> ofProduct(BoughtProduct bought, String recordId, BuyingUnit buyer, LocalDate contractDate) {
        return ofProduct(standing, bought, recordId, buyer, contractDate);
    }

    private List<Decision> ofProduct(
            Index index, BoughtProduct bought, String recordId, BuyingUnit buyer, LocalDate contractDate) {
        return index
                .ofProducts
                .getOrDefault(Decision.Finding.productKey(bought.brand(), bought.model(), brands), List.of())
                .stream()
                .filter(decision -> decision.reaches(recordId, buyer) && holdsOn(decision, contractDate))
                .toList();
    }

    /** A certificate says nothing of what was bought before its first or after its last day. */
    private static boolean holdsOn(Decision decision, LocalDate contractDate) {
        return !(decision.ruling() instanceof Ruling.Certificate certificate) || certificate.inForce(contractDate);
    }

    /** Decisions by what they name. */
    private static final class Index {

        private final Map<String, List<Decision>> ofRecords = new HashMap<>();
        private final Map<String, List<Decision>> ofProducts = new HashMap<>();

        Index(List<Decision> decisions, BrandAliases brands) {
            for (Decision decision : decisions) {
                Decision.Finding finding = decision.finding();
                String key = decision.product() ? finding.productKey(brands) : finding.recordId();
                (decision.product() ? ofProducts : ofRecords)
                        .computeIfAbsent(key, k -> new ArrayList<>())
                        .add(decision);
            }
        }

        boolean isEmpty() {
            return ofRecords.isEmpty() && ofProducts.isEmpty();
        }

        Stream<Decision> all() {
            return Stream.concat(ofRecords.values().stream(), ofProducts.values().stream())
                    .flatMap(List::stream);
        }
    }
}
