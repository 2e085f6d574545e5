package org.greenaudit.catalog.certificate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.RegistryContents;
import org.greenaudit.text.Sha256;

/**
 * How much heap and time a registry takes: {@code RegistryFootprint [certificates]} (default a million, fictional) writes
 * a file, loads it, looks up, and prints what it took. To be run with the heap in question, such as {@code -Xmx600m}.
 */
final class RegistryFootprint {

    private static final int BRANDS = 2_000;
    private static final int HOLDERS = 30_000;
    private static final int LOOK_UPS = 200_000;
    private static final int SEARCHES = 10;
    private static final String HEADER = "证书编号,认证类别,发证机构,获证组织,品牌,产品名称,产品类别,规格型号,认证依据,能效等级,颁证日期,到期日期,证书状态,状态日期\n";

    private final Random random = new Random(20261121);
    private final int certificates;

    private RegistryFootprint(int certificates) {
        this.certificates = certificates;
    }

    /** Runs the measurement. */
    public static void main(String[] args) throws IOException {
        new RegistryFootprint(args.length == 0 ? 1_000_000 : Integer.parseInt(args[0])).run();
    }

    private void run() throws IOException {
        Path file = Files.createTempFile("certificates", ".csv");
        try {
            write(file);
            System.out.printf("file: %,d certificates, %,d MB%n", certificates, Files.size(file) >> 20);
            long start = System.nanoTime();
            long cpuStart = cpu();
            List<CatalogProblem> problems = new ArrayList<>();
            CertificateRegistry registry = CertificateRegistryLoader.load(
                    List.of(file),
                    RegistryFixtures.parser(Set.of(RegistryFixtures.ENERGY), name -> Optional.of("台式计算机")),
                    RegistryManifest.of(Map.of()),
                    RegistryFixtures.brands(),
                    new Sha256(),
                    problems::add,
                    warning -> {});
            System.out.printf(
                    "load: %.1f s, of them %.1f s of processor time, %d problems%n",
                    (System.nanoTime() - start) / 1e9, (cpu() - cpuStart) / 1e9, problems.size());
            System.out.printf("peaks of the heap pools, added up: %,d MB%n", peak() >> 20);
            System.gc();
            System.out.printf("heap after collection: %,d MB%n", used() >> 20);
            lookUp(registry);
            search(registry.contents());
        } finally {
            Files.delete(file);
        }
    }

    private void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int i = 0; i < certificates; i++) {
                LocalDate issued = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2500));
                out.write("CQC%08d701%06d,节能产品,虚构认证中心%d,虚构制造第%d有限公司,%s,台式微型计算机%d,台式计算机,%s,GB 28380-2012,1,%s,%s,%s,%s\n"
                        .formatted(
                                i,
                                i % 1_000_000,
                                random.nextInt(10),
                                random.nextInt(HOLDERS),
                                brand(i),
                                random.nextInt(500),
                                models(i),
                                issued,
                                issued.plusYears(5),
                                i % 20 == 0 ? "撤销" : "有效",
                                i % 20 == 0 ? issued.plusYears(1) : ""));
            }
        }
    }

    private static String brand(int i) {
        return "品牌" + i % BRANDS;
    }

    /** One to nine models; every tenth certificate has wildcards. */
    private static String models(int i) {
        StringBuilder models = new StringBuilder();
        for (int k = 0; k <= i % 9; k++) {
            models.append(k == 0 ? "" : "；")
                    .append("KT-")
                    .append(i)
                    .append("GW/")
                    .append((char) ('A' + k));
        }
        return i % 10 == 0 ? models.append("；KT-").append(i).append("GW/N#*").toString() : models.toString();
    }

    private void lookUp(CertificateRegistry registry) {
        long start = System.nanoTime();
        int found = 0;
        for (int k = 0; k < LOOK_UPS; k++) {
            int i = random.nextInt(certificates);
            String suffix = i % 10 == 0 && k % 2 == 0 ? "N4x" : "A";
            found += registry.covering("节能产品", "品牌" + i % BRANDS, "kt" + i + "gw/" + suffix)
                    .size();
        }
        report("by brand and model", start, found);
        start = System.nanoTime();
        found = 0;
        for (int k = 0; k < LOOK_UPS; k++) {
            int i = random.nextInt(certificates);
            String number = "CQC%08d701%06d".formatted(i, i % 1_000_000);
            found += registry.byNumber(number).isPresent() ? 1 : 0;
        }
        report("by number", start, found);
    }

    private void search(RegistryContents contents) {
        int any = random.nextInt(certificates);
        search(contents, "number", new String[] {"CQC0000" + any % 10, "", "", ""});
        search(contents, "brand", new String[] {"", "品牌" + any % BRANDS, "", ""});
        search(contents, "model", new String[] {"", "", "kt" + any + "gw/A", ""});
        search(contents, "brand and model", new String[] {"", "品牌" + any % BRANDS, "kt" + any + "gw/A", ""});
        search(contents, "holder", new String[] {"", "", "", "第" + any % HOLDERS + "有限"});
        search(contents, "status", new String[] {"", "", "", ""});
    }

    private void search(RegistryContents contents, String what, String[] of) {
        RegistryContents.Query query = new RegistryContents.Query(
                of[0], of[1], of[2], of[3], "节能产品", Optional.of(CertificateStanding.VALID), LocalDate.of(2024, 6, 30));
        double best = Double.MAX_VALUE;
        double first = 0;
        int count = 0;
        for (int i = 0; i < SEARCHES; i++) {
            long start = System.nanoTime();
            count = contents.search(query, 0, 50).count();
            double millis = (System.nanoTime() - start) / 1e6;
            first = i == 0 ? millis : first;
            best = Math.min(best, millis);
        }
        System.out.printf("search by %s: first %.1f ms, best %.1f ms, %,d found%n", what, first, best, count);
    }

    private static void report(String what, long start, int found) {
        double micros = (System.nanoTime() - start) / 1e3 / LOOK_UPS;
        System.out.printf("%s: %.1f µs a look-up, %,d of %,d found%n", what, micros, found, LOOK_UPS);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
