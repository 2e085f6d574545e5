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
        return manifest(LatestLink.of(outDir))
                .map(manifest -> manifest.path("job").stringValue(""));
    }

    /**
     * Makes sure that a report that already exists where a run's report belongs is an earlier attempt at the same run.
     *
     * @throws ExplainedException when it is the report of another run
     */
    static void requireSameRun(Path report, RunRecord run) {
        manifest(report)
                .map(manifest -> manifest.path("run_id").stringValue(""))
                .filter(there -> !there.equals(run.runId()))
                .ifPresent(there -> {
                    throw new ExplainedException(Text.of("report.error.other-run", report, there));
                });
    }

    /** Whether the newest report of a folder has no later audit date than this run. */
    static boolean isNewest(Path outDir, RunRecord run) {
        String newest = manifest(LatestLink.of(outDir))
                .map(manifest -> manifest.path("audit_date").stringValue(""))
                .orElse("");
        return newest.compareTo(run.auditDate().toString()) <= 0;
    }

    private static Optional<JsonNode> manifest(Path report) {
        Path file = report.resolve(Manifest.NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            // the file is no manifest of this program, so it names no job
            return Optional.empty();
        }
    }
}
