package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.job.AuditResult;
import org.greenaudit.message.Text;
import org.greenaudit.store.RunChanges;
import org.junit.jupiter.api.Test;

class AuditCommandTest {

    private final CliHarness cli = new CliHarness();

    @Test
    void noArgumentAuditsTheSampleInChinese() {
        assertThat(cli.run()).isZero();
        assertThat(cli.request().jobFile()).isEqualTo(Path.of("jobs", "sample.yaml"));
        assertThat(cli.out()).contains("不符合", "1,234,567.89");
    }

    @Test
    void everyOptionReachesTheAudit() {
        cli.run(
                "audit",
                "--job=jobs/sample.yaml",
                "--input",
                "jobs/sample/fuzhou-2026.csv",
                "--date=2026-05-31",
                "--from=2026-02-01",
                "--to=2026-05-31",
                "--catalogs=catalogs",
                "--catalogs",
                "jobs/sample/catalogs",
                "--out=target/x",
                "--locale=en",
                "--all-verdicts",
                "--rerun");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.request().inputs()).isEqualTo(List.of(Path.of("jobs/sample/fuzhou-2026.csv")));
        assertThat(cli.request().date()).contains(LocalDate.of(2026, 5, 31));
        assertThat(cli.request().from()).contains(LocalDate.of(2026, 2, 1));
        assertThat(cli.request().to()).contains(LocalDate.of(2026, 5, 31));
        assertThat(cli.request().catalogs()).containsExactly(Path.of("catalogs"), Path.of("jobs/sample/catalogs"));
        assertThat(cli.request().out()).contains(Path.of("target/x"));
        assertThat(cli.request().locale()).contains(Locale.ENGLISH);
        assertThat(cli.request().allVerdicts()).isTrue();
        assertThat(cli.request().rerun()).isTrue();
    }

    @Test
    void inputsWithoutAJobAreNotJudgedByTheSamplesInventedCertificates() {
        cli.run("audit", "--input", "jobs/sample/fuzhou-2026.csv");
        assertThat(cli.request().jobFile()).isEqualTo(Path.of("jobs", "nightly-audit.yaml"));
    }

    @Test
    void summaryNamesCountsSharesWorstRulesAndReports() {
        assertThat(cli.run("audit", "--locale", "en")).isZero();
        assertThat(cli.out())
                .contains("sample-20260630-1-test")
                .containsPattern("read +10 ")
                .containsPattern("violation +3 +3,000.00")
                .contains("energy-saving: by amount 63.6 % (7,000.00 of 11,000.00 yuan), by lines 42.9 % (3 of 7)")
                .contains("national figure 2023: 83.9 %")
                .containsPattern("M1 .* 2 +2,000.00\\R +M3 ")
                .contains("No earlier completed audit")
                .contains(
                        Path.of("reports", "2026-06-30", "run-1", "index.html").toString());
    }

    @Test
    void whatCouldNotBeReadIsTheFirstLineOfTheSummary() {
        cli.run("audit", "--locale", "en");
        assertThat(cli.out())
                .startsWith("! 2 of 10 rows could not be read")
                .contains("most often: date not readable (2 rows)");
    }

    @Test
    void whereNothingWasListedNobodySaysThatNoViolationWasFound() {
        AuditResult done = CliHarness.result(AuditResult.Status.COMPLETED, Optional.empty());
        done.counts().tallies().clear();
        done.counts().lines().clear();
        RunCounts.plus(done.counts().lines(), LineOutcome.NOT_APPLICABLE, new Count(9, 0));
        cli.answering(done);
        cli.run("audit", "--locale", "en");
        assertThat(cli.out())
                .startsWith("! Nothing was judged: 9 rows were read, and none lies in a list")
                .contains("energy-saving: by amount — (nothing listed)", "Nothing could be judged")
                .doesNotContain("No violation was found");
    }

    @Test
    void whatIsOnlyDeclaredHasAShareOfItsOwn() {
        AuditResult done = CliHarness.result(AuditResult.Status.COMPLETED, Optional.empty());
        RunCounts.plus(done.counts().tallies(), CliHarness.declared(), new Count(1, 100_000));
        cli.answering(done);
        cli.run("audit", "--locale", "en");
        assertThat(cli.out())
                .contains("energy-saving: by amount 66.7 % (8,000.00 of 12,000.00 yuan)")
                .contains("verified in a registry: by amount 58.3 %, by lines 37.5 %")
                .contains("declared only, not verified: by amount 8.3 %, by lines 12.5 % (1 line, 1,000.00 yuan)");
    }

    @Test
    void rowsSetApartAreNamedWithTheirAmount() {
        AuditResult done = CliHarness.result(AuditResult.Status.COMPLETED, Optional.empty());
        RunCounts.plus(done.counts().setApart(), "refund", new Count(2, -500_000));
        cli.answering(done);
        cli.run("audit", "--locale", "en");
        assertThat(cli.out()).contains("Set apart, no purchases (refunds and returns): 2 lines, -5,000.00 yuan");
    }

    @Test
    void changesSinceThePreviousRunAreTold() {
        cli.answering(CliHarness.result(
                AuditResult.Status.COMPLETED, Optional.of(new RunChanges("sample-20260629-1-test", 12, 3))));
        cli.run("audit", "--locale", "en");
        assertThat(cli.out()).contains("Compared with sample-20260629-1-test: 12 new, 3 resolved");
    }

    @Test
    void metricsThatNobodyTookAreToldAndTheAuditIsCompleted() {
        AuditResult done = CliHarness.result(AuditResult.Status.COMPLETED, Optional.empty());
        cli.answering(new AuditResult(
                done.status(),
                done.run(),
                done.counts(),
                done.reportDir(),
                done.changes(),
                done.catalog(),
                done.notes(),
                done.failure(),
                List.of(Text.of("metrics.pushgateway.refused", "http://gateway:9091", 401))));
        assertThat(cli.run("audit", "--locale", "en")).isZero();
        assertThat(cli.err()).contains("http://gateway:9091", "status 401", "The audit is not affected");
    }

    @Test
    void completedBeforeSaysSoAndShowsThatRun() {
        cli.answering(CliHarness.result(AuditResult.Status.ALREADY_COMPLETED, Optional.empty()));
        assertThat(cli.run("audit", "--locale", "en")).isZero();
        assertThat(cli.out())
                .contains("completed before (sample-20260630-1-test)")
                .containsPattern("read +10 ");
    }

    @Test
    void failureIsOneAndSaysWhy() {
        cli.answering(CliHarness.result(AuditResult.Status.FAILED, Optional.empty()));
        assertThat(cli.run("audit", "--locale", "en")).isEqualTo(1);
        assertThat(cli.err()).contains("Fewer than 7 lines").contains("the same command continues");
    }

    @Test
    void stoppedIsOne() {
        cli.answering(CliHarness.result(AuditResult.Status.STOPPED, Optional.empty()));
        assertThat(cli.run("audit")).isEqualTo(1);
    }

    @Test
    void breachedGateIsThreeAndNamesTheNumbers() {
        assertThat(cli.run("audit", "--locale", "en", "--fail-on", "priority,mandatory=2", "--fail-on", "rejected=50%"))
                .isEqualTo(3);
        assertThat(cli.err()).contains("--fail-on mandatory=2 breached: 3 of 6").doesNotContain("--fail-on rejected");
    }

    @Test
    void unknownGateIsTwoBeforeAnythingRuns() {
        assertThat(cli.run("audit", "--locale", "en", "--fail-on", "everything"))
                .isEqualTo(2);
        assertThat(cli.err()).contains("“everything”", "mandatory|priority|undetermined|rejected");
        assertThat(cli.requests()).isEmpty();
    }

    @Test
    void missingJobFileIsTwoBeforeAnythingRuns() {
        assertThat(cli.run("audit", "--job", "jobs/none.yaml")).isEqualTo(2);
        assertThat(cli.err()).contains("none.yaml");
        assertThat(cli.requests()).isEmpty();
    }
}
