package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sample with every verdict kept: on one thread, and on four with small partitions and blocks. The bytes are the
 * same, and what the manifest says adds up to the feeds and the reports as this test reads them.
 */
@ExtendWith(Nights.Shared.class)
class SampleTotalsTest {

    /** The gravest first: what becomes of a row that stands under both lists. */
    private static final List<String> GRAVEST = List.of("violation", "undetermined", "exempt", "compliant");

    private static SortedMap<String, String> one;
    private static SortedMap<String, String> four;
    private static int partitions;

    private static JsonNode totals;
    private static List<Map<String, String>> verdicts;
    private static List<Map<String, String>> rejected;
    private static SampleFeeds.Total feeds;

    @BeforeAll
    static void auditTwice(Nights nights) throws IOException {
        one = audit(nights, "sample-1t", "run: {threads: 1}\n", 0);
        four = audit(nights, "sample-4t", "run: {threads: 4, block-lines: 7}\n", 24);
        partitions = nights.parts().planned;
        totals = JsonMapper.shared().readTree(one.get("manifest.json")).path("control_totals");
        verdicts = ReportFiles.rows(one.get("verdicts.csv"), ReportFiles.VERDICT);
        rejected = ReportFiles.rows(one.get("rejected.csv"), ReportFiles.REJECTED);
        feeds = SampleFeeds.total(rejected.stream()
                .filter(row -> row.get("reason").endsWith("-quote"))
                .map(row -> row.get("source") + ":" + row.get("line"))
                .collect(Collectors.toSet()));
    }

    private static SortedMap<String, String> audit(Nights nights, String name, String run, int cuts)
            throws IOException {
        Path job = nights.sampleJob(name, run);
        Path out = nights.folder(name);
        nights.parts().partitions = cuts;
        AuditResult result;
        try {
            result = nights.audit(Ask.of(job).out(out).withAllVerdicts().request());
        } finally {
            nights.parts().partitions = 0;
        }
        assertThat(result.status()).isEqualTo(AuditResult.Status.COMPLETED);
        return ReportFiles.of(out.resolve("2026-06-30/run-1"));
    }

    @Test
    void theBytesDependOnNeitherThreadsNorPartitionsNorBlocks() {
        assertThat(partitions).isGreaterThan(10);
        assertThat(four.keySet()).isEqualTo(one.keySet());
        for (String file : one.keySet()) {
            assertThat(renamed(file, four.get(file)))
                    .as(file)
                    .isEqualTo(renamed(file, one.get(file)).replace("sample-1t", "sample-4t"));
        }
    }

    @Test
    void everyRowOfTheFeedsIsRead() {
        assertCount(totals.path("read"), feeds.rows(), feeds.yuan());
    }

