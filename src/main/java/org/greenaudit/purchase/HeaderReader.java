package org.greenaudit.purchase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greenaudit.message.Text;
import org.greenaudit.text.Blanks;

/**
 * Finds the feed's columns in a header row. The job's own mapping counts first, then the canonical name, the Chinese
 * name, and the known aliases; two headers of the same standing for one column are an error, never a guess. All headers
 * for the certificates of one list count, unless the job names its own: a certificate in any of them is one.
 */
public final class HeaderReader {

    /** Among so many rows the header is looked for. */
    public static final int SEARCHED = 30;

    /** In so many cells at most a misspelt header is looked for: a line of commas is none. */
    private static final int MOST_NEAR = 500;

    private static final List<FeedColumn> NAMES_THE_ITEM =
            List.of(FeedColumn.ITEM_NAME, FeedColumn.CATEGORY_NAME, FeedColumn.CATEGORY_CODE);

    private static final List<Column> MONEY = List.of(FeedColumn.AMOUNT, FeedColumn.UNIT_PRICE);

    /** What a job file says of columns, each in a line of its own. */
    private static final String SNIPPET = "\n  source:\n    columns:";

    private static final String SNIPPET_LINE = "\n      ";
    private static final Pattern BREAKS = Pattern.compile("\\s+");

    private final FeedColumns columns;
    private final Map<Column, String> mapping;
    private final Map<Column, String> constants;
    private final Optional<MoneyUnit> amountUnit;
    private final List<Column> filledDown;

    /**
     * A reader of headers.
     *
     * @param columns the columns that a feed may have
     * @param mapping the job's own headers by column
     * @param constants the job's values for columns
     * @param amountUnit the job's word on what 金额 is in, which counts more than the header's
     */
    public HeaderReader(
            FeedColumns columns,
            Map<Column, String> mapping,
            Map<Column, String> constants,
            Optional<MoneyUnit> amountUnit) {
        this(columns, mapping, constants, amountUnit, List.of());
    }

    private HeaderReader(
            FeedColumns columns,
            Map<Column, String> mapping,
            Map<Column, String> constants,
            Optional<MoneyUnit> amountUnit,
            List<Column> filledDown) {
        this.filledDown = filledDown;
        this.columns = columns;
        this.mapping = Map.copyOf(mapping);
        this.constants = Map.copyOf(constants);
        this.amountUnit = amountUnit;
    }

    /** The same for tables in which blanks of these columns, by canonical header, mean the value above. */
    public HeaderReader fillingDown(List<String> headers) {
        List<Column> filled = headers.stream()
                .flatMap(header -> columns.ofHeader(header).stream())
                .toList();
        return new HeaderReader(columns, mapping, constants, amountUnit, filled);
    }

    /**
     * Understands a header row.
     *
     * @param sourceNo the source's number
     * @param source the source's name
     * @param header the header's cells
     * @throws InputException when a column is missing or ambiguous, so that the rows cannot be read
     */
    public FeedLayout read(int sourceNo, String source, List<String> header) {
        return read(sourceNo, source, header, 0);
    }

    /** The same for a header on that line; 0 where there are no lines, as in a table of a database. */
    private FeedLayout read(int sourceNo, String source, List<String> header, long line) {
        List<HeaderText> texts = header.stream().map(HeaderText::of).toList();
        Map<Column, Claim> claims = claims(header);
        ambiguous(source, header, claims)
                .or(() -> mappedButAbsent(source, header, claims))
                .or(() -> unitUnknown(source, header, texts, claims))
                .or(() -> missing(source, header, claims, line))
                .ifPresent(problem -> {
                    throw new InputException(problem);
                });
        Map<Column, Integer> cells = new HashMap<>();
        claims.forEach((column, claim) -> {
            cells.put(column, claim.first());
            for (int index : claim.indexes().subList(1, claim.indexes().size())) {
                String name = Blanks.trim(header.get(index)) + " [" + (index + 1) + "]";
                cells.put(new CitationColumn(column.header(), name), index);
            }
        });
        MoneyUnit amount = amountUnit.orElse(unit(claims, texts, FeedColumn.AMOUNT));
        MoneyUnit price = unit(claims, texts, FeedColumn.UNIT_PRICE);
        return new FeedLayout(sourceNo, source, header.size(), columns, cells, amount, price, constants, filledDown);
    }

    /**
     * Finds the header among the first rows of a table, where titles and notes may stand above it.
     *
     * @param rows the cells of the first rows that are not blank, in their order
     * @param lines the line of each of them in the file, or its row in the sheet
     * @param given the index of the row that the job names, if it does
     * @throws InputException when no row names the columns that must be there; it speaks of the row that names most
     */
    public TableHead find(
            int sourceNo, String source, List<List<String>> rows, IntToLongFunction lines, Optional<Integer> given) {
        int from = given.orElse(0);
        int to = given.map(row -> row + 1).orElse(Math.min(SEARCHED, rows.size()));
        for (int i = from; i < to; i++) {
            List<String> upper = rows.get(i);
            if (i + 1 < rows.size()) {
                List<String> joined = TableHead.joined(upper, rows.get(i + 1), this::isName);
                if (isSecondRow(upper, rows.get(i + 1), joined) && isWhole(joined)) {
                    return new TableHead(i, 2, joined, read(sourceNo, source, joined));
                }
            }
            if (isWhole(upper)) {
                return new TableHead(i, 1, upper, read(sourceNo, source, upper));
            }
        }
        int best = from;
        for (int i = from; i < to; i++) {
            best = claims(rows.get(i)).size() > claims(rows.get(best)).size() ? i : best;
        }
        return new TableHead(best, 1, rows.get(best), read(sourceNo, source, rows.get(best), lines.applyAsLong(best)));
    }

