package org.greenaudit.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.decision.BuyingUnit;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.Decisions;
import org.greenaudit.decision.Ruling;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Money;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.store.RowSink;
import org.greenaudit.store.StoredVerdict;

/** How many findings of a run decisions about products reach, of how many units, and for how much. */
final class ProductReach implements RowSink<StoredVerdict> {

    private static final class Reached {
        private final Set<String> records = new HashSet<>();
        private final List<BuyingUnit> buyers = new ArrayList<>();
        private long fen;

        private void add(BuyingUnit buyer, long amountFen) {
            if (buyers.stream().noneMatch(buyer::isSame)) {
                buyers.add(buyer);
            }
            fen += amountFen;
        }
    }

    private final BrandAliases brands;
    private final Decisions decisions;
    private final Map<Decision, Reached> reached = new HashMap<>();

    /** The reach of these decisions, of which none is about a record alone. */
    ProductReach(List<Decision> ofProducts, BrandAliases brands) {
        this.brands = brands;
        this.decisions = new Decisions(ofProducts, brands);
        ofProducts.forEach(decision -> reached.put(decision, new Reached()));
    }

    /** Counts a finding; a line with findings under both lists counts once. */
    @Override
    public void accept(StoredVerdict verdict) {
        BuyingUnit buyer = Findings.buyer(verdict);
        BoughtProduct bought = BoughtProduct.of(verdict.brand(), verdict.model(), verdict.itemName(), brands);
        for (Decision decision : decisions.ofProduct(bought, verdict.recordId(), buyer, verdict.contractDate())) {
            boolean concerns = decision.ruling() instanceof Ruling.Fact
                    || decision.finding().listId().equals(verdict.listId());
            Reached lines = reached.computeIfAbsent(decision, another -> new Reached());
            if (concerns && lines.records.add(verdict.recordId())) {
                lines.add(buyer, verdict.amountFen());
            }
        }
    }

    /** What to say of a decision; nothing of one that it does not know. */
    Optional<Text> of(Decision decision) {
        return Optional.ofNullable(reached.get(decision))
                .map(lines -> decision.isOfItsBuyer()
                        ? Text.of(
                                "decision.reach-of-buyer",
                                decision.finding().buyer().name(),
                                lines.records.size(),
                                Money.yuan(lines.fen))
                        : Text.of("decision.reach", lines.records.size(), lines.buyers.size(), Money.yuan(lines.fen)));
    }
}
