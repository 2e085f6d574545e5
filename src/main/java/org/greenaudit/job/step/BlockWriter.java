package org.greenaudit.job.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.decision.LineFacts;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.Verdict;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.store.Stores;
import org.greenaudit.store.ViolationKey;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Stores the blocks of one partition. The first block deletes what an earlier attempt left; the last one stores the
 * partition's counts and marks it as done, all in the transaction of its rows. Used by one thread.
 */
final class BlockWriter implements ItemWriter<JudgedBlock> {

    private final RunContext context;
    private final Stores stores;
    private final CountyCounts counts = new CountyCounts();
    private long verdicts;
    private long rejections;
    private long uses;
    private long rows;

    BlockWriter(RunContext context, Stores stores) {
        this.context = context;
        this.stores = stores;
    }

    @Override
    public void write(Chunk<? extends JudgedBlock> chunk) {
        chunk.getItems().forEach(this::write);
    }

    private void write(JudgedBlock judged) {
        long runId = context.run().id();
        int partition = judged.block().partition();
        if (judged.block().index() == 0) {
            stores.partitions().begin(runId, partition);
        }
        List<StoredVerdict> kept = rows(judged.kept());
        stores.verdicts().insert(runId, partition, verdicts, kept);
        verdicts += kept.size();
        stores.rejections().insert(runId, partition, rejections, judged.block().rejections());
        rejections += judged.block().rejections().size();
        stores.decisions().addUses(runId, partition, uses, judged.uses());
        uses += judged.uses().size();
        rows += judged.block().rows();
        counts.add(judged.counts());
        if (judged.block().last()) {
            stores.partitions().finish(runId, partition, rows, counts);
        }
        context.progress().add(judged.block().rows());
    }

    private List<StoredVerdict> rows(List<JudgedBlock.Kept> kept) {
        Map<ViolationKey, LocalDate> known = firstSeen(kept);
        List<StoredVerdict> rows = new ArrayList<>(kept.size());
        for (JudgedBlock.Kept one : kept) {
            ViolationKey key =
                    ViolationKey.of(one.line().recordId(), one.verdict().item().listId());
            boolean violation = one.verdict().outcome() == Outcome.VIOLATION;
            Optional<LocalDate> before = violation ? Optional.ofNullable(known.get(key)) : Optional.empty();
            rows.add(row(one, before.orElse(context.run().auditDate()), violation && before.isEmpty()));
        }
        return rows;
    }

    private Map<ViolationKey, LocalDate> firstSeen(List<JudgedBlock.Kept> kept) {
        Optional<RunRecord> previous = context.previous();
        if (previous.isEmpty()) {
            return Map.of();
        }
        List<String> records = kept.stream()
                .filter(one -> one.verdict().outcome() == Outcome.VIOLATION)
                .map(one -> one.line().recordId())
                .toList();
        return stores.verdicts().firstSeen(previous.get().id(), records);
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
