package org.greenaudit.report.table;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.data.RunData;

/** The rows and columns of {@code summary.csv}: list × listed item × region, with advisory lines in columns of their own. */
public final class SummaryTable {

    /**
     * What a row is about.
     *
     * @param listNo the list's place in the catalog
     */
    public record Key(int listNo, String listId, String entryId, String regionCode) {

        static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::listNo).thenComparing(Key::entryId).thenComparing(Key::regionCode);
    }

    /**
     * A row.
     *
     * @param counted lines under a mandatory or priority duty
     * @param advisory lines of buyers that are only encouraged
     * @param recycled how many of the counted lines are recycled products
     */
    public record Row(Key key, Indicator counted, Indicator advisory, RecycledShares.Part recycled) {}

    private SummaryTable() {}

    /** Every row, in the order of lists, items and regions. */
    public static List<Row> rows(ReportContext context) {
        RunData data = context.data();
        List<String> lists = data.catalog().listIds();
        Function<TallyKey, Key> dimension =
                key -> new Key(lists.indexOf(key.listId()), key.listId(), key.entryId(), key.regionCode());
        SortedMap<Key, Indicator> counted = Indicators.of(data.counts()).by(dimension, Key.ORDER);
        SortedMap<Key, Indicator> advisory = Indicators.advisory(data.counts()).by(dimension, Key.ORDER);
        SortedMap<Key, RecycledShares.Part> recycled = RecycledShares.by(context, dimension, Key.ORDER);
        SortedSet<Key> keys = new TreeSet<>(Key.ORDER);
        keys.addAll(counted.keySet());
        keys.addAll(advisory.keySet());
        return keys.stream()
                .map(key -> new Row(
                        key,
                        counted.getOrDefault(key, Indicator.EMPTY),
                        advisory.getOrDefault(key, Indicator.EMPTY),
                        recycled.getOrDefault(key, RecycledShares.Part.NONE)))
                .toList();
    }

    /** The table in the language of the context. */
    public static ReportTable<Row> of(ReportContext context) {
        return new ReportTable.Builder<Row>(context.messages())
                .run(context.data())
                .choice("list", row -> row.key().listId(), context::listWord)
                .word("entry_id", row -> row.key().entryId())
                .word("entry_name", row -> context.item(row.key().entryId()).itemName())
                .number("family_no", row -> context.item(row.key().entryId()).familyNo())
                .word("family_name", row -> context.item(row.key().entryId()).familyName())
                .choice("duty", row -> context.item(row.key().entryId()).duty().id(), context::dutyWord)
                .text("region_code", row -> row.key().regionCode())
                .text("region_name", row -> context.regions()
                        .getOrDefault(row.key().regionCode(), ""))
                .count("in_scope", row -> row.counted().inScope())
                .count("certified", row -> row.counted().certified())
                .count("declared", row -> row.counted().declared())
                .count("violated", row -> row.counted().violated())
                .count("exempt", row -> row.counted().exempt())
                .count("undetermined", row -> row.counted().undetermined())
                .share("certified_share_lines", row -> row.counted().byLines(Indicator::certified))
                .share("certified_share_amount", row -> row.counted().byAmount(Indicator::certified))
                .count("advisory", row -> row.advisory().inScope())
                .count("advisory_certified", row -> row.advisory().certified())
                .share("verified_share_lines", row -> row.counted().byLines(Indicator::verified))
                .share("verified_share_amount", row -> row.counted().byAmount(Indicator::verified))
                .share("declared_share_lines", row -> row.counted().byLines(Indicator::declared))
                .share("declared_share_amount", row -> row.counted().byAmount(Indicator::declared))
                .count("recycled", row -> row.recycled().recycled())
                .share("recycled_share_lines", row -> row.recycled().byLines())
                .share("recycled_share_amount", row -> row.recycled().byAmount())
                .build();
    }
}
