package org.greenaudit.job.broker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.step.AuditStart;
import org.greenaudit.job.step.Progress;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.store.Stores;
import org.greenaudit.testing.RunRecords;

/** A run with number 7 and four partitions of ten rows each, as it is handed out. */
final class HandedOutRun {

    private HandedOutRun() {}

    /** Begins it. */
    static RunContext of(Stores stores, ProgressListener told, Instant now, BooleanSupplier lock) {
        SourcePlan plan = new SourcePlan(
                List.of(new SourcePlan.SourceFile(
                        new SourceContent(0, "a.csv", 10, "ab", "UTF-8", 40),
                        "/a.csv",
                        Optional.empty(),
                        ',',
                        Map.of("record_id", 0),
                        new SourcePlan.Header(1, List.of("record_id")),
                        List.of())),
                IntStream.range(0, 4)
                        .mapToObj(no -> new Partition(no, 0, no, no + 1, no + 2, 0, Optional.empty()))
                        .toList(),
                List.of());
        stores.plans().save(7, plan);
        return new RunContext(
                new AuditStart(null, null, told, now),
                RunRecords.of("city", "2026-06-30").build(),
                Optional.empty(),
                null,
                plan,
                null,
                new Progress(0, plan.rows(), told),
                lock);
    }
}
