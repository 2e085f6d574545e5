package org.greenaudit.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.OfficialIndicator;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RecycledProducts;
import org.greenaudit.catalog.Regions;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.RegistryContents;
import org.greenaudit.testing.Catalogs;
import org.greenaudit.testing.ListedItems;
import org.greenaudit.testing.PublishedLists;

/** A catalog with just what a report looks at. */
final class FakeCatalog {

    static final String ENERGY = "energy-saving";
    static final String ECO = "eco-label";

    private FakeCatalog() {}

    static CatalogSnapshot snapshot() {
        return Catalogs.of(energy(), eco())
                .certificates(new Registry())
                .recycled(
                        new RecycledProducts(Map.of("复印纸", new RecycledProducts.Words(List.of("再生"), List.of("非再生")))))
                .regions(new Regions(List.of(new Regions.Region("361003", "东乡区", "东乡"))))
                .clause("caiku-2019-19", "财库〔2019〕19号", "Caiku [2019] No. 19")
                .clause("caiku-2019-18", "财库〔2019〕18号", "Caiku [2019] No. 18")
                .clause("caiku-2019-9", "财库〔2019〕9号", "Caiku [2019] No. 9")
                .indicators(
                        new OfficialIndicator(2022, ENERGY, new BigDecimal("89.7"), "示例来源"),
                        new OfficialIndicator(2023, ENERGY, new BigDecimal("83.9"), "示例来源"),
                        new OfficialIndicator(2023, ECO, new BigDecimal("84.9"), "示例来源"))
                .versions(Map.of("lists/energy-saving-2019.csv", "2019", "lists/eco-label-2019.csv", "2019"))
                .build();
    }

    private static ProductList energy() {
        return PublishedLists.energySaving()
                .titles("节能产品政府采购品目清单", "Energy-saving product list")
                .items(
                        ListedItems.of(ENERGY, "ES2019-01-01", "台式计算机").build(),
                        ListedItems.of(ENERGY, "ES2019-01-02", "便携式计算机").build(),
                        ListedItems.of(ENERGY, "ES2019-02-01", "激光打印机")
                                .family(2, "输入输出设备")
                                .build(),
                        ListedItems.of(ENERGY, "ES2019-02-02", "喷墨打印机")
                                .family(2, "输入输出设备")
                                .priority()
                                .build(),
                        ListedItems.of(ENERGY, "ES2019-09-01", "房间空气调节器")
                                .family(9, "空调机")
                                .build(),
                        ListedItems.of(ENERGY, "ES2019-16-01", "坐便器")
                                .family(16, "便器")
                                .build())
                .build();
    }

    private static ProductList eco() {
        return PublishedLists.ecoLabel()
                .titles("环境标志产品政府采购品目清单", "Eco-label product list")
                .items(
                        ListedItems.of(ECO, "EL2019-01-01", "服务器").priority().build(),
                        ListedItems.of(ECO, "EL2019-01-02", "台式计算机").priority().build(),
                        ListedItems.of(ECO, "EL2019-29-01", "木制床类")
                                .family(29, "床类")
                                .priority()
                                .build(),
                        ListedItems.of(ECO, "EL2019-30-01", "复印纸")
                                .family(30, "纸制品")
                                .priority()
                                .build())
                .build();
    }

    /** Knows no certificate; complete for one list and partial for the other. */
    private static final class Registry implements CertificateRegistry {

        @Override
        public int size() {
            return 0;
        }

        @Override
        public RegistryCompleteness completeness(String listId) {
            return listId.equals(ENERGY) ? RegistryCompleteness.COMPLETE : RegistryCompleteness.PARTIAL;
        }

        @Override
        public Optional<LocalDate> asOf() {
            return Optional.empty();
        }

        @Override
        public RegistryContents contents() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<CertificateStanding, Integer> census(String category, LocalDate on) {
            return Map.of();
        }

        @Override
        public boolean isSetAside(String number) {
            return false;
        }

        @Override
        public int lostNumbers() {
            return 0;
        }

        @Override
        public boolean mayHaveLost(String number) {
            return false;
        }

        @Override
        public Optional<Certificate> byNumber(String number) {
            return Optional.empty();
        }

        @Override
        public List<Certificate> covering(String category, String brand, String model) {
            return List.of();
        }

        @Override
        public boolean isModel(String brand, String text) {
            return false;
        }

        @Override
        public List<Certificate> perhapsCovering(String category, String brand, String model) {
            return List.of();
        }

        @Override
        public boolean mightCover(String category, String kind, String brand, LocalDate on) {
            return false;
        }
    }
}
