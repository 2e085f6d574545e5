package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.Rule;
import org.greenaudit.rules.RuleBook;
import org.greenaudit.rules.certificate.CertificateQuestion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit of the committed sample from its job file to its reports: first in Chinese, then again in English. The
 * accepted files are in {@code src/test/resources/golden/sample}; {@link Golden} says how to accept others.
 */
@ExtendWith(Nights.Shared.class)
class SampleAuditTest {

    private static final Path JOB = Path.of("jobs", "sample.yaml");

    /**
     * The sample's feeds have one certificate column for each list and the code of each region, neither status nor remark,
     * and its job two cities.
     */
    private static final Set<DataWarning> OF_OTHER_JOBS_AND_FEEDS = EnumSet.of(
            DataWarning.CERTIFICATES_DIFFER,
            DataWarning.REGION_FROM_NAME,
            DataWarning.REGION_FROM_JOB,
            DataWarning.ORDER_PARTLY_RETURNED,
            DataWarning.ORDER_DOUBTFUL);

    /** Questions of registries that are not complete or describe models, and of cells that the sample's feed has not. */
    private static final Set<CertificateQuestion> OF_OTHER_REGISTRIES_AND_FEEDS = EnumSet.of(
            CertificateQuestion.CERTIFICATE_ANNEX,
            CertificateQuestion.SEVERAL_MODELS,
            CertificateQuestion.CITATION_DESTROYED,
            CertificateQuestion.CITATION_UNCLEAR,
            CertificateQuestion.CITATION_REMARKED,
            CertificateQuestion.CONTRACT_DAY,
            CertificateQuestion.CERTIFICATE_NOT_IN_PARTIAL_REGISTRY,
            CertificateQuestion.CERTIFICATE_UNKNOWN,
            CertificateQuestion.CITATION_IS_NO_NUMBER,
            CertificateQuestion.CERTIFICATE_DATA_INCOMPLETE);

    private static AuditResult first;
    private static AuditResult second;
    private static SortedMap<String, String> chinese;
    private static SortedMap<String, String> english;
    private static AuditResult third;

    @BeforeAll
    static void auditTwice(Nights nights) throws IOException {
        Path out = nights.folder("sample-reports");
        first = nights.audit(Ask.of(JOB).out(out).in("zh-CN").request());
        second = nights.audit(Ask.of(JOB).out(out).in("en").rerun().request());
        third = nights.audit(Ask.of(JOB).out(out).in("en").request());
        chinese = ReportFiles.of(out.resolve("2026-06-30/run-1"));
        english = ReportFiles.of(out.resolve("2026-06-30/run-2"));
    }

    @Test
    void theChineseReportIsTheAcceptedOne() throws IOException {
        assertThat(String.join("\n", Golden.differences("zh-CN", chinese))).isEmpty();
    }

    @Test
    void theEnglishReportIsTheAcceptedOne() throws IOException {
        assertThat(String.join("\n", Golden.differences("en", english))).isEmpty();
    }

    @Test
    void bothLanguagesHoldTheSameVerdicts() {
        assertThat(VerdictDiff.between(withoutWords(chinese), withoutWords(english)))
                .isEmpty();
    }

    @Test
    void theManifestKnowsEveryOtherFileByItsBytes() {
        for (SortedMap<String, String> report : List.of(chinese, english)) {
            Set<String> named = new TreeSet<>();
            for (JsonNode file :
                    JsonMapper.shared().readTree(report.get("manifest.json")).path("files")) {
                String name = file.path("name").stringValue();
                if (name.endsWith(".xlsx")) {
                    continue;
                }
                byte[] bytes = report.get(name).getBytes(StandardCharsets.UTF_8);
                assertThat(file.path("bytes").asLong()).as(name).isEqualTo(bytes.length);
                assertThat(file.path("sha256").stringValue()).as(name).isEqualTo(sha256(bytes));
                if (name.endsWith(".csv")) {
                    assertThat(file.path("rows").asLong())
                            .as(name)
                            .isEqualTo(ReportFiles.records(report.get(name)).size() - 1);
                }
                named.add(name);
            }
            Set<String> others = new TreeSet<>(report.keySet());
            others.remove("manifest.json");
            assertThat(named).isEqualTo(others);
        }
    }

