package org.greenaudit.purchase;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.catalog.load.CatalogLoader;

/** The columns of a feed as the shipped catalogs make them, and the layout of a feed that has them all in their order. */
public final class KnownColumns {

    public static final CitationColumn ENERGY = new CitationColumn("energy_certificate_no", "节能产品认证证书编号");
    public static final CitationColumn ECO = new CitationColumn("eco_certificate_no", "环境标志产品认证证书编号");
    static final OrderWords ORDERS =
            new OrderWords(CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers())
                    .orderWords());
    public static final FeedColumns ALL = with(Map.of());

    private KnownColumns() {}

    static FeedColumns with(Map<String, String> aliases) {
        return new FeedColumns(List.of(ENERGY, ECO), aliases, RegionCodes.Naming.NONE, ORDERS);
    }

    /** The layout of such a feed in yuan, without some of the columns. */
    public static FeedLayout layout(String source, List<? extends Column> absent) {
        return layout(source, absent, MoneyUnit.YUAN, Map.of());
    }

    static FeedLayout layout(
            String source, List<? extends Column> absent, MoneyUnit amount, Map<Column, String> constants) {
        Map<Column, Integer> cells = new HashMap<>();
        ALL.all().forEach(column -> cells.put(column, ALL.all().indexOf(column)));
        int count = cells.size();
        cells.keySet().removeAll(absent);
        return new FeedLayout(0, source, count, ALL, cells, amount, MoneyUnit.YUAN, constants);
    }
}
