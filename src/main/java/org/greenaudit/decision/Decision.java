package org.greenaudit.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.message.Text;

/**
 * A decision that a person made about a finding. It is never changed and never deleted; it can be withdrawn.
 *
 * @param id its number in the database; 0 before it is stored
 * @param finding what it was made about
 * @param product whether it holds for every line of the finding's brand and model, and not for its record alone
 * @param ruling what was decided
 * @param by who decided
 * @param on when
 * @param reason why; may be empty where the ruling says it
 * @param until the last audit date for which it holds, if it has one
 * @param withdrawn how it was withdrawn, if it was
 */
public record Decision(
        long id,
        Finding finding,
        boolean product,
        Ruling ruling,
        String by,
        LocalDate on,
        String reason,
        Optional<LocalDate> until,
        Optional<Withdrawal> withdrawn) {

    /** So many characters a reason has at most. */
    public static final int LONGEST_REASON = 1000;

    /**
     * A record under a list, as it was when the decision was made.
     *
     * @param recordId 记录编号
     * @param listId the list
     * @param brand the brand bought, as the line tells it
     * @param model the model bought, as the line tells it
     * @param buyer who bought it
     * @param facts the {@linkplain LineFacts#fingerprints() fingerprints} of its facts
     */
    public record Finding(
            String recordId, String listId, String brand, String model, BuyingUnit buyer, List<String> facts) {

        public Finding {
            facts = List.copyOf(facts);
        }

        /** The product by which lines of the same brand and model are known. */
        String productKey(BrandAliases brands) {
            return productKey(brand, model, brands);
        }

        /** The same for a brand and a model as a line tells them. */
        public static String productKey(String brand, String model, BrandAliases brands) {
            return brands.canonical(brand) + '\0' + ModelKeys.normalise(model);
        }
    }

    /**
     * A withdrawal.
     *
     * @param by who withdrew it
     * @param on when
     * @param reason why
     */
    public record Withdrawal(String by, LocalDate on, String reason) {}

    /** Whether it is too old for an audit of that date. */
    public boolean expired(LocalDate auditDate) {
        return until.filter(auditDate::isAfter).isPresent();
    }

    /**
     * Whether a decision about a product reaches a line of it. An exemption was approved for a unit, and reaches the lines
     * of no other; where it does not tell its unit, its own record alone.
     */
    boolean reaches(String recordId, BuyingUnit buyer) {
        if (!isOfItsBuyer()) {
            return true;
        }
        return finding.buyer().isKnown()
                ? finding.buyer().isSame(buyer)
                : finding.recordId().equals(recordId);
    }

    /** Whether it counts under a list: a fact is about the line, whatever the list; anything else under its own alone. */
    public boolean isUnder(String listId) {
        return ruling instanceof Ruling.Fact || finding.listId().equals(listId);
    }

    /** Whether it is about a product and reaches the lines of its buyer alone. */
    public boolean isOfItsBuyer() {
        return product && ruling instanceof Ruling.Exemption;
    }

    /** What was decided, by whom, when and why, for people. */
    public Text text() {
        return reason.isEmpty()
                ? Text.of("decision.by-whom", id, ruling.text(), by, on)
                : Text.of("decision.by", id, ruling.text(), by, on, reason);
    }

    /** The same decision before it was withdrawn. */
    Decision asMade() {
        return new Decision(id, finding, product, ruling, by, on, reason, until, Optional.empty());
    }

    /** The same decision under the number that it was stored with. */
    public Decision stored(long number) {
        return new Decision(number, finding, product, ruling, by, on, reason, until, withdrawn);
    }
}
