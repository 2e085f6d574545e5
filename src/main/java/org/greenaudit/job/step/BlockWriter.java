package org.greenaudit.job.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.decision.LineFacts;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.Verdict;
import org.greenaudit.store.FindingKey;
import org.greenaudit.store.PartitionStore.Lease;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredUse;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.store.Stores;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Stores the blocks of one partition, each in a transaction that proves the partition's lease. The first block deletes what
 * earlier holders left; the last one stores the partition's counts and marks it as done. Used by one thread.
 */
final class BlockWriter implements ItemWriter<JudgedBlock> {

    private final RunContext context;
    private final Stores stores;
    private final Lease lease;
    private final CountyCounts counts = new CountyCounts();
    private long verdicts;
    private long rejections;
    private long uses;
    private long rows;

    BlockWriter(RunContext context, Stores stores, Lease lease) {
        this.context = context;
        this.stores = stores;
        this.lease = lease;
    }

    @Override
    public void write(Chunk<? extends JudgedBlock> chunk) {
        chunk.getItems().forEach(this::write);
    }

    private void write(JudgedBlock judged) {
        long runId = context.run().id();
        int partition = judged.block().partition();
        rows += judged.block().rows();
        // before anything else: the row stays locked, so that nobody else takes the partition until this block is
        // stored
        stores.partitions().keep(lease, rows);
        if (judged.block().index() == 0) {
            stores.partitions().clear(lease);
        }
        Sights sights = sights(judged);
        List<StoredVerdict> kept = rows(judged.kept(), sights);
        stores.verdicts().insert(runId, partition, verdicts, kept);
        verdicts += kept.size();
        stores.rejections().insert(runId, partition, rejections, judged.block().rejections());
        rejections += judged.block().rejections().size();
        stores.decisions().addUses(runId, partition, uses, usesOf(judged, sights));
        uses += judged.uses().size();
        counts.add(judged.counts());
        if (judged.block().last()) {
            stores.partitions().finish(lease, rows, counts);
        }
        context.progress().add(judged.block().rows());
    }

    private List<StoredVerdict> rows(List<JudgedBlock.Kept> kept, Sights sights) {
        LocalDate auditDate = context.run().auditDate();
        List<StoredVerdict> rows = new ArrayList<>(kept.size());
        for (JudgedBlock.Kept one : kept) {
            if (isFinding(one)) {
                FindingKey key = one.key();
                LocalDate firstSeen = sights.first(key);
                boolean violation = one.verdict().outcome() == Outcome.VIOLATION;
                rows.add(row(one, firstSeen, violation && !sights.reported.contains(key)));
                if (!violation) {
                    counts.add(one.line(), firstSeen, auditDate);
                }
            } else {
                rows.add(row(one, auditDate, false));
            }
        }
        return rows;
    }

    private static List<StoredUse> usesOf(JudgedBlock judged, Sights sights) {
        return judged.uses().stream()
                .map(used -> new StoredUse(
                        used.line().ref(),
                        used.line().recordId(),
                        used.line().regionCode(),
                        used.line().amountFen(),
                        sights.first(used.key()),
                        used.use()))
                .toList();
    }

    /** What the previous run knew of the block's findings. A run without decisions has settled none. */
    private Sights sights(JudgedBlock judged) {
        LocalDate auditDate = context.run().auditDate();
        Optional<RunRecord> previous = context.previous();
        if (previous.isEmpty()) {
            return Sights.of(Map.of(), Map.of(), auditDate);
        }
        RunRecord earlier = previous.get();
        List<String> records = Stream.concat(
                        judged.kept().stream().filter(BlockWriter::isFinding).map(JudgedBlock.Kept::line),
                        judged.uses().stream().map(JudgedBlock.Used::line))
                .map(PurchaseLine::recordId)
                .toList();
        return Sights.of(
                stores.verdicts().firstSeen(earlier.id(), records),
                earlier.decisionsFingerprint().isEmpty()
                        ? Map.of()
                        : stores.decisions().firstSeen(earlier.id(), records),
                auditDate);
    }

    private static boolean isFinding(JudgedBlock.Kept kept) {
        return kept.verdict().outcome() == Outcome.VIOLATION || kept.verdict().outcome() == Outcome.UNDETERMINED;
    }

    /**
     * When findings were first seen. A question that was answered and is a violation now is the same finding.
     *
     * @param reported those that the previous run reported
     * @param lines since when lines are findings there, reported or settled by decisions
     * @param today for all others
     */
    private record Sights(Set<FindingKey> reported, Map<FindingKey.Line, LocalDate> lines, LocalDate today) {

        static Sights of(Map<FindingKey, LocalDate> reported, Map<FindingKey, LocalDate> settled, LocalDate today) {
            Map<FindingKey.Line, LocalDate> lines = new HashMap<>();
            Stream.of(reported, settled)
                    .flatMap(known -> known.entrySet().stream())
                    .filter(known -> known.getKey().isFinding())
                    .forEach(known -> lines.merge(
                            known.getKey().line(),
                            known.getValue(),
                            (one, other) -> one.isBefore(other) ? one : other));
            return new Sights(reported.keySet(), lines, today);
        }

        LocalDate first(FindingKey key) {
            return lines.getOrDefault(key.line(), today);
        }
    }

    private static StoredVerdict row(JudgedBlock.Kept kept, LocalDate firstSeen, boolean isNew) {
        PurchaseLine line = kept.line();
        Verdict verdict = kept.verdict();
        return new StoredVerdict(
                line.ref(),
                line.recordId(),
                line.regionCode(),
                line.regionName(),
                line.buyerCode(),
                line.buyerName(),
                line.buyerType(),
                line.contractNo(),
                line.contractDate(),
                line.supplierName(),
                line.categoryCode(),
                kept.scheme(),
                line.categoryName(),
                line.itemName(),
                line.brand(),
                line.model(),
                line.quantity().toString(),
                line.unit(),
                line.unitPrice().toString(),
                line.amountFen(),
                verdict.item().listId(),
                verdict.item().entryId(),
                verdict.duty(),
                verdict.basis().id(),
                verdict.outcome(),
                verdict.rule(),
                verdict.otherRules(),
                verdict.question().map(OpenQuestion::id).orElse(""),
                verdict.message(),
                verdict.expected(),
                verdict.found(),
                verdict.certificateNo(),
                verdict.evidence().id(),
                verdict.clauses(),
                verdict.warnings(),
                firstSeen,
                isNew,
                LineFacts.of(line).fingerprints());
    }
}
