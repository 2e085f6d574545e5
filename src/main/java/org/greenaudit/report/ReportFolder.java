package org.greenaudit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.store.RunRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The folder of a job's reports. It belongs to one job, because runs are numbered by job and two jobs would overwrite each other. */
public final class ReportFolder {

    private ReportFolder() {}

    /** The job whose reports a folder holds, according to its newest report; empty where there is none. */
    public static Optional<String> owner(Path outDir) {
        return entry(LatestLink.of(outDir), "job");
    }

    /**
     * Makes sure that a report that already exists where a run's report belongs is an earlier attempt at the same run.
     *
     * @throws ExplainedException when it is the report of another run
     */
    static void requireSameRun(Path report, RunRecord run) {
        entry(report, "run_id").filter(there -> !there.equals(run.runId())).ifPresent(there -> {
            throw new ExplainedException(Text.of("report.error.other-run", report, there));
        });
    }

    /** Whether the newest report of a folder has no later audit date than this run. */
    static boolean isNewest(Path outDir, RunRecord run) {
        String newest = entry(LatestLink.of(outDir), "audit_date").orElse("");
        return newest.compareTo(run.auditDate().toString()) <= 0;
    }

    /** A text of a report's manifest; empty where there is no manifest. */
    private static Optional<String> entry(Path report, String key) {
        Path file = report.resolve(Manifest.NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode manifest = JsonMapper.shared().readTree(Files.readString(file));
            return Optional.of(manifest.path(key).stringValue(""));
        } catch (IOException | JacksonException e) {
            // the file is no manifest of this program, so it names no job
            return Optional.empty();
        }
    }
}
