package org.greenaudit.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.Decisions;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.report.data.RunData;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.source.PurchaseSource;

/** Hands every call to the parts of the test that is running, so that many tests share one database. */
final class SharedParts implements AuditComponents {

    /** The parts of the test that is running. */
    volatile FakeParts current = new FakeParts();

    @Override
    public CatalogSnapshot catalog(List<Path> directories, Consumer<CatalogProblem> warnings) {
        return current.catalog(directories, warnings);
    }

    @Override
    public PurchaseSource source(RunSettings settings, CatalogSnapshot catalog) {
        return current.source(settings, catalog);
    }

    @Override
    public LineEvaluator evaluator(RunSettings settings, CatalogSnapshot catalog, Decisions decisions) {
        return current.evaluator(settings, catalog, decisions);
    }

    @Override
    public void report(RunData data, RunSettings settings) throws IOException {
        current.report(data, settings);
    }
}