    @Test
    void rejectedRowsAreCountedWithTheAmountsThatCanBeRead() {
        BigDecimal yuan = rejected.stream()
                .map(row -> row.get("reason").endsWith("-quote")
                                || row.get("reason").equals("bad-characters")
                                || row.get("reason").equals("cell-too-long")
                        ? BigDecimal.ZERO
                        : SampleFeeds.amountOf(row.get("source"), row.get("raw")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertCount(totals.path("outcomes").path("rejected"), rejected.size(), yuan);
    }

    @Test
    void everyListAccountsForEveryRow() {
        assertThat(totals.path("lists").propertyNames()).containsExactlyInAnyOrder("energy-saving", "eco-label");
        for (String list : totals.path("lists").propertyNames()) {
            JsonNode told = totals.path("lists").path(list);
            Sum judged = new Sum();
            verdicts.stream().filter(row -> row.get("list").equals(list)).forEach(judged::add);
            assertCount(told.path("verdicts"), judged.rows, judged.yuan);
            long outside = told.path("outside").path("lines").asLong();
            long refused = told.path("rejected").path("lines").asLong();
            assertThat(refused).isEqualTo(rejected.size());
            assertThat(refused + outside + judged.rows).as(list).isEqualTo(feeds.rows());
            assertThat(yuan(told.path("rejected"))
                            .add(yuan(told.path("outside")))
                            .add(judged.yuan))
                    .as(list)
                    .isEqualByComparingTo(feeds.yuan());
        }
    }

    @Test
    void everyRowHasOneOutcomeTheGravestOfItsVerdicts() {
        Map<String, Map<String, String>> gravest = new HashMap<>();
        for (Map<String, String> row : verdicts) {
            gravest.merge(row.get("record_id"), row, (a, b) -> rank(a) <= rank(b) ? a : b);
        }
        Map<String, Sum> sums = new TreeMap<>();
        gravest.values().forEach(row -> sums.computeIfAbsent(row.get("outcome"), key -> new Sum())
                .add(row));
        Sum all = new Sum();
        for (String outcome : GRAVEST) {
            assertCount(totals.path("outcomes").path(outcome), sums.get(outcome).rows, sums.get(outcome).yuan);
            all.rows += sums.get(outcome).rows;
            all.yuan = all.yuan.add(sums.get(outcome).yuan);
        }
        JsonNode refused = totals.path("outcomes").path("rejected");
        assertCount(
                totals.path("outcomes").path("not_applicable"),
                feeds.rows() - all.rows - rejected.size(),
                feeds.yuan().subtract(all.yuan).subtract(yuan(refused)));
    }

    @Test
    void linesOfAdvisoryBuyersAreTheRowsWithThatDuty() {
        Map<String, Map<String, String>> lines = new HashMap<>();
        verdicts.stream()
                .filter(row -> row.get("duty").equals("advisory"))
                .forEach(row -> lines.merge(row.get("record_id"), row, (a, b) -> rank(a) <= rank(b) ? a : b));
        Map<String, Sum> sums = new TreeMap<>();
        lines.values().forEach(row -> sums.computeIfAbsent(row.get("outcome"), key -> new Sum())
                .add(row));
        assertThat(totals.path("advisory").propertyNames())
                .containsExactlyInAnyOrderElementsOf(sums.keySet())
                .contains("violation", "compliant");
        sums.forEach((outcome, sum) -> assertCount(totals.path("advisory").path(outcome), sum.rows, sum.yuan));
    }

    @Test
    void theFilesOfOneOutcomeAreTheVerdictsOfThatOutcome() {
        for (Map.Entry<String, String> file : Map.of("violations.csv", "violation", "undetermined.csv", "undetermined")
                .entrySet()) {
            assertThat(ReportFiles.rows(one.get(file.getKey()), ReportFiles.VERDICT))
                    .as(file.getKey())
                    .isEqualTo(verdicts.stream()
                            .filter(row -> row.get("outcome").equals(file.getValue()))
                            .toList());
        }
    }

    @Test
    void theCutsByRegionHoldEveryRowOnce() {
        Set<String> regions = one.keySet().stream()
                .filter(name -> name.startsWith("by-region/"))
                .map(name -> name.split("/")[1])
                .collect(Collectors.toSet());
        for (String file : List.of("violations.csv", "undetermined.csv", "buyers.csv")) {
            List<String> cut = regions.stream()
                    .flatMap(region -> ReportFiles.records(one.get("by-region/" + region + "/" + file)).stream()
                            .skip(1))
                    .map(Object::toString)
                    .toList();
            List<String> whole = ReportFiles.records(one.get(file)).stream()
                    .skip(1)
                    .map(Object::toString)
                    .toList();
            assertThat(cut).as(file).containsExactlyInAnyOrderElementsOf(whole);
        }
    }

    private static int rank(Map<String, String> row) {
        return GRAVEST.indexOf(row.get("outcome"));
    }

    private static void assertCount(JsonNode told, long rows, BigDecimal yuan) {
        assertThat(told.path("lines").asLong()).isEqualTo(rows);
        assertThat(yuan(told)).isEqualByComparingTo(yuan);
    }

    private static BigDecimal yuan(JsonNode count) {
        return count.path("amount_yuan").decimalValue();
    }

    /** The run's name stands in every file, so that the hashes differ by it. */
    private static String renamed(String file, String text) {
        return file.equals("manifest.json")
                ? text.replaceAll("\"sha256\" : \"[0-9a-f]{64}\"", "\"sha256\" : \"…\"")
                        .replaceAll("(report.xlsx\",\\s+\"bytes\" : )\\d+", "$1…")
                : text;
    }

    private static final class Sum {
        private long rows;
        private BigDecimal yuan = BigDecimal.ZERO;

        private void add(Map<String, String> row) {
            rows++;
            yuan = yuan.add(new BigDecimal(row.get("amount")));
        }
    }
}
