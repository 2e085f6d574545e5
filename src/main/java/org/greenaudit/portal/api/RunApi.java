package org.greenaudit.portal.api;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.job.step.StoredRunData;
import org.greenaudit.message.Text;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.ApiPath;
import org.greenaudit.portal.desk.AuditDesk;
import org.greenaudit.portal.desk.AuditDoor;
import org.greenaudit.portal.desk.Downloads;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.store.RunRecord;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The runs of a job, their totals and their files; and how to start one. */
@RestController
final class RunApi {

    private static final String RUNS = ApiPath.ROOT + "/runs";

    /**
     * The runs of a job, the newest first.
     *
     * @param adHoc whether the job is that of the ad-hoc audit of an upload
     */
    record Runs(String job, boolean adHoc, List<RunLine> runs) {}

    /**
     * A run in a list.
     *
     * @param status completed, abandoned, started while it is running here, or unfinished
     * @param windowFrom first contract date
     * @param windowTo last contract date
     * @param endedAt left out while it has not ended
     */
    record RunLine(
            String runId,
            LocalDate auditDate,
            String status,
            LocalDate windowFrom,
            LocalDate windowTo,
            Instant startedAt,
            Optional<Instant> endedAt) {}

    /**
     * A run.
     *
     * @param adHoc whether it is the ad-hoc audit of an upload
     * @param status completed, abandoned, started while it is running here, or unfinished
     * @param windowFrom first contract date
     * @param windowTo last contract date
     * @param endedAt left out while it has not ended
     * @param decisionsFingerprint left out where no decision could apply
     * @param totals within the scope; left out for a run that is not completed, and in the scope of a unit
     */
    record Run(
            String runId,
            String job,
            boolean adHoc,
            LocalDate auditDate,
            String status,
            LocalDate windowFrom,
            LocalDate windowTo,
            Instant startedAt,
            Optional<Instant> endedAt,
            String catalogFingerprint,
            String decisionsFingerprint,
            Optional<Totals> totals) {}

    /**
     * Rows that were read, which each outcome has a part of.
     *
     * @param amount in yuan
     */
    record Totals(long lines, String amount, List<OutcomeTotal> outcomes) {}

    /**
     * Rows of one outcome.
     *
     * @param amount in yuan
     */
    record OutcomeTotal(String outcome, long lines, String amount) {}

    /** The files of a run that are within the scope. */
    record RunFiles(String runId, List<RunFile> files) {}

    /** A file of a report. */
    record RunFile(String name, long bytes) {}

    /**
     * An audit that is asked for.
     *
     * @param job required where there are several
     * @param date as of which; the job's own, or today, where it is left out
     * @param rerun whether a completed one of which nothing has changed is run again
     */
    record Start(Optional<String> job, Optional<String> date, Optional<Boolean> rerun) {}

    private final ServedJobs jobs;
    private final RunViews runs;
    private final AuditDesk desk;
    private final AuditDoor door;
    private final Downloads downloads;

    RunApi(ServedJobs jobs, RunViews runs, AuditDesk desk, AuditDoor door, Downloads downloads) {
        this.jobs = jobs;
        this.runs = runs;
        this.desk = desk;
        this.door = door;
        this.downloads = downloads;
    }

    @GetMapping(RUNS)
    @Needs(Permission.READ)
    Runs runs(@RequestParam(required = false) Optional<String> job) {
        String chosen = jobs.chosen(job);
        return new Runs(
                chosen,
                jobs.isAdHoc(chosen),
                runs.all(chosen).stream().map(this::line).toList());
    }

    private RunLine line(RunRecord run) {
        return new RunLine(
                run.runId(), run.auditDate(), desk.status(run), run.from(), run.to(), run.startedAt(), run.endedAt());
    }

    @GetMapping(RUNS + "/{run_id}")
    @Needs(Permission.READ)
    Run run(Visit visit, @PathVariable("run_id") String runId) throws IOException {
        RunRecord run = found(runId);
        return new Run(
                run.runId(),
                run.jobName(),
                jobs.isAdHoc(run.jobName()),
                run.auditDate(),
                desk.status(run),
                run.from(),
                run.to(),
                run.startedAt(),
                run.endedAt(),
                run.catalogFingerprint(),
                run.decisionsFingerprint(),
                totals(visit, run));
    }

    private RunRecord found(String runId) {
        return runs.run(runId).orElseThrow(ApiProblem::missing);
    }

    private Optional<Totals> totals(Visit visit, RunRecord run) throws IOException {
        if (!RunViews.isSummed(run, visit.scope())) {
            return Optional.empty();
        }
        try (StoredRunData whole = runs.open(run)) {
            RunCounts counts = RunViews.within(whole, visit.scope()).counts();
            return Optional.of(new Totals(
                    counts.read().lines(),
                    yuan(counts.read()),
                    Stream.of(LineOutcome.values())
                            .map(outcome -> total(outcome, counts.lines(outcome)))
                            .toList()));
        }
    }

    private static OutcomeTotal total(LineOutcome outcome, Count count) {
        return new OutcomeTotal(outcome.id(), count.lines(), yuan(count));
    }

    private static String yuan(Count count) {
        return count.yuan().toPlainString();
    }

    @GetMapping(RUNS + "/{run_id}/files")
    @Needs(Permission.READ)
    RunFiles files(Visit visit, @PathVariable("run_id") String runId) throws IOException {
        RunRecord run = found(runId);
        List<RunFile> files = new ArrayList<>();
        downloads.of(visit, run).forEach(entry -> files.add(new RunFile(entry.name(), entry.bytes())));
        return new RunFiles(run.runId(), files);
    }

    @GetMapping(value = RUNS + "/{run_id}/files/{*name}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Needs(Permission.READ)
    ResponseEntity<Resource> file(Visit visit, @PathVariable("run_id") String runId, @PathVariable("name") String path)
            throws IOException {
        // what stands behind the folder begins with a slash
        return downloads
                .file(visit, found(runId), path.substring(1))
                .orElseThrow(ApiProblem::missing)
                .answer();
    }

    /** Nothing is started that was not meant: the only job need not be named, of several one must be. */
    private String job(Start asked) {
        List<String> names = jobs.names();
        return asked.job()
                .filter(job -> !job.isBlank())
                .or(() -> names.stream().filter(job -> names.size() == 1).findFirst())
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "job",
                        Text.of("portal.api.which-job", String.join(", ", names))));
    }

    @PostMapping(value = RUNS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.OPERATE)
    JobApi.Begun start(Visit visit, @RequestBody Start asked) {
        String job = jobs.chosen(Optional.of(job(asked)));
        AuditDoor.Answer answer =
                door.start(visit, job, asked.date().orElse(""), asked.rerun().orElse(false));
        return switch (answer.done()) {
            case DONE -> new JobApi.Begun(job, visit.messages().render(answer.text()));
            case NOT_NOW -> throw ApiProblem.of(HttpStatus.CONFLICT, answer.text());
            case WRONG_DATE -> throw ApiProblem.of(HttpStatus.UNPROCESSABLE_CONTENT, "date", answer.text());
        };
    }
}
