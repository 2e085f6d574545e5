package org.greenaudit.rules;

import java.time.LocalDate;
import java.util.List;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
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

    /** Judges lines by the catalogs: classify, then judge. */
    static LineEvaluator of(CatalogSnapshot catalog, LocalDate schemeSwitch, List<CityPlan> plans) {
        Classifier classifier = new Classifier(catalog, new SchemeDefault(schemeSwitch));
        Judge judge = new Judge(catalog, plans);
        return (line, matching, checks) -> {
            Classification classification = classifier.classify(line, matching);
            return new Judgement(classification, judge.judge(line, classification, checks), List.of());
        };
    }

    /** The judgement of a line. */
    default Judgement evaluate(PurchaseLine line) {
        return evaluate(line, Trace.NONE, Trace.NONE);
    }
}
