package org.greenaudit.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.job.AuditResult;
import org.greenaudit.job.config.AuditRequest;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunChanges;
import org.greenaudit.store.RunRecord;
import org.greenaudit.testing.RunRecords;

/** Runs the command line with a fake audit and keeps what it printed. */
final class CliHarness {

    private static final CatalogSnapshot CATALOG =
            CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers());

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<AuditRequest> requests = new ArrayList<>();
    private AuditResult result = result(AuditResult.Status.COMPLETED, Optional.empty());

    /** What the next audits answer. */
    CliHarness answering(AuditResult answer) {
        result = answer;
        return this;
    }

    /** Where it prints. */
    Console console() {
        return new Console(new PrintWriter(out), new PrintWriter(err), false);
    }

    int run(String... args) {
        Auditor auditor = (settings, listener) -> {
            requests.add(settings.request());
            return result;
        };
        return new Cli(console(), auditor).run(args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    AuditRequest request() {
        return requests.get(0);
    }

    List<AuditRequest> requests() {
        return requests;
    }

    /** A run of 10 lines: 3 mandatory violations among 6 mandatory lines, 1 undetermined, 2 rejected. */
    static AuditResult result(AuditResult.Status status, Optional<RunChanges> changes) {
        RunRecord run = RunRecords.of("sample", "2026-06-30").id(1).completed().build();
        return new AuditResult(
                status,
                Optional.of(run),
                counts(),
                Optional.of(Path.of("reports", "2026-06-30", "run-1")),
                changes,
                Optional.of(CATALOG),
                List.of(),
                status == AuditResult.Status.FAILED
                        ? Optional.of(Text.of("cli.generate.short", "7"))
                        : Optional.empty(),
                List.of());
    }

    static RunCounts counts() {
        RunCounts counts = new RunCounts();
        RunCounts.plus(counts.lines(), LineOutcome.VIOLATION, new Count(3, 300_000));
        RunCounts.plus(counts.lines(), LineOutcome.UNDETERMINED, new Count(1, 100_000));
        RunCounts.plus(counts.lines(), LineOutcome.COMPLIANT, new Count(4, 123_456_789));
        RunCounts.plus(counts.lines(), LineOutcome.REJECTED, new Count(2, 0));
        RunCounts.plus(counts.rejected(), "date-unreadable", new Count(2, 0));
        RunCounts.plus(counts.advisory(), LineOutcome.VIOLATION, new Count(2, 250_000));
        RunCounts.plus(counts.tallies(), key(Duty.MANDATORY, Outcome.VIOLATION, "M1"), new Count(2, 200_000));
        RunCounts.plus(counts.tallies(), key(Duty.MANDATORY, Outcome.VIOLATION, "M3"), new Count(1, 100_000));
        RunCounts.plus(counts.tallies(), key(Duty.MANDATORY, Outcome.COMPLIANT, ""), new Count(3, 700_000));
        RunCounts.plus(
                counts.tallies(), key(Duty.PRIORITY, Outcome.UNDETERMINED, "kind-ambiguous"), new Count(1, 100_000));
        RunCounts.plus(counts.tallies(), key(Duty.ADVISORY, Outcome.VIOLATION, "M1"), new Count(9, 900_000));
        return counts;
    }

    /** The key of a line that only its buyer says is certified. */
    static TallyKey declared() {
        return new TallyKey(
                "energy-saving",
                "ES2019-01-01",
                "361000",
                "抚州市",
                "1",
                "虚构单位",
                Duty.MANDATORY,
                Outcome.COMPLIANT,
                "",
                true,
                false);
    }

    private static TallyKey key(Duty duty, Outcome outcome, String rule) {
        return new TallyKey(
                "energy-saving", "ES2019-01-01", "361000", "抚州市", "1", "虚构单位", duty, outcome, rule, false, false);
    }
}
