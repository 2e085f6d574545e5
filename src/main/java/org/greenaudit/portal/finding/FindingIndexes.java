package org.greenaudit.portal.finding;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.Decision;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.SortedVerdicts;
import org.greenaudit.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The findings of runs in memory, and what became of them: made when they are first asked for, and kept for the runs that were
 * asked for last. Safe for several threads.
 */
public final class FindingIndexes {

    /** The outcomes that are findings. */
    static final Set<Outcome> FINDINGS = EnumSet.of(Outcome.VIOLATION, Outcome.UNDETERMINED);

    /** Bytes in memory of all kept runs together: a quarter of what Java may use. One alone counts half of it at most, so that it is kept however large. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 4;

    /** Measured with 300,000 findings. */
    private static final long BYTES_OF_A_FINDING = 160;

    /** A finding whole, of which some megabytes are kept in memory and the others in a file. */
    private static final long BYTES_OF_A_WHOLE = 1000;

    private static final long MOST_WHOLE = 16L << 20;

    /** How long a decision that another process stored may stay unknown here. */
    private static final Duration GLANCE = Duration.ofSeconds(30);

    private static final int MOST_STATES = 20;

    /** States and the decisions that they follow from. */
    private record Decided(List<Decision> decisions, FindingStates states) {}

    /** A reader waits for it, and others are to be served meanwhile. */
    private static final int SORTERS = 1;

    private static final Logger LOG = LoggerFactory.getLogger(FindingIndexes.class);

    /** Closes what an index reads from when nobody has the index any more: a file may be written from one that is kept no more. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final Stores stores;
    private final Supplier<CatalogSnapshot> catalog;
    private final Path work;
    private final LoadingCache<RunRecord, FindingIndex> indexes;
    private final LoadingCache<RunRecord, Decided> decided;

    /**
     * The findings of the runs in these stores.
     *
     * @param catalog the catalogs as they are now: they tell which family an entry belongs to, and which brands are the same
     * @param work a folder for what does not fit into memory meanwhile
     */
    public FindingIndexes(Stores stores, Supplier<CatalogSnapshot> catalog, Path work) {
        this.stores = stores;
        this.catalog = catalog;
        this.work = work;
        this.indexes = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((RunRecord run, FindingIndex index) -> weight(index.size()))
                .build(this::index);
        this.decided = Caffeine.newBuilder()
                .maximumSize(MOST_STATES)
                .refreshAfterWrite(GLANCE)
                .build(new CacheLoader<>() {
                    @Override
                    public Decided load(RunRecord run) {
                        return decided(run, stores.decisions().ofJob(run.jobName()));
                    }

                    @Override
                    public Decided reload(RunRecord run, Decided old) {
                        // beside the pages, which show the old states meanwhile
                        List<Decision> now = stores.decisions().ofJob(run.jobName());
                        return now.equals(old.decisions()) ? old : decided(run, now);
                    }
                });
    }

    /**
     * The findings of a completed run. The first time, its verdicts are read and sorted; afterwards the database is asked for
     * nothing, not even for files.
     *
     * @throws ExplainedException when its details are no longer kept
     */
    public FindingIndex of(RunRecord run) {
        if (run.status() != RunRecord.Status.COMPLETED) {
            throw new IllegalArgumentException("not completed: " + run.runId());
        }
        return indexes.get(run);
    }

    /**
     * What became of the findings of a completed run. What {@link #decisionsChanged} was not told is known half a minute later.
     *
     * @throws ExplainedException when its details are no longer kept
     */
    public FindingStates states(RunRecord run) {
        return decided.get(run).states();
    }

    /** Says that decisions were made or withdrawn: states are looked at again. */
    public void decisionsChanged() {
        decided.invalidateAll();
    }

    private Decided decided(RunRecord run, List<Decision> decisions) {
        return new Decided(
                decisions,
                FindingStates.of(
                        of(run).columns(),
                        run.auditDate(),
                        stores.decisions().uses(run.id()),
                        decisions,
                        catalog.get().brands()));
    }

    private FindingIndex index(RunRecord run) throws IOException {
        Map<String, String> families = new HashMap<>();
        catalog.get().lists().forEach(list -> list.items()
                .forEach(item -> families.put(item.entryId(), item.family())));
        Map<Outcome, Long> stored = stores.verdicts().stored(run.id());
        long count = FINDINGS.stream()
                .mapToLong(outcome -> stored.getOrDefault(outcome, 0L))
                .sum();
        FindingColumns columns = new FindingColumns(Math.toIntExact(count));
        SortedVerdicts sorted = stores.verdicts().sorted(run.id(), FINDINGS, work, SORTERS);
        FindingIndex index = new FindingIndex(run, columns, (places, sink) -> sorted.read(FINDINGS, places, sink));
        CLEANER.register(index, () -> close(sorted));
        index.read(place -> true, verdict -> columns.add(verdict, families.getOrDefault(verdict.entryId(), "")));
        columns.seal();
        // what is deleted is deleted behind what says so
        if (!stores.retention().hasDetails(run.id())) {
            throw new ExplainedException(Text.of("report.error.no-details", run.runId()));
        }
        return index;
    }

    private static void close(SortedVerdicts sorted) {
        try {
            sorted.close();
        } catch (IOException e) {
            LOG.warn("a temporary file could not be closed", e);
        }
    }

    private static int weight(int findings) {
        long bytes = findings * BYTES_OF_A_FINDING + Math.min(findings * BYTES_OF_A_WHOLE, MOST_WHOLE);
        return (int) Math.min(bytes, MOST_BYTES / 2);
    }
}
