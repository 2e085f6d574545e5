package org.greenaudit.purchase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every column that a feed may have, and the headers by which they are known. Immutable. */
public final class FeedColumns {

    private final List<CitationColumn> citations;
    private final List<Column> all;
    private final Map<String, Column> aliases = new HashMap<>();
    private final Set<String> otherwise = new HashSet<>();
    private final RegionCodes.Naming regions;
    private final SetApartRows setApart;

    /**
     * The columns of every feed, and those of the product lists.
     *
     * @param citations the lists' certificate columns in their order
     * @param aliases other headers to the canonical header of their column, with {@code ?} behind it where they count only
     *     if no other header names the column
     */
    public FeedColumns(List<CitationColumn> citations, Map<String, String> aliases) {
        this(citations, aliases, RegionCodes.Naming.NONE, OrderWords.NONE);
    }

    FeedColumns(
            List<CitationColumn> citations,
            Map<String, String> aliases,
            RegionCodes.Naming regions,
            OrderWords orders) {
        this.regions = regions;
        this.setApart = new SetApartRows(orders);
        this.citations = List.copyOf(citations);
        List<Column> columns = new ArrayList<>(List.of(FeedColumn.values()));
        columns.addAll(columns.indexOf(FeedColumn.AMOUNT) + 1, this.citations);
        this.all = List.copyOf(columns);
        aliases.forEach((alias, header) -> {
            String name = HeaderText.normalise(alias);
            boolean weak = header.endsWith("?");
            ofHeader(weak ? header.substring(0, header.length() - 1) : header)
                    .ifPresent(column -> this.aliases.put(name, column));
            if (weak) {
                otherwise.add(name);
            }
        });
    }

    /** The same with the certificate columns as the catalogs give them: canonical header to Chinese header. */
    public static FeedColumns of(Map<String, String> citations, Map<String, String> aliases) {
        return of(citations, aliases, RegionCodes.Naming.NONE, OrderWords.NONE);
    }

    /**
     * The same for feeds of which rows may give a region's name only, and orders that came to nothing.
     *
     * @param regions what is known of regions
     * @param orders the words that tell such orders
     */
    public static FeedColumns of(
            Map<String, String> citations, Map<String, String> aliases, RegionCodes.Naming regions, OrderWords orders) {
        List<CitationColumn> columns = new ArrayList<>();
        citations.forEach((header, chinese) -> columns.add(new CitationColumn(header, chinese)));
        return new FeedColumns(columns, aliases, regions, orders);
    }

    /** The columns in their canonical order: the certificates stand behind the amount. */
    public List<Column> all() {
        return all;
    }

    /** Those in which certificates are cited. */
    public List<CitationColumn> citations() {
        return citations;
    }

    /** What tells the rows that are no purchases. */
    SetApartRows setApart() {
        return setApart;
    }

    /** What is known of the regions that rows name. */
    RegionCodes.Naming regions() {
        return regions;
    }

    /** The column of that canonical header. */
    public Optional<Column> ofHeader(String header) {
        return all.stream().filter(column -> column.header().equals(header)).findFirst();
    }

    /** The column of which that normalised header is another name. */
    Optional<Column> ofAlias(String name) {
        return Optional.ofNullable(aliases.get(name));
    }

    /** Whether that normalised header counts only if no other names its column: 下单时间 where no 签订日期 is. */
    boolean isOtherwise(String name) {
        return otherwise.contains(name);
    }

    /** The other headers of a column, normalised. */
    List<String> aliasesOf(Column column) {
        return aliases.entrySet().stream()
                .filter(alias -> alias.getValue().equals(column))
                .map(Map.Entry::getKey)
                .toList();
    }
}
