package org.greenaudit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.store.RunRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of a job's reports. It belongs to one job of one database, because runs are numbered by job and database, and
 * others would overwrite them.
 */
public final class ReportFolder {

    private ReportFolder() {}

    /**
     * Who writes into a folder of reports.
     *
     * @param job the job
     * @param database its database; empty where a report of an earlier version does not say
     */
    public record Owner(String job, String database) {

        /** Whether this is that job of that database, as far as is known. */
        public boolean is(String otherJob, String otherDatabase) {
            return job.equals(otherJob) && (database.isEmpty() || database.equals(otherDatabase));
        }
    }

    /** Whose reports a folder holds, according to its newest report; empty where there is none. */
    public static Optional<Owner> owner(Path outDir) {
        return manifest(LatestLink.of(outDir)).map(there -> new Owner(text(there, "job"), text(there, "database")));
    }

    /**
     * Makes sure that what already exists where a run's report belongs is an earlier attempt at the same run.
     *
     * @throws ExplainedException when it is the report of another run, or none
     */
    static void requireSameRun(Path report, RunRecord run) {
        if (!Files.exists(report, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        String there = manifest(report)
                .map(manifest -> text(manifest, "run_id"))
                .orElseThrow(() -> new ExplainedException(Text.of("report.error.no-report", report)));
        if (!there.equals(run.runId())) {
            throw new ExplainedException(Text.of("report.error.other-run", report, there));
        }
    }

    /** Whether the newest report of a folder has no later audit date than this run. */
    static boolean isNewest(Path outDir, RunRecord run) {
        String newest = manifest(LatestLink.of(outDir))
                .map(there -> text(there, "audit_date"))
                .orElse("");
        return newest.compareTo(run.auditDate().toString()) <= 0;
    }

    private static String text(JsonNode manifest, String key) {
        return manifest.path(key).stringValue("");
    }

    /** A report's manifest; empty where there is none. */
    private static Optional<JsonNode> manifest(Path report) {
        Path file = report.resolve(Manifest.NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            // the file is no manifest of this program
            return Optional.empty();
        }
    }
}
