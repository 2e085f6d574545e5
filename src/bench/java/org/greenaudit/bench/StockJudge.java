package org.greenaudit.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.FeedRow;
import org.greenaudit.purchase.LineParser;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.Judge;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.rules.LineEvaluator.Judgement;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.Verdict;
import org.greenaudit.rules.WindowEvaluator;
import org.greenaudit.source.FeedMapping;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Judges one row at a time by the program's own code; picks the verdicts that are no compliance, as the program does. */
final class StockJudge implements ItemProcessor<FeedRow, List<StockJudge.Stored>> {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 6, 30);

    private final LineParser parser;
    private final LineEvaluator evaluator;

    /** A verdict to store, with its line. */
    record Stored(PurchaseLine line, Verdict verdict) {}

    StockJudge(CatalogSnapshot catalog, List<String> header) {
        FeedColumns columns = FeedColumns.of(catalog.certificateColumns(), catalog.headerAliases());
        this.parser = new LineParser(FeedMapping.NONE.headers(columns).read(0, "feed", header));
        Classifier classifier = new Classifier(catalog, SchemeDefault.STANDARD);
        Judge judge = new Judge(catalog, List.of());
        this.evaluator = new WindowEvaluator(FROM, TO, catalog.listIds(), (line, matching, checks) -> {
            Classification classification = classifier.classify(line, matching);
            return new Judgement(classification, judge.judge(line, classification, checks), List.of());
        });
    }

    @Override
    public @Nullable List<Stored> process(FeedRow row) {
        List<Stored> stored = new ArrayList<>();
        if (parser.parse(1, row) instanceof PurchaseLine line) {
            for (Verdict verdict : evaluator.evaluate(line).verdicts()) {
                if (verdict.outcome() != Outcome.COMPLIANT) {
                    stored.add(new Stored(line, verdict));
                }
            }
        }
        return stored.isEmpty() ? null : stored;
    }
}
