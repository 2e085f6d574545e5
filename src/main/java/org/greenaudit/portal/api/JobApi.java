package org.greenaudit.portal.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.ApiPath;
import org.greenaudit.portal.desk.AuditDesk;
import org.greenaudit.portal.desk.AuditDoor;
import org.greenaudit.portal.desk.LiveProgress;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.portal.night.Nights;
import org.greenaudit.store.RunRecord;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The served jobs, and the audits of them that are running. */
@RestController
final class JobApi {

    private static final String JOBS = ApiPath.ROOT + "/jobs";

    /** Every job: those of ad-hoc audits behind the others. */
    record Jobs(List<Job> jobs) {}

    /**
     * A job.
     *
     * @param adHoc whether it is that of the ad-hoc audit of an upload
     * @param nextDue when its next night is due; left out without a schedule
     * @param running whether an audit of it is running, here or in another process
     * @param newestRun its newest completed run; left out where there is none
     */
    record Job(String name, boolean adHoc, Optional<Instant> nextDue, boolean running, Optional<String> newestRun) {}

    /**
     * How far the audit of a job is that is running in this server.
     *
     * @param since left out while none is running, as what it has done is
     * @param by who started it; left out for the schedule
     * @param done rows judged
     * @param total rows in the sources; left out while that is not known
     * @param workersAtWork workers on other machines; left out where this server evaluates, as what waits for them is
     * @param trouble why the workers' broker cannot be used, which is waited for; left out where it can
     */
    record Progress(
            boolean running,
            Optional<Instant> since,
            String by,
            Optional<Long> done,
            Optional<Long> total,
            Optional<Long> perSecond,
            Optional<Long> secondsLeft,
            Optional<Integer> workersAtWork,
            Optional<Integer> partitionsWaiting,
            Optional<ApiText> trouble,
            Optional<Ended> ended) {}

    /** How the last audit of a job ended that ran in this server. */
    record Ended(Instant at, String status, List<ApiText> said) {}

    /** What was begun. */
    record Begun(String job, String text) {}

    private final ServedJobs jobs;
    private final RunViews runs;
    private final AuditDesk desk;
    private final AuditDoor door;
    private final Nights nights;

    JobApi(ServedJobs jobs, RunViews runs, AuditDesk desk, AuditDoor door, Nights nights) {
        this.jobs = jobs;
        this.runs = runs;
        this.desk = desk;
        this.door = door;
        this.nights = nights;
    }

    @GetMapping(JOBS)
    @Needs(Permission.READ)
    Jobs jobs() {
        return new Jobs(jobs.all().stream().map(this::job).toList());
    }

    private Job job(String name) {
        Optional<Nights.Standing> standing = nights.standing(name);
        return new Job(
                name,
                jobs.isAdHoc(name),
                standing.flatMap(Nights.Standing::next),
                desk.running(name).isPresent()
                        || standing.flatMap(Nights.Standing::auditing).isPresent(),
                runs.newest(name).map(RunRecord::runId));
    }

    @GetMapping(JOBS + "/{job}/progress")
    @Needs(Permission.READ)
    Progress progress(Visit visit, @PathVariable String job) {
        String chosen = jobs.chosen(Optional.of(job));
        Optional<AuditDesk.Running> running = desk.running(chosen);
        Optional<LiveProgress.State> state =
                running.map(audit -> audit.progress().state());
        Optional<LiveProgress.Workers> workers = state.flatMap(LiveProgress.State::workers);
        return new Progress(
                running.isPresent(),
                running.map(AuditDesk.Running::since),
                running.map(AuditDesk.Running::by).orElse(""),
                state.map(LiveProgress.State::done),
                state.map(LiveProgress.State::total).filter(total -> total > 0),
                state.map(LiveProgress.State::perSecond),
                state.flatMap(LiveProgress.State::secondsLeft),
                workers.map(LiveProgress.Workers::atWork),
                workers.map(LiveProgress.Workers::waiting),
                state.flatMap(now -> ApiText.ofSome(now.trouble(), visit.messages())),
                desk.ended(chosen)
                        .map(ended -> new Ended(
                                ended.at(),
                                ended.status().name().toLowerCase(Locale.ROOT),
                                ApiText.each(ended.said(), visit.messages()))));
    }

    @PostMapping(JOBS + "/{job}/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.OPERATE)
    Begun stop(Visit visit, @PathVariable String job) {
        String chosen = jobs.chosen(Optional.of(job));
        AuditDoor.Answer answer = door.stop(visit, chosen);
        if (answer.done() != AuditDoor.Done.DONE) {
            throw ApiProblem.of(HttpStatus.CONFLICT, answer.text());
        }
        return new Begun(chosen, visit.messages().render(answer.text()));
    }
}
