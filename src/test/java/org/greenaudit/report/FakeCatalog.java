package org.greenaudit.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.CapacityBand;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.Clause;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.OfficialIndicator;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;

/** A catalog with just what a report looks at. */
final class FakeCatalog {

    static final String ENERGY = "energy-saving";
    static final String ECO = "eco-label";

    private FakeCatalog() {}

    static CatalogSnapshot snapshot() {
        return new CatalogSnapshot(
                List.of(energy(), eco()),
                null,
                null,
                List.of(),
                new Registry(),
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(
                        "caiku-2019-19", new Clause("caiku-2019-19", "财库〔2019〕19号", "Caiku [2019] No. 19"),
                        "caiku-2019-18", new Clause("caiku-2019-18", "财库〔2019〕18号", "Caiku [2019] No. 18"),
                        "caiku-2019-9", new Clause("caiku-2019-9", "财库〔2019〕9号", "Caiku [2019] No. 9")),
                Map.of(),
                List.of(
                        new OfficialIndicator(2022, ENERGY, new BigDecimal("89.7"), "示例来源"),
                        new OfficialIndicator(2023, ENERGY, new BigDecimal("83.9"), "示例来源"),
                        new OfficialIndicator(2023, ECO, new BigDecimal("84.9"), "示例来源")),
                Map.of("lists/energy-saving-2019.csv", "2019", "lists/eco-label-2019.csv", "2019"),
                "f".repeat(64));
    }

    private static ProductList energy() {
        return list(
                ENERGY,
                "节能产品政府采购品目清单",
                "Energy-saving product list",
                "财库〔2019〕19号",
                List.of(
                        item("ES2019-01-01", ENERGY, 1, "计算机设备", "台式计算机", Duty.MANDATORY),
                        item("ES2019-01-02", ENERGY, 1, "计算机设备", "便携式计算机", Duty.MANDATORY),
                        item("ES2019-02-01", ENERGY, 2, "输入输出设备", "激光打印机", Duty.MANDATORY),
                        item("ES2019-02-02", ENERGY, 2, "输入输出设备", "喷墨打印机", Duty.PRIORITY),
                        item("ES2019-09-01", ENERGY, 9, "空调机", "房间空气调节器", Duty.MANDATORY),
                        item("ES2019-16-01", ENERGY, 16, "便器", "坐便器", Duty.MANDATORY)));
    }

    private static ProductList eco() {
        return list(
                ECO,
                "环境标志产品政府采购品目清单",
                "Eco-label product list",
                "财库〔2019〕18号",
                List.of(
                        item("EL2019-01-01", ECO, 1, "计算机设备", "服务器", Duty.PRIORITY),
                        item("EL2019-01-02", ECO, 1, "计算机设备", "台式计算机", Duty.PRIORITY),
                        item("EL2019-29-01", ECO, 29, "床类", "木制床类", Duty.PRIORITY)));
    }

    private static ProductList list(String id, String zh, String en, String document, List<ListedItem> items) {
        return new ProductList(
                id,
                "2019",
                zh,
                en,
                document,
                LocalDate.of(2019, 4, 2),
                LocalDate.MAX,
                id.equals(ENERGY) ? "M" : "",
                id.equals(ENERGY) ? "P" : "L",
                id.equals(ENERGY) ? "节能产品" : "环境标志产品",
                id.equals(ENERGY) ? "energy_certificate_no" : "eco_certificate_no",
                items);
    }

    private static ListedItem item(String entry, String list, int family, String familyName, String name, Duty duty) {
        return new ListedItem(
                entry, list, "2019", family, familyName, name, name, duty, CapacityBand.ANY, List.of(), "");
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
        public Map<CertificateStanding, Integer> census(String category, LocalDate on) {
            return Map.of();
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
        public boolean mightCover(String category, String kind, String brand, LocalDate on) {
            return false;
        }
    }
}
