package org.greenaudit.rules;

import java.time.LocalDate;
import java.util.List;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.PurchaseLine;

/** Judges lines by the catalogs: classify, then judge. */
public final class CatalogEvaluator implements LineEvaluator {

    private final Classifier classifier;
    private final Judge judge;

    public CatalogEvaluator(CatalogSnapshot catalog, LocalDate schemeSwitch, List<CityPlan> plans) {
        this.classifier = new Classifier(catalog, new SchemeDefault(schemeSwitch));
        this.judge = new Judge(catalog, plans);
    }

    @Override
    public Judgement evaluate(PurchaseLine line, Trace matching, Trace checks) {
        Classification classification = classifier.classify(line, matching);
        return new Judgement(classification, judge.judge(line, classification, checks));
    }
}
