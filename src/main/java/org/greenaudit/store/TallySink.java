package org.greenaudit.store;

import java.util.Comparator;
import java.util.Map;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.purchase.Money;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores the tallies of a run (table {@code audit_tally}) unit by unit; used by one thread. */
public final class TallySink {

    private static final Comparator<TallyKey> ORDER = Comparator.comparing(TallyKey::buyerCode)
            .thenComparing(TallyKey::listId)
            .thenComparing(TallyKey::entryId)
            .thenComparing(TallyKey::regionName)
            .thenComparing(TallyKey::duty)
            .thenComparing(TallyKey::outcome)
            .thenComparing(TallyKey::rule)
            .thenComparing(TallyKey::declared)
            .thenComparing(TallyKey::recycled);

    private final TableInsert table;
    private final long runId;
    private int next;

    TallySink(JdbcTemplate jdbc, long runId) {
        this.runId = runId;
        this.table = new TableInsert(
                jdbc,
                "audit_tally",
                "run_id, seq_no, list_id, entry_id, region_code, region_name, buyer_code, buyer_name,"
                        + " duty, outcome, rule_code, declared, recycled, line_count, amount");
    }

    /** Takes the tallies of units of one region and name. */
    public void add(Map<TallyKey, Count> tallies) {
        tallies.entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).forEach(tally -> {
            TallyKey key = tally.getKey();
            table.row(
                    runId,
                    next++,
                    key.listId(),
                    key.entryId(),
                    ColumnCodec.clip(key.regionCode(), ColumnCodec.REGION_CODE),
                    ColumnCodec.clip(key.regionName(), ColumnCodec.REGION_NAME),
                    ColumnCodec.clip(key.buyerCode(), ColumnCodec.BUYER_CODE),
                    ColumnCodec.clip(key.buyerName(), ColumnCodec.BUYER_NAME),
                    key.duty().name(),
                    key.outcome().name(),
                    key.rule(),
                    key.declared(),
                    key.recycled(),
                    tally.getValue().lines(),
                    Money.yuan(tally.getValue().amountFen()));
        });
    }

    /** Stores the last ones. */
    public void end() {
        table.flush();
    }
}
