package org.greenaudit.job.step;

import java.util.List;
import org.greenaudit.source.KeyRange;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.store.DuplicateRecord;
import org.greenaudit.store.PartitionRow;
import org.greenaudit.store.SourceRow;
import org.greenaudit.store.Stores;

/** Between a source's plan and its rows in the database. */
public final class Plans {

    private Plans() {}

    /** Stores a plan for a run that has none. */
    static void save(Stores stores, long runId, SourcePlan plan) {
        stores.plans()
                .save(
                        runId,
                        sources(plan),
                        plan.duplicates().stream()
                                .map(d -> new DuplicateRecord(d.sourceNo(), d.line(), d.firstSource(), d.firstLine()))
                                .toList());
        stores.partitions()
                .save(
                        runId,
                        plan.partitions().stream()
                                .map(p -> new PartitionRow(
                                        p.number(),
                                        p.sourceNo(),
                                        p.from(),
                                        p.to(),
                                        p.firstLine(),
                                        p.keys().map(k -> new PartitionRow.Keys(k.after(), k.upTo(), k.checksum())),
                                        PartitionRow.Status.WAITING,
                                        0))
                                .toList());
    }

    /** The sources of a plan as the database keeps them. */
    public static List<SourceRow> sources(SourcePlan plan) {
        return plan.files().stream()
                .map(f -> new SourceRow(f.sourceNo(), f.name(), f.bytes(), f.sha256(), f.charset(), f.rows()))
                .toList();
    }

    /** A new plan of unchanged sources, with the partitions and duplicates that a run was begun with. */
    public static SourcePlan continued(Stores stores, long runId, SourcePlan plan) {
        return new SourcePlan(
                plan.files(),
                stores.partitions().all(runId).stream().map(Plans::partition).toList(),
                stores.plans().duplicates(runId).stream()
                        .map(d -> new SourcePlan.DuplicateRow(d.sourceNo(), d.line(), d.firstSource(), d.firstLine()))
                        .toList());
    }

    /** The part of the source that a row describes. */
    static Partition partition(PartitionRow row) {
        return new Partition(
                row.number(),
                row.sourceNo(),
                row.from(),
                row.to(),
                row.firstLine(),
                row.keys().map(k -> new KeyRange(k.after(), k.upTo(), k.checksum())));
    }
}
