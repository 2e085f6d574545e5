package org.greenaudit.job.step;

import java.util.List;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.rules.Verdict;
import org.greenaudit.source.Block;
import org.greenaudit.store.FindingKey;

/**
 * A block with what became of it.
 *
 * @param block the block
 * @param counts the counts of all its rows
 * @param kept the verdicts to store, in source order
 * @param uses what people's decisions did to its lines, in source order
 */
record JudgedBlock(Block block, CountyCounts counts, List<Kept> kept, List<Used> uses) {

    /**
     * What a decision did to a line.
     *
     * @param line the line
     * @param use what it did
     */
    record Used(PurchaseLine line, DecisionUse use) {

        /** What the line is without decisions. */
        FindingKey key() {
            return FindingKey.of(line.recordId(), use.listId(), use.without());
        }
    }

    /**
     * A verdict to store.
     *
     * @param line its line
     * @param scheme the scheme the line's code was read in, a year, or as the feed says where it stayed undecided
     * @param verdict the verdict
     */
    record Kept(PurchaseLine line, String scheme, Verdict verdict) {

        /** What makes it the same in another run. */
        FindingKey key() {
            return FindingKey.of(
                    line.recordId(), verdict.item().listId(), verdict.outcome().id());
        }

        static Kept of(PurchaseLine line, LineEvaluator.Judgement judgement, Verdict verdict) {
            String scheme = judgement
                    .classification()
                    .scheme()
                    .map(CategoryScheme::year)
                    .orElse(line.categoryScheme());
            return new Kept(line, scheme, verdict);
        }
    }
}
