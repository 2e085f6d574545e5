package org.greenaudit.portal.desk;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.greenaudit.job.step.StoredRunData;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.finding.FindingIndexes;
import org.greenaudit.portal.finding.FindingSort;
import org.greenaudit.portal.finding.Selection;
import org.greenaudit.store.RunRecord;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;

/** Hands out files within a visitor's scope, and writes each down in the log. */
public final class Downloads {

    private final ServedJobs jobs;
    private final RunViews runs;
    private final JobFindings findings;
    private final AccessLog log;

    /** The files of these runs and findings. */
    public Downloads(ServedJobs jobs, RunViews runs, JobFindings findings, AccessLog log) {
        this.jobs = jobs;
        this.runs = runs;
        this.findings = findings;
        this.log = log;
    }

    /** The files of a run's report that a visitor may have, by name. */
    public List<ReportFiles.Entry> of(Visit visit, RunRecord run) throws IOException {
        return files(run).within(visit.scope());
    }

    private ReportFiles files(RunRecord run) {
        return new ReportFiles(jobs.settings(run).reportDir(run.runNo()));
    }

    /** A file of a run's report by its name there; empty where there is none that the visitor may have. */
    public Optional<Download> file(Visit visit, RunRecord run, String name) throws IOException {
        Optional<Path> found = files(run).find(visit.scope(), name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Path file = found.get();
        log(visit, run.runId() + " " + name);
        // a name that tells the file of one run from that of another
        String own = run.runId() + "-" + name.replace('/', '-');
        return Optional.of(new Download(own, Files.size(file), new FileSystemResource(file)));
    }

    /**
     * The findings of a run that are asked for, in the order of the report. The file is complete before its first byte is sent:
     * what cannot be is an error, and not half a file.
     *
     * @param query what is asked for; without problems
     * @param workbook whether as a workbook, and not as CSV
     * @throws org.greenaudit.message.ExplainedException when the run's details are no longer kept
     */
    public Download findings(Visit visit, RunRecord run, FindingQuery query, boolean workbook) throws IOException {
        FindingIndexes indexes = findings.of(run.jobName());
        Selection selection =
                indexes.of(run).select(visit.scope(), query.filter(), indexes.states(run), FindingSort.REPORT, false);
        FileChannel file;
        try (StoredRunData data = runs.open(run)) {
            file = workbook
                    ? findings.files().workbook(selection, data, visit.messages())
                    : findings.files().csv(selection, data, visit.messages());
        }
        String name = run.runId() + "-findings" + (workbook ? ".xlsx" : ".csv");
        log(visit, name + " " + selection.count().lines() + " " + query.at("/findings"));
        return new Download(name, file.size(), new InputStreamResource(Channels.newInputStream(file)));
    }

    private void log(Visit visit, String subject) {
        log.add(visit.account().name(), visit.address(), AccessLog.Action.DOWNLOAD, subject, true);
    }
}
