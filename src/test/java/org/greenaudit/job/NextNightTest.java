package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.store.RunChanges;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A night whose feed has one violation less and another one more than the night before. */
@ExtendWith(Nights.Shared.class)
class NextNightTest {

    private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 6, 28);
    private static final LocalDate SECOND_NIGHT = LocalDate.of(2026, 6, 29);
    private static final int LINES = 180;

    private static List<Map<String, String>> before;
    private static List<Map<String, String>> after;
    private static AuditResult second;
    private static List<UnitAssessment> units;
    private static Map<String, String> gone;
    private static Map<String, String> repeated;

    @BeforeAll
    static void auditTwoNights(Nights nights) throws IOException {
        Path folder = nights.folder("next-night");
        Path feed = folder.resolve("feed.csv");
        List<String> lines = new ArrayList<>(
                Files.readAllLines(Path.of("jobs/sample/fuzhou-2026.csv")).subList(0, LINES));
        Files.write(feed, lines);
        Path job = nights.jobOf("next-night", feed, "");
        nights.audit(Ask.of(job).on(FIRST_NIGHT).out(folder).request());
        before = violations(folder.resolve("2026-06-28/run-1"));

        List<Map<String, String>> alone = before.stream()
                .filter(row -> row.get("duty").equals("mandatory"))
                .filter(row -> before.stream()
                                .filter(other -> other.get("record_id").equals(row.get("record_id")))
                                .count()
                        == 1)
                .toList();
        gone = alone.get(0);
        repeated = alone.get(alone.size() - 1);
        String again = lineOf(lines, repeated).replaceFirst(repeated.get("record_id"), "FZ2026-9000001");
        lines.remove(lineOf(lines, gone));
        lines.add(again);
        Files.write(feed, lines);
        second = nights.audit(Ask.of(job).on(SECOND_NIGHT).out(folder).request());
        units = nights.units(second);
        after = violations(folder.resolve("2026-06-29/run-1"));
    }

    @Test
    void oneViolationIsNewAndOneIsResolved() {
        assertThat(second.changes()).contains(new RunChanges("next-night-20260628-1-test", 1, 1));
        assertThat(ids(after)).doesNotContain(gone.get("record_id")).contains("FZ2026-9000001");
    }

    @Test
    void onlyTheNewViolationIsMarkedAsNew() {
        assertThat(after.stream().filter(row -> row.get("is_new").equals("true")))
                .extracting(row -> row.get("record_id"), row -> row.get("first_seen"))
                .containsExactly(tuple("FZ2026-9000001", "2026-06-29"));
    }

    @Test
    void violationsThatStandKeepTheDayTheyWereFirstSeen() {
        assertThat(after.stream()
                        .filter(row -> row.get("is_new").equals("false"))
                        .map(row -> row.get("first_seen"))
                        .collect(Collectors.toSet()))
                .containsExactly("2026-06-28");
        assertThat(after).hasSameSizeAs(before);
    }

    @Test
    void theSameUnitsNewViolationOfTheSameRuleAndRowIsARepeat() {
        Map<String, Long> repeats = units.stream()
                .filter(unit -> unit.repeatViolations() > 0)
                .collect(Collectors.toMap(unit -> unit.buyer().buyerName(), unit -> unit.repeatViolations()));
        assertThat(repeats).isEqualTo(Map.of(repeated.get("buyer_name"), 1L));
    }

    private static List<Map<String, String>> violations(Path report) throws IOException {
        return ReportFiles.rows(Files.readString(report.resolve("violations.csv")), ReportFiles.VERDICT);
    }

    private static String lineOf(List<String> lines, Map<String, String> row) {
        return lines.stream()
                .filter(line -> line.startsWith(row.get("record_id") + ","))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(List<Map<String, String>> rows) {
        Function<Map<String, String>, String> id = row -> row.get("record_id");
        return rows.stream().map(id).toList();
    }
}
