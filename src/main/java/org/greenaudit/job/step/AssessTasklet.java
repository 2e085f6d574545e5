package org.greenaudit.job.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.assessment.Assessor;
import org.greenaudit.assessment.ControlTotals;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.rules.Outcome;
import org.greenaudit.source.SourceContent;
import org.greenaudit.store.PartitionState;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.SortedUnits;
import org.greenaudit.store.Stores;
import org.greenaudit.store.TallySink;
import org.greenaudit.store.UnitLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Adds the partitions up, proves that nothing is missing, and derives the assessments from the counts. */
final class AssessTasklet implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(AssessTasklet.class);

    private final RunContext context;
    private final Stores stores;
    private final Path spool;

    AssessTasklet(RunContext context, Stores stores, Path spool) {
        this.context = context;
        this.stores = stores;
        this.spool = spool;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        RunRecord run = context.run();
        try (UnitLedger ledger = new UnitLedger(spool);
                SortedUnits units = new SortedUnits(spool)) {
            CountyCounts counties = stores.partitions().counts(run.id(), ledger::add);
            RunCounts counts = counties.whole();
            check(counts, stores.histories().collect(run, stores.verdicts(), ledger));
            stores.counts().save(run.id(), counties);
            assess(ledger, units);
            stores.assessments().save(run.id(), units, Assessor.bodies(counts));
            notes(counties);
            stores.summaries().save(run.id(), counts.read(), context.previous().map(previous -> stores.histories()
                    .changes(previous, run.id())));
        }
        return RepeatStatus.FINISHED;
    }

    private void assess(UnitLedger ledger, SortedUnits units) throws IOException {
        TallySink tallies = stores.counts().tallies(context.run().id());
        Set<String> recyclables = context.catalog().recyclables();
        ledger.read(dossier -> {
            for (UnitAssessment unit : dossier.assess(
                    recyclables,
                    context.run().auditDate(),
                    context.settings().job().assessment())) {
                units.add("", unit);
            }
            tallies.add(dossier.tallies());
        });
        tallies.end();
    }

    private void notes(CountyCounts counties) {
        RunRecord run = context.run();
        List<FeedNote> notes = context.plan().files().stream()
                .flatMap(file -> file.notes().stream())
                .collect(Collectors.toCollection(ArrayList::new));
        notes.addAll(counties.totals()
                .notes(context.plan().contents().stream()
                        .map(SourceContent::name)
                        .toList()));
        stores.notes().save(run.id(), notes);
        Messages messages = Messages.in(context.settings().locale());
        notes.forEach(note -> LOG.info(messages.render(note.text())));
    }

    private void check(RunCounts counts, Map<Outcome, Long> stored) {
        long runId = context.run().id();
        long open = stores.partitions().all(runId).stream()
                .filter(row -> row.status() != PartitionState.Status.DONE)
                .count();
        require(open == 0, Text.of("job.totals.partitions", open));
        List<Text> differences = ControlTotals.of(
                        counts, context.catalog().listIds(), context.plan().rows())
                .differences();
        require(differences.isEmpty(), differences.isEmpty() ? Text.NONE : differences.get(0));
        long rejected = stores.rejections().stored(runId);
        long expected = lines(counts.rejected());
        require(rejected == expected, Text.of("job.totals.rejected", expected, rejected));
        for (Outcome outcome : Outcome.values()) {
            long found = stored.getOrDefault(outcome, 0L);
            long judged = counts.verdicts(key -> key.outcome() == outcome).lines();
            boolean kept = outcome != Outcome.COMPLIANT || context.settings().allVerdicts();
            require(found == (kept ? judged : 0), Text.of("job.totals.stored", outcome.id(), judged, found));
        }
    }

    private static long lines(Map<String, Count> counts) {
        return counts.values().stream().mapToLong(Count::lines).sum();
    }

    private static void require(boolean holds, Text otherwise) {
        if (!holds) {
            throw new ExplainedException(otherwise);
        }
    }
}
