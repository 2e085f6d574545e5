package org.greenaudit.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.Decisions;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.report.data.RunData;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourcePlan;

/** The program's parts, with something that happens once before the partition in the middle is read. */
final class ChangingParts implements AuditComponents {

    private final AuditComponents parts;
    private final Runnable event;
    private final AtomicBoolean happened = new AtomicBoolean();

    ChangingParts(AuditComponents parts, Runnable event) {
        this.parts = parts;
        this.event = event;
    }

    @Override
    public CatalogSnapshot catalog(List<Path> directories, Consumer<CatalogProblem> warnings) {
        return parts.catalog(directories, warnings);
    }

    @Override
    public PurchaseSource source(RunSettings settings, CatalogSnapshot catalog) {
        PurchaseSource source = parts.source(settings, catalog);
        return new PurchaseSource() {
            @Override
            public SourcePlan plan() {
                return source.plan();
            }

            @Override
            public BlockReader open(SourcePlan plan, Partition partition, int blockLines) throws IOException {
                boolean middle = partition.number() == plan.partitions().size() / 2;
                if (middle && happened.compareAndSet(false, true)) {
                    event.run();
                }
                return source.open(plan, partition, blockLines);
            }
        };
    }

    @Override
    public LineEvaluator evaluator(RunSettings settings, CatalogSnapshot catalog, Decisions decisions) {
        return parts.evaluator(settings, catalog, decisions);
    }

    @Override
    public void report(RunData data, RunSettings settings) throws IOException {
        parts.report(data, settings);
    }
}