    @Test
    void aSecondCallDoesNothingAndSaysSo() {
        assertThat(first.status()).isEqualTo(AuditResult.Status.COMPLETED);
        assertThat(third.status()).isEqualTo(AuditResult.Status.ALREADY_COMPLETED);
        assertThat(third.run()).isEqualTo(second.run());
    }

    @Test
    void aRerunFindsNothingNewAndKeepsTheFirstDates() {
        assertThat(second.run().orElseThrow().runNo()).isEqualTo(2);
        assertThat(second.changes().orElseThrow().added()).isZero();
        assertThat(second.changes().orElseThrow().resolved()).isZero();
        assertThat(column(chinese, "is_new")).containsOnly("true");
        assertThat(column(english, "is_new")).containsOnly("false");
        assertThat(column(english, "first_seen")).isEqualTo(column(chinese, "first_seen"));
    }

    @Test
    void everythingTheAuditCanFindIsInTheSample() {
        RunCounts counts = first.counts();
        Set<String> missing = new TreeSet<>();
        missing(missing, "outcome", Stream.of(Outcome.values()).map(Outcome::id), tallies(t -> t.outcome()
                .id()));
        missing(missing, "duty", Stream.of(Duty.values()).map(Duty::id), tallies(t -> t.duty()
                .id()));
        Set<String> named = new TreeSet<>(tallies(TallyKey::rule));
        ReportFiles.rows(chinese.get("undetermined.csv"), ReportFiles.VERDICT)
                .forEach(row -> named.add(row.get("rule_code")));
        missing(missing, "rule", rules(), named);
        missing(
                missing,
                "question",
                RuleBook.questions().stream()
                        .filter(question -> !OF_OTHER_REGISTRIES_AND_FEEDS.contains(question))
                        .map(OpenQuestion::id),
                tallies(TallyKey::rule));
        missing(
                missing,
                "warning",
                Stream.of(DataWarning.values())
                        .filter(warning -> !OF_OTHER_JOBS_AND_FEEDS.contains(warning))
                        .map(DataWarning::id),
                counts.warnings().keySet());
        missing(
                missing,
                "reject reason",
                Stream.of(RejectReason.values()).map(RejectReason::id),
                counts.rejected().keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void aboutEightyFivePercentOfTheListedLinesAreCertifiedUnderEachList() {
        for (String list : List.of("energy-saving", "eco-label")) {
            assertThat(certifiedPercent(list)).as(list).isBetween(80.0, 90.0);
        }
    }

    private static double certifiedPercent(String list) {
        long certified = 0;
        long all = 0;
        for (Map.Entry<TallyKey, Count> tally : first.counts().tallies().entrySet()) {
            if (tally.getKey().listId().equals(list) && tally.getKey().duty() != Duty.ADVISORY) {
                all += tally.getValue().lines();
                certified += tally.getKey().outcome() == Outcome.COMPLIANT
                        ? tally.getValue().lines()
                        : 0;
            }
        }
        return 100.0 * certified / all;
    }

    private static Stream<String> rules() {
        return RuleBook.of(CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers())).rules().stream()
                .map(Rule::code);
    }

    private static Set<String> tallies(Function<TallyKey, String> part) {
        return first.counts().tallies().keySet().stream().map(part).collect(Collectors.toSet());
    }

    private static void missing(Set<String> missing, String what, Stream<String> wanted, Set<String> found) {
        wanted.filter(id -> !found.contains(id)).forEach(id -> missing.add(what + " " + id));
    }

    private static List<String> column(Map<String, String> report, String column) {
        return ReportFiles.rows(report.get("violations.csv"), ReportFiles.VERDICT).stream()
                .map(row -> row.get(column))
                .toList();
    }

    /** A report whose undetermined lines, told apart by their messages elsewhere, are left out. */
    private static Map<String, String> withoutWords(Map<String, String> report) {
        return Map.of("violations.csv", report.get("violations.csv"), "undetermined.csv", "");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
