package org.greenaudit.check;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.assessment.Share;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.ListNames;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.check.FeedPicture.Filled;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.sheet.SheetSpool;

/** How one source is read, in words for people, and what the verdicts will lack for it. Values of the source stand in it as they are. */
public final class FeedReading {

    /** Bytes by which the format of a workbook is told. */
    private static final int HEAD = 4096;

    private static final Set<Column> TAKEN_APART =
            Set.of(FeedColumn.LINE_STATUS, FeedColumn.BRAND_MODEL, FeedColumn.REMARK);

    private final SourcePlan plan;
    private final FeedPicture picture;
    private final RunSettings settings;
    private final CatalogSnapshot catalog;

    /** The reading of one source of a check. */
    public FeedReading(FeedCheck check, FeedPicture picture, CatalogSnapshot catalog) {
        this.plan = check.plan();
        this.picture = picture;
        this.settings = check.settings();
        this.catalog = catalog;
    }

    /**
     * A column of the source.
     *
     * @param place its place from 1; empty where it has none of its own
     * @param header what stands above it
     * @param column what it is read as
     * @param share how many of the readable lines have a value, in percent; empty where that cannot be said
     * @param examples different values
     */
    public record MappedColumn(
            String place, String header, Column column, Optional<BigDecimal> share, List<String> examples) {}

    /**
     * A field of the first lines.
     *
     * @param column which
     * @param values its value in each line
     */
    public record Field(Column column, List<String> values) {}

    /** What the source is called. */
    public String name() {
        return picture.file().content().name();
    }

    /** Its format, and where its header is. */
    public Text format() throws IOException {
        SourcePlan.SourceFile file = picture.file();
        String rows = Numbers.whole(file.content().rows());
        long line = file.header().line();
        if (file.sheet().isPresent()) {
            return Text.of("check.sheet", file.sheet().get(), line, rows, "@check.workbook." + workbook(file));
        }
        if (line > 0) {
            String delimiter = file.delimiter() == '\t' ? "Tab" : String.valueOf(file.delimiter());
            return Text.of("check.text", file.content().charset(), delimiter, line, rows);
        }
        return Text.of("check.table", rows);
    }

    private static String workbook(SourcePlan.SourceFile file) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file.location()))) {
            return SheetSpool.format(in.readNBytes(HEAD)).orElseThrow();
        }
    }

    /** The columns that are read, in the order of the source; further certificate columns of a list behind them. */
    public List<MappedColumn> columns() {
        FeedColumns known = settings.columns(catalog);
        List<MappedColumn> mapped = new ArrayList<>();
        Map<Column, Filled> rest = new LinkedHashMap<>(picture.columns());
        List<String> header = picture.file().header().cells();
        picture.file().columns().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> known.ofHeader(entry.getKey()).ifPresent(column -> {
                    int at = entry.getValue();
                    String text = at < header.size() ? header.get(at) : "";
                    mapped.add(column(String.valueOf(at + 1), text, column, Optional.ofNullable(rest.remove(column))));
                }));
        // further certificate columns of a list, which go by their header and place
        rest.forEach((column, filled) -> {
            if (picture.file().columns().containsKey(column.header())) {
                mapped.add(column("", column.chinese(), column, Optional.of(filled)));
            }
        });
        return mapped;
    }

    /** A column whose cells go into other columns, such as 品牌型号, has no values of its own. */
    private MappedColumn column(String place, String header, Column column, Optional<Filled> filled) {
        boolean own = !TAKEN_APART.contains(column);
        Count rows = new Count(filled.map(Filled::rows).orElse(0L), 0);
        Optional<BigDecimal> share = own ? Share.byLines(rows, picture.lines()).percent() : Optional.empty();
        return new MappedColumn(
                place, header, column, share, filled.map(Filled::examples).orElse(List.of()));
    }

    /** What there is to know of the reading, the grave first. */
    public List<FeedNote> notes() {
        return picture.notes(plan).stream()
                .sorted(Comparator.comparing(FeedNote::grave).reversed())
                .toList();
    }

    /** How many rows are purchases, of which amount and dates, and what the others are. */
    public List<String> rows(Messages messages) {
        List<String> rows = new ArrayList<>();
        Count lines = picture.lines();
        rows.add(
                lines.lines() == 0
                        ? messages.get("check.no-lines")
                        : messages.get(
                                "check.lines",
                                Numbers.lines(lines),
                                Numbers.yuan(lines),
                                picture.from(),
                                picture.to()));
        if (picture.outside() > 0) {
            rows.add(messages.get("check.outside", Numbers.whole(picture.outside()), settings.from(), settings.to()));
        }
        picture.rejected().forEach((reason, rejected) -> {
            Rejection first = rejected.first();
            rows.add(messages.get(
                    "check.rejected",
                    "@reject." + reason.id(),
                    Numbers.whole(rejected.rows()),
                    first.ref().line(),
                    messages.render(first.detail())));
        });
        picture.setApart()
                .forEach((kind, apart) -> rows.add(messages.get(
                        "check.set-apart",
                        "@set-apart." + kind,
                        Numbers.lines(apart.rows()),
                        Numbers.yuan(apart.rows()),
                        apart.firstLine())));
        if (!picture.blanksOfMerged().isEmpty()) {
            rows.add(messages.get("check.fill-down", String.join(", ", picture.blanksOfMerged())));
        }
        return rows;
    }

    /** The first lines side by side: the fields that one of them has. */
    public List<Field> firstLines() {
        List<Map<Column, String>> read =
                picture.firstLines().stream().map(LineFields::of).toList();
        List<Field> fields = new ArrayList<>();
        if (!read.isEmpty()) {
            for (Column column : read.get(0).keySet()) {
                List<String> values =
                        read.stream().map(line -> line.getOrDefault(column, "")).toList();
                if (values.stream().anyMatch(value -> !value.isEmpty())) {
                    fields.add(new Field(column, values));
                }
            }
        }
        return fields;
    }

    /** What cannot be judged, since neither the source nor the job says anything of it. */
    public List<Text> lacks() {
        List<Text> lacks = new ArrayList<>();
        Set<String> given = new HashSet<>(picture.file().columns().keySet());
        given.addAll(settings.source().mapping().constants().keySet());
        for (String listId : catalog.listIds()) {
            ProductList list = catalog.editions(listId).findFirst().orElseThrow();
            RegistryCompleteness completeness = catalog.certificates().completeness(listId);
            if (!given.contains(list.certificateColumn()) && completeness != RegistryCompleteness.COMPLETE) {
                lacks.add(Text.of(
                        "check.lacks.certificate",
                        ListNames.of(list),
                        "@catalog.completeness." + completeness.name().toLowerCase(Locale.ROOT)));
            }
        }
        if (!given.contains(FeedColumn.CATEGORY_CODE.header())) {
            lacks.add(Text.of("check.lacks.code"));
        }
        boolean together = given.contains(FeedColumn.BRAND_MODEL.header());
        if (!together && !(given.contains(FeedColumn.BRAND.header()) && given.contains(FeedColumn.MODEL.header()))) {
            lacks.add(Text.of("check.lacks.product"));
        }
        return lacks;
    }
}
