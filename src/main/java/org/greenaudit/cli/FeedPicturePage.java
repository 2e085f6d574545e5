package org.greenaudit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.greenaudit.check.FeedPicture;
import org.greenaudit.check.FeedPicture.Filled;
import org.greenaudit.check.LineFields;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.sheet.SheetSpool;

/** Prints how a source is read, and what the verdicts will lack for it. */
final class FeedPicturePage {

    private static final int SHOWN = 24;

    /** Bytes by which the format of a workbook is told. */
    private static final int HEAD = 4096;

    private static final Set<Column> TAKEN_APART =
            Set.of(FeedColumn.LINE_STATUS, FeedColumn.BRAND_MODEL, FeedColumn.REMARK);

    private final CliSession session;
    private final RunSettings settings;
    private final CatalogSnapshot catalog;
    private final FeedColumns known;

    FeedPicturePage(CliSession session, RunSettings settings, CatalogSnapshot catalog) {
        this.session = session;
        this.settings = settings;
        this.catalog = catalog;
        this.known = settings.columns(catalog);
    }

    /** Prints one source of a plan. */
    void print(SourcePlan plan, FeedPicture picture) throws IOException {
        SourcePlan.SourceFile file = picture.file();
        session.say("cli.check.source", file.content().name());
        format(file);
        columns(picture);
        notes(picture.notes(plan));
        rows(picture);
        firstLines(picture.firstLines());
        lacks(file.columns().keySet());
    }

    private void format(SourcePlan.SourceFile file) throws IOException {
        String rows = Numbers.whole(file.content().rows());
        long line = file.header().line();
        if (file.sheet().isPresent()) {
            session.say("cli.check.sheet", file.sheet().get(), line, rows, "@cli.check.workbook." + workbook(file));
        } else if (line > 0) {
            String delimiter = file.delimiter() == '\t' ? "Tab" : String.valueOf(file.delimiter());
            session.say("cli.check.text", file.content().charset(), delimiter, line, rows);
        } else {
            session.say("cli.check.table", rows);
        }
    }

    private static String workbook(SourcePlan.SourceFile file) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file.location()))) {
            return SheetSpool.format(in.readNBytes(HEAD)).orElseThrow();
        }
    }

    private void columns(FeedPicture picture) {
        session.say("cli.check.columns");
        TextTable table = new TextTable("rlllrl");
        Map<Column, Filled> rest = new LinkedHashMap<>(picture.columns());
        List<String> header = picture.file().header().cells();
        picture.file().columns().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> known.ofHeader(entry.getKey()).ifPresent(column -> {
                    int at = entry.getValue();
                    String text = at < header.size() ? header.get(at) : "";
                    Optional<Filled> filled = Optional.ofNullable(rest.remove(column));
                    row(table, String.valueOf(at + 1), text, column, filled, picture.lines());
                }));
        // further certificate columns of a list, which go by their header and place
        rest.forEach((column, filled) -> {
            if (picture.file().columns().containsKey(column.header())) {
                row(table, "", column.chinese(), column, Optional.of(filled), picture.lines());
            }
        });
        table.print(session.output().out());
    }

    /** A column whose cells go into other columns, such as 品牌型号, has no values of its own. */
    private void row(
            TextTable table, String place, String header, Column column, Optional<Filled> filled, Count lines) {
        boolean own = !TAKEN_APART.contains(column);
        Count rows = new Count(filled.map(Filled::rows).orElse(0L), 0);
        Optional<BigDecimal> share = own ? Share.byLines(rows, lines).percent() : Optional.empty();
        table.row(
                place,
                shown(header),
                "→",
                name(column),
                share.map(percent -> percent.toPlainString() + " %").orElse(Numbers.NONE),
                session.joined(
                        filled.stream().flatMap(f -> f.examples().stream()).map(FeedPicturePage::shown)));
    }

    private void notes(List<FeedNote> notes) {
        for (boolean grave : new boolean[] {true, false}) {
            notes.stream()
                    .filter(note -> note.grave() == grave)
                    .map(note -> session.messages().render(note.text()))
                    .forEach(text -> session.say(grave ? "cli.summary.caveat" : "cli.summary.note", text));
        }
    }

    private void rows(FeedPicture picture) {
        Count lines = picture.lines();
        if (lines.lines() == 0) {
            session.say("cli.check.no-lines");
        } else {
            session.say("cli.check.lines", Numbers.lines(lines), Numbers.yuan(lines), picture.from(), picture.to());
        }
        if (picture.outside() > 0) {
            session.say("cli.check.outside", Numbers.whole(picture.outside()), settings.from(), settings.to());
        }
        picture.rejected().forEach((reason, rejected) -> {
            Rejection first = rejected.first();
            session.say(
                    "cli.check.rejected",
                    "@reject." + reason.id(),
                    Numbers.whole(rejected.rows()),
                    first.ref().line(),
                    session.messages().render(first.detail()));
        });
        picture.setApart()
                .forEach((kind, apart) -> session.say(
                        "cli.check.set-apart",
                        "@set-apart." + kind,
                        Numbers.lines(apart.rows()),
                        Numbers.yuan(apart.rows()),
                        apart.firstLine()));
        if (!picture.blanksOfMerged().isEmpty()) {
            session.say("cli.check.fill-down", String.join(", ", picture.blanksOfMerged()));
        }
    }

    /** The first lines side by side, a field in each row of the table. */
    private void firstLines(List<PurchaseLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        session.say("cli.check.first", lines.size());
        List<Map<Column, String>> read = lines.stream().map(LineFields::of).toList();
        TextTable table = new TextTable("l".repeat(lines.size() + 1));
        for (Column column : read.get(0).keySet()) {
            List<String> cells = new ArrayList<>(List.of(name(column)));
            read.forEach(line -> cells.add(shown(line.getOrDefault(column, ""))));
            if (cells.stream().skip(1).anyMatch(cell -> !cell.isEmpty())) {
                table.row(cells.toArray(String[]::new));
            }
        }
        table.print(session.output().out());
    }

    /** What cannot be judged, since neither the source nor the job says anything of it. */
    private void lacks(Set<String> columns) {
        Set<String> given = new HashSet<>(columns);
        given.addAll(settings.source().mapping().constants().keySet());
        for (String listId : catalog.listIds()) {
            ProductList list = catalog.editions(listId).findFirst().orElseThrow();
            RegistryCompleteness completeness = catalog.certificates().completeness(listId);
            if (!given.contains(list.certificateColumn()) && completeness != RegistryCompleteness.COMPLETE) {
                session.say(
                        "cli.check.lacks.certificate",
                        ListNames.of(list),
                        "@cli.completeness." + completeness.name().toLowerCase(Locale.ROOT));
            }
        }
        if (!given.contains(FeedColumn.CATEGORY_CODE.header())) {
            session.say("cli.check.lacks.code");
        }
        boolean together = given.contains(FeedColumn.BRAND_MODEL.header());
        if (!together && !(given.contains(FeedColumn.BRAND.header()) && given.contains(FeedColumn.MODEL.header()))) {
            session.say("cli.check.lacks.product");
        }
    }

    private String name(Column column) {
        return session.messages().english() ? column.header() : column.chinese();
    }

    private static String shown(String text) {
        return ProblemLines.shown(text, SHOWN);
    }
}
