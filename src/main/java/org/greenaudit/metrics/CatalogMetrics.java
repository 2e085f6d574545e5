package org.greenaudit.metrics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.ProductList;

/** The metrics of the catalogs that a run was judged with. */
final class CatalogMetrics {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private CatalogMetrics() {}

    static void add(CatalogSnapshot catalog, LocalDate auditDate, MetricSet.Builder metrics) {
        CertificateRegistry registry = catalog.certificates();
        for (String listId : catalog.listIds()) {
            String version = catalog.versions().getOrDefault(listId, "");
            metrics.add(Metric.CATALOG_INFO, 1, listId, version, catalog.fingerprint());
            Map<CertificateStanding, Integer> census = registry.census(category(catalog, listId), auditDate);
            for (CertificateStanding standing : CertificateStanding.values()) {
                metrics.add(Metric.CERTIFICATES, census.getOrDefault(standing, 0), listId, standing.id());
            }
        }
        registry.asOf()
                .ifPresent(day -> metrics.add(
                        Metric.REGISTRY_TIMESTAMP, day.atStartOfDay(ZONE).toEpochSecond()));
    }

    private static String category(CatalogSnapshot catalog, String listId) {
        return catalog.editions(listId)
                .map(ProductList::certificateCategory)
                .findFirst()
                .orElseThrow();
    }
}
