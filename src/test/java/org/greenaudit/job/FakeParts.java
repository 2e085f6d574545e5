package org.greenaudit.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.decision.Decisions;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.matching.ListMatch.Candidate;
import org.greenaudit.matching.ListMatch.CodeContradiction;
import org.greenaudit.matching.MatchBasis;
import org.greenaudit.matching.NotListedReason;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.report.data.RunData;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.Verdict;
import org.greenaudit.rules.certificate.CertificateQuestion;
import org.greenaudit.rules.certificate.Evidence;
import org.greenaudit.source.Block;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.testing.Catalogs;
import org.greenaudit.testing.ListedItems;
import org.greenaudit.testing.PublishedLists;

/**
 * Parts without files: rows in memory, and a judge that does what a line's item name says. {@code violation}, {@code
 * compliant}, {@code undetermined} and {@code exempt} are energy-saving verdicts; anything else is on no list.
 */
final class FakeParts implements AuditComponents {

    private static final ListedItem ITEM =
            ListedItems.of(PublishedLists.ENERGY, "ES2019-01-01", "台式计算机").build();
    private static final ProductList ENERGY =
            PublishedLists.energySaving().items(ITEM).build();
    private static final ProductList ECO = PublishedLists.ecoLabel().build();

    /** The rows: lines and rejections. */
    List<Object> rows = new ArrayList<>();
    /** Into how many partitions they are cut. */
    int partitions = 2;
    /** The source's hash. */
    String sha256 = "0".repeat(64);
    /** The catalogs' fingerprint. */
    String fingerprint = "f".repeat(64);
    /** Rows that the plan claims besides those there are. */
    long lostRows;
    /** The record whose verdict no table can hold, once. */
    final AtomicReference<String> poison = new AtomicReference<>("");
    /** Thrown by the report, once. */
    final AtomicReference<IOException> reportFailure = new AtomicReference<>();
    /** Thrown by the catalogs, once. */
    final AtomicReference<CatalogException> catalogFailure = new AtomicReference<>();
    /** Called for every evaluated line. */
    final AtomicReference<Runnable> onLine = new AtomicReference<>(() -> {});
    /** Records evaluated, in any order. */
    final List<String> evaluated = Collections.synchronizedList(new ArrayList<>());
    /** The stored verdicts as the last report saw them, without run and partition. */
    final List<String> reported = new ArrayList<>();
    /** Rejected rows as the last report saw them. */
    final List<Rejection> reportedRejections = new ArrayList<>();

    void rows(Object... all) {
        rows = new ArrayList<>(List.of(all));
    }

    @Override
    public CatalogSnapshot catalog(List<Path> directories, Consumer<CatalogProblem> warnings) {
        CatalogException failure = catalogFailure.getAndSet(null);
        if (failure != null) {
            throw failure;
        }
        return Catalogs.of(ENERGY, ECO).fingerprint(fingerprint).build();
    }

    @Override
    public PurchaseSource source(RunSettings settings, CatalogSnapshot catalog) {
        return new PurchaseSource() {
            @Override
            public SourcePlan plan() {
                SourcePlan.SourceFile file = new SourcePlan.SourceFile(
                        new SourceContent(0, "feed.csv", rows.size(), sha256, "UTF-8", rows.size() + lostRows),
                        "feed.csv",
                        ',',
                        Map.of(),
                        new SourcePlan.Header(1, List.of()),
                        List.of());
                List<Partition> cut = new ArrayList<>();
                for (int i = 0; i < partitions; i++) {
                    long from = (long) rows.size() * i / partitions;
                    cut.add(new Partition(i, 0, from, (long) rows.size() * (i + 1) / partitions, from, 0));
                }
                return new SourcePlan(List.of(file), cut, List.of());
            }

            @Override
            public BlockReader open(SourcePlan plan, Partition partition, int blockLines) {
                return blocks(partition, blockLines);
            }
        };
    }

    @Override
    public LineEvaluator evaluator(RunSettings settings, CatalogSnapshot catalog, Decisions decisions) {
        return (line, matching, checks) -> {
            evaluated.add(line.recordId());
            onLine.get().run();
            return judge(line);
        };
    }

    @Override
    public void report(RunData data, RunSettings settings) throws IOException {
        IOException failure = reportFailure.getAndSet(null);
        if (failure != null) {
            throw failure;
        }
        reported.clear();
        reportedRejections.clear();
        data.verdicts(Set.of(Outcome.values()), verdict -> reported.add(verdict.toString()));
        data.rejections(reportedRejections::add);
    }

    private BlockReader blocks(Partition partition, int blockLines) {
        List<Object> mine = rows.subList((int) partition.from(), (int) partition.to());
        return new BlockReader() {
            private int next;
            private boolean ended;

            @Override
            public Optional<Block> next() {
                if (ended) {
                    return Optional.empty();
                }
                int from = Math.min(mine.size(), next * blockLines);
                int to = Math.min(mine.size(), from + blockLines);
                ended = to == mine.size();
                List<Object> some = mine.subList(from, to);
                return Optional.of(new Block(
                        partition.number(),
                        next++,
                        ended,
                        some.stream()
                                .filter(PurchaseLine.class::isInstance)
                                .map(PurchaseLine.class::cast)
                                .toList(),
                        some.stream()
                                .filter(Rejection.class::isInstance)
                                .map(Rejection.class::cast)
                                .toList(),
                        List.of()));
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }

    private LineEvaluator.Judgement judge(PurchaseLine line) {
        ListMatch eco = new ListMatch.Outside("eco-label", NotListedReason.NOT_ON_LIST);
        Optional<Outcome> outcome = List.of(Outcome.values()).stream()
                .filter(o -> o.id().equals(line.itemName()))
                .findFirst();
        if (outcome.isEmpty()) {
            ListMatch energy = new ListMatch.Outside("energy-saving", NotListedReason.NOT_ON_LIST);
            return new LineEvaluator.Judgement(
                    new Classification(Optional.empty(), List.of(energy, eco)), List.of(), List.of());
        }
        ListMatch energy = new ListMatch.Inside(
                ENERGY,
                List.of(new Candidate(ITEM, MatchBasis.NAME)),
                false,
                List.of(),
                CodeContradiction.NONE,
                List.of());
        String rule = outcome.get() == Outcome.VIOLATION ? "M1" : "";
        if (poison.get().equals(line.recordId())) {
            poison.set("");
            rule = "no column is as wide as this rule";
        }
        Verdict verdict = new Verdict(
                ITEM,
                Duty.MANDATORY,
                MatchBasis.NAME,
                outcome.get(),
                rule,
                List.of(),
                outcome.get() == Outcome.UNDETERMINED
                        ? Optional.of(CertificateQuestion.MODEL_UNKNOWN)
                        : Optional.empty(),
                Text.NONE,
                Text.NONE,
                Text.NONE,
                "",
                Evidence.NONE,
                List.of(),
                List.of(),
                false,
                List.of());
        return new LineEvaluator.Judgement(
                new Classification(Optional.empty(), List.of(energy, eco)), List.of(verdict), List.of());
    }
}
