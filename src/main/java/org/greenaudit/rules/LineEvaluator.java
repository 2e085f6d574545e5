package org.greenaudit.rules;

import java.util.List;
import org.greenaudit.matching.Classification;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.PurchaseLine;

/** Judges one purchase line. Immutable and safe for several threads. */
public interface LineEvaluator {

    /**
     * A line's classification and verdicts.
     *
     * @param classification how it stands to every list
     * @param verdicts one for each list that covers or may cover it
     * @param decisions what people's decisions did to it
     */
    record Judgement(Classification classification, List<Verdict> verdicts, List<DecisionUse> decisions) {

        public Judgement {
            verdicts = List.copyOf(verdicts);
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * The judgement of a line and its reasoning.
     *
     * @param matching takes down how the line was classified
     * @param checks takes down how it was judged
     */
    Judgement evaluate(PurchaseLine line, Trace matching, Trace checks);

    /** The judgement of a line. */
    default Judgement evaluate(PurchaseLine line) {
        return evaluate(line, Trace.NONE, Trace.NONE);
    }
}