    /** Whether the lower row goes on with a header: it names further columns and says nothing under those already named. */
    private boolean isSecondRow(List<String> upper, List<String> lower, List<String> joined) {
        Map<Column, Claim> above = claims(upper);
        boolean free = above.entrySet().stream()
                .filter(claim -> claim.getKey() instanceof FeedColumn column && column.required())
                .map(claim -> claim.getValue().first())
                .allMatch(cell -> isName(joined.get(cell)));
        return free && !isWhole(lower) && claims(joined).size() > above.size();
    }

    private boolean isName(String text) {
        return !claims(List.of(text)).isEmpty();
    }

    private boolean isWhole(List<String> header) {
        return missing(claims(header)).isEmpty();
    }

    private Map<Column, Claim> claims(List<String> header) {
        Map<Column, Claim> claims = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            claim(claims, HeaderText.of(header.get(i)), i);
        }
        return claims;
    }

    /** The column that a header perhaps means, misspelt; none that the layout has. */
    Optional<Column> near(String header, FeedLayout layout) {
        return near(header, layout.cells().keySet());
    }

    private Optional<Column> near(String header, Set<Column> taken) {
        String name = HeaderText.of(header).name();
        return columns.all().stream()
                .filter(column -> !taken.contains(column) && !constants.containsKey(column))
                .filter(column -> HeaderText.near(name, HeaderText.normalise(column.chinese()))
                        || HeaderText.near(name, column.header())
                        || columns.aliasesOf(column).stream().anyMatch(alias -> HeaderText.near(name, alias)))
                .findFirst();
    }

    private void claim(Map<Column, Claim> claims, HeaderText text, int index) {
        boolean mapped = false;
        for (Column column : columns.all()) {
            String wanted = mapping.get(column);
            if (wanted != null && HeaderText.normalise(wanted).equals(text.full())) {
                claim(claims, column, Standing.MAPPED, index);
                mapped = true;
            }
        }
        if (mapped || claimByName(claims, text.full(), index)) {
            return;
        }
        if (text.unit().isPresent()) {
            claimByName(claims, text.name(), index);
            return;
        }
        boolean ofMoney = !text.name().equals(text.full());
        for (Column column : columns.all()) {
            if (MONEY.contains(column) == ofMoney && !text.bare().equals(text.full()) && isNamed(column, text.bare())) {
                claim(claims, column, Standing.REMARKED, index);
            }
        }
    }

    private boolean claimByName(Map<Column, Claim> claims, String name, int index) {
        for (Column column : columns.all()) {
            boolean canonical = column.header().equals(name);
            if (canonical || HeaderText.normalise(column.chinese()).equals(name)) {
                Standing standing = canonical ? Standing.CANONICAL : Standing.CHINESE;
                claim(claims, column, standing, index);
                return true;
            }
        }
        Optional<Column> alias = columns.ofAlias(name);
        Standing standing = columns.isOtherwise(name) ? Standing.OTHERWISE : Standing.ALIAS;
        alias.ifPresent(column -> claim(claims, column, standing, index));
        return alias.isPresent();
    }

    private static void claim(Map<Column, Claim> claims, Column column, Standing standing, int index) {
        boolean allCount = column instanceof CitationColumn;
        claims.merge(
                column,
                new Claim(standing, List.of(index)),
                (first, later) -> allCount ? first.beside(later) : first.against(later));
    }

    /** The amount stands there, but nobody can say what it is in. */
    private Optional<Text> unitUnknown(
            String source, List<String> header, List<HeaderText> texts, Map<Column, Claim> claims) {
        FeedColumn column = FeedColumn.AMOUNT;
        for (int i = 0; i < texts.size(); i++) {
            HeaderText text = texts.get(i);
            boolean taken = claims.containsKey(column) && claims.get(column).first() == i;
            boolean amount = claims.containsKey(column)
                    ? taken && amountUnit.isEmpty() && text.unitUnknown()
                    : !text.bare().equals(text.full()) && isNamed(column, text.bare());
            if (amount && !constants.containsKey(column)) {
                return Optional.of(Text.of(
                        "header.unit-unknown",
                        source,
                        column.header(),
                        column.chinese(),
                        Blanks.trim(header.get(i)),
                        i + 1,
                        MoneyUnit.labels()));
            }
        }
        return Optional.empty();
    }

    private boolean isNamed(Column column, String name) {
        return column.header().equals(name)
                || HeaderText.normalise(column.chinese()).equals(name)
                || columns.ofAlias(name).filter(column::equals).isPresent();
    }

    private static MoneyUnit unit(Map<Column, Claim> claims, List<HeaderText> texts, FeedColumn column) {
        return claims.containsKey(column)
                ? texts.get(claims.get(column).first()).unit().orElse(MoneyUnit.YUAN)
                : MoneyUnit.YUAN;
    }

    private Optional<Text> ambiguous(String source, List<String> header, Map<Column, Claim> claims) {
        for (Column column : columns.all()) {
            List<Integer> at = claims.containsKey(column) ? claims.get(column).indexes() : List.of();
            if (at.size() > 1 && !(column instanceof CitationColumn)) {
                return Optional.of(Text.of(
                        "header.ambiguous",
                        source,
                        column.header(),
                        column.chinese(),
                        Blanks.trim(header.get(at.get(0))),
                        at.get(0) + 1,
                        Blanks.trim(header.get(at.get(1))),
                        at.get(1) + 1));
            }
        }
        return Optional.empty();
    }

    /** A job in which a mapped header is misspelt must neither lose a column quietly nor read another in its place. */
    private Optional<Text> mappedButAbsent(String source, List<String> header, Map<Column, Claim> claims) {
        for (Column column : columns.all()) {
            boolean mapped = claims.containsKey(column) && claims.get(column).standing() == Standing.MAPPED;
            if (mapping.containsKey(column) && !mapped) {
                return Optional.of(
                        Text.of("header.mapped-absent", source, column.header(), mapping.get(column), seen(header)));
            }
        }
        return Optional.empty();
    }

    private Optional<Text> missing(String source, List<String> header, Map<Column, Claim> claims, long line) {
        List<FeedColumn> missing = missing(claims);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<String> known = new TreeSet<>();
        missing.forEach(column -> known.addAll(columns.aliasesOf(column)));
        List<String> nears = new ArrayList<>();
        Map<Column, String> snippet = new LinkedHashMap<>();
        missing.forEach(column -> snippet.put(column, "…"));
        for (String cell : header.subList(0, Math.min(MOST_NEAR, header.size()))) {
            near(cell, claims.keySet()).filter(missing::contains).ifPresent(column -> {
                nears.add(Blanks.trim(cell) + " = " + column.header() + "?");
                snippet.put(column, Blanks.trim(cell));
            });
        }
        String names = missing.stream()
                .map(column -> column.header() + " (" + column.chinese() + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(Text.of(
                (nears.isEmpty() ? "header.missing" : "header.missing-near") + (line == 0 ? ".of-table" : ""),
                source,
                names,
                seen(header),
                known.isEmpty() ? "-" : String.join(", ", known),
                String.join(", ", nears),
                line,
                snippet.entrySet().stream()
                        .map(each -> each.getKey().header() + ": " + quoted(each.getValue()))
                        .collect(Collectors.joining(SNIPPET_LINE, SNIPPET + SNIPPET_LINE, ""))));
    }

    /** As YAML wants a text of any characters. */
    private static String quoted(String text) {
        return "'" + BREAKS.matcher(text).replaceAll(" ").replace("'", "''") + "'";
    }

    /** The required columns that are not there. */
    private List<FeedColumn> missing(Map<Column, Claim> claims) {
        List<FeedColumn> missing = new ArrayList<>();
        for (FeedColumn column : FeedColumn.values()) {
            List<FeedColumn> standIns = column == FeedColumn.ITEM_NAME ? NAMES_THE_ITEM : List.of(column);
            boolean there = standIns.stream().anyMatch(c -> claims.containsKey(c) || constants.containsKey(c));
            if (column.required() && !there) {
                missing.add(column);
            }
        }
        return missing;
    }

    private static String seen(List<String> header) {
        return String.join(", ", header.stream().map(Blanks::trim).toList());
    }

    /** How surely a header names a column; the surer first. */
    private enum Standing {
        MAPPED,
        CANONICAL,
        CHINESE,
        ALIAS,
        /** By one of these names with a remark behind it: 金额（含税）, 采购人（甲方）. */
        REMARKED,
        /** By a name that counts only where no other header names the column. */
        OTHERWISE
    }

    /** The cells that name one column most surely; those that name certificates, with the others behind them. */
    private record Claim(Standing standing, List<Integer> indexes) {

        int first() {
            return indexes.get(0);
        }

        Claim against(Claim later) {
            int order = standing.compareTo(later.standing);
            return order == 0 ? and(later) : order < 0 ? this : later;
        }

        Claim beside(Claim later) {
            boolean mapped = standing == Standing.MAPPED || later.standing == Standing.MAPPED;
            return mapped ? against(later) : standing.compareTo(later.standing) <= 0 ? and(later) : later.and(this);
        }

        private Claim and(Claim other) {
            List<Integer> both = new ArrayList<>(indexes);
            both.addAll(other.indexes);
            return new Claim(standing, List.copyOf(both));
        }
    }
}
