package org.greenaudit.report.table;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.Share;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.html.HtmlTable;
import org.greenaudit.report.html.HtmlTable.Cell;

/**
 * How much of the goods that exist as recycled products (再生) were bought as such; buyers are encouraged to. Advisory
 * lines are left out, as in the indicators. Nothing here is a finding.
 */
public final class RecycledShares {

    /**
     * A part of a run.
     *
     * @param listed lines of list rows of which there are recycled products
     * @param recycled of these, those whose name or specification tells one
     */
    public record Part(Count listed, Count recycled) {

        static final Part NONE = new Part(Count.ZERO, Count.ZERO);

        /** The share by lines. */
        public Share byLines() {
            return Share.byLines(recycled, listed);
        }

        /** The share by amount. */
        public Share byAmount() {
            return Share.byAmount(recycled, listed);
        }
    }

    private record Place(String regionCode, String entryId) {

        static final Comparator<Place> ORDER =
                Comparator.comparing(Place::regionCode).thenComparing(Place::entryId);
    }

    private RecycledShares() {}

    /** One part for each value of a property, in the given order. */
    public static <K> SortedMap<K, Part> by(
            ReportContext context, Function<TallyKey, K> dimension, Comparator<? super K> order) {
        Indicators listed = Indicators.of(context.data().counts())
                .where(key -> context.data().catalog().recycled().concern(context.item(key.entryId())));
        SortedMap<K, Indicator> recycled = listed.where(TallyKey::recycled).by(dimension, order);
        SortedMap<K, Part> parts = new TreeMap<>(order);
        listed.by(dimension, order)
                .forEach((key, whole) -> parts.put(
                        key,
                        new Part(
                                whole.inScope(),
                                recycled.getOrDefault(key, Indicator.EMPTY).inScope())));
        return parts;
    }

    /** All of a run. */
    public static Part total(ReportContext context) {
        return by(context, key -> "", Comparator.naturalOrder()).getOrDefault("", Part.NONE);
    }

    /** By region and list row. */
    public static HtmlTable table(ReportContext context) {
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.recycled.caption")
                .text("report.head.region")
                .text("report.head.item")
                .count()
                .number("report.head.recycled-lines")
                .number("report.head.recycled-amount")
                .number("report.head.share-lines")
                .number("report.head.share-amount");
        by(context, key -> new Place(key.regionCode(), key.entryId()), Place.ORDER)
                .forEach((place, part) -> table.row(
                        Cell.text(context.region(place.regionCode())),
                        Cell.text(context.item(place.entryId()).itemName()),
                        Cell.lines(part.listed()),
                        Cell.yuan(part.listed()),
                        Cell.lines(part.recycled()),
                        Cell.yuan(part.recycled()),
                        Cell.number(context.share(part.byLines())),
                        Cell.number(context.share(part.byAmount()))));
        return table.limited("summary.csv");
    }
}
