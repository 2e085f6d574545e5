package org.greenaudit.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.job.AuditResult;
import org.greenaudit.job.step.StoredRunData;
import org.greenaudit.portal.PageFrame.Said;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.AuditDesk;
import org.greenaudit.portal.desk.AuditDoor;
import org.greenaudit.portal.desk.Downloads;
import org.greenaudit.portal.desk.LiveProgress;
import org.greenaudit.portal.desk.ReportFiles;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.portal.night.Nights;
import org.greenaudit.report.ContextSection;
import org.greenaudit.report.OutcomeChart;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.data.RunData;
import org.greenaudit.store.RunRecord;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The runs of a job: what there was, what is running, and for operators how to start, continue and stop one. */
@Controller
public class RunPages {

    private static final int SHOWN = 90;

    /** A run in the list. */
    private record Line(
            String href, String runId, LocalDate date, String status, String css, String started, String took) {}

    /** A file of a report. */
    private record FileLine(String href, String name, String content, String bytes) {}

    /** The audit that is running. */
    private record Live(String since, String by, long done, long total, String text) {}

    /** What the page of a running audit asks for again and again. */
    record Progress(boolean running, long done, long total, String text) {}

    private final ServedJobs jobs;
    private final RunViews runs;
    private final AuditDesk desk;
    private final AuditDoor door;
    private final Downloads downloads;
    private final Nights nights;

    RunPages(ServedJobs jobs, RunViews runs, AuditDesk desk, AuditDoor door, Downloads downloads, Nights nights) {
        this.jobs = jobs;
        this.runs = runs;
        this.desk = desk;
        this.door = door;
        this.downloads = downloads;
        this.nights = nights;
    }

    @GetMapping("/runs")
    @Needs(Permission.READ)
    String all(Visit visit, @RequestParam(required = false) Optional<String> job, Model model) {
        String chosen = jobs.chosen(job);
        model.addAttribute("job", chosen);
        model.addAttribute("jobs", jobs.choices(chosen));
        model.addAttribute(
                "runs",
                runs.all(chosen).stream()
                        .limit(SHOWN)
                        .map(run -> line(visit, run))
                        .toList());
        model.addAttribute("mayOperate", visit.account().role().may(Permission.OPERATE));
        model.addAttribute(
                "live",
                desk.running(chosen).map(running -> live(visit, running)).stream()
                        .toList());
        model.addAttribute("idle", desk.running(chosen).isEmpty());
        model.addAttribute(
                "ended",
                desk.ended(chosen).map(ended -> ended(visit, ended)).stream().toList());
        model.addAttribute("schedule", schedule(visit, chosen));
        return "runs";
    }

    /** When the job is due next, and which process audits it where that is not this one. */
    private List<String> schedule(Visit visit, String job) {
        List<String> said = new ArrayList<>();
        nights.standing(job).ifPresent(standing -> {
            standing.next().ifPresent(next -> said.add(visit.say("portal.runs.next", visit.time(next))));
            standing.auditing()
                    .filter(holder -> desk.running(job).isEmpty())
                    .ifPresent(holder -> said.add(visit.say(
                            "portal.runs.elsewhere", holder.host(), holder.process(), visit.time(holder.since()))));
        });
        return said;
    }

    private Line line(Visit visit, RunRecord run) {
        String status = desk.status(run);
        return new Line(
                new RunLinks(run).run(),
                run.runId(),
                run.auditDate(),
                visit.say("portal.run." + status),
                status,
                visit.time(run.startedAt()),
                run.endedAt()
                        .map(end -> took(Duration.between(run.startedAt(), end)))
                        .orElse(""));
    }

    private static String took(Duration duration) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    private static Live live(Visit visit, AuditDesk.Running running) {
        LiveProgress.State state = running.progress().state();
        return new Live(
                visit.time(running.since()),
                running.by().isEmpty() ? visit.say("portal.run.by-schedule") : running.by(),
                state.done(),
                Math.max(1, state.total()),
                text(visit, state));
    }

    private static String text(Visit visit, LiveProgress.State state) {
        if (state.total() == 0) {
            return visit.say("portal.progress.preparing");
        }
        if (state.done() == state.total()) {
            return visit.say("portal.progress.reporting", Numbers.whole(state.total()));
        }
        String lines = visit.say(
                "portal.progress.lines",
                Numbers.whole(state.done()),
                Numbers.whole(state.total()),
                Numbers.whole(state.perSecond()),
                state.secondsLeft()
                        .map(seconds -> took(Duration.ofSeconds(seconds)))
                        .orElse(Numbers.NONE));
        if (!state.trouble().isNone()) {
            return visit.say(
                    "portal.progress.broker-away", lines, visit.messages().render(state.trouble()));
        }
        return state.workers()
                .map(workers -> visit.say("portal.progress.workers", lines, workers.atWork(), workers.waiting()))
                .orElse(lines);
    }

    private static Said ended(Visit visit, AuditDesk.Ended ended) {
        String status = ended.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<String> words = new ArrayList<>();
        words.add(visit.say("portal.ended." + status, visit.time(ended.at())));
        ended.said().forEach(text -> words.add(visit.messages().render(text)));
        String css = ended.status() == AuditResult.Status.FAILED ? "bad" : "good";
        return new Said(String.join(" ", words), css);
    }

    @GetMapping(value = "/runs/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @Needs(Permission.READ)
    Progress progress(Visit visit, @RequestParam(required = false) Optional<String> job) {
        return desk.running(jobs.chosen(job))
                .map(running -> running.progress().state())
                .map(state -> new Progress(true, state.done(), Math.max(1, state.total()), text(visit, state)))
                .orElse(new Progress(false, 0, 1, ""));
    }

    @PostMapping("/runs/start")
    @Needs(Permission.OPERATE)
    String start(
            Visit visit,
            @RequestParam(required = false) Optional<String> job,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "false") boolean rerun,
            RedirectAttributes next) {
        String chosen = jobs.chosen(job);
        told(next, visit, door.start(visit, chosen, date, rerun));
        next.addAttribute("job", chosen);
        return "redirect:/runs";
    }

    private static void told(RedirectAttributes next, Visit visit, AuditDoor.Answer answer) {
        String text = visit.messages().render(answer.text());
        next.addFlashAttribute(
                PageFrame.SAID, answer.done() == AuditDoor.Done.DONE ? Said.done(text) : Said.refused(text));
    }

    @PostMapping("/runs/stop")
    @Needs(Permission.OPERATE)
    String stop(Visit visit, @RequestParam(required = false) Optional<String> job, RedirectAttributes next) {
        String chosen = jobs.chosen(job);
        told(next, visit, door.stop(visit, chosen));
        next.addAttribute("job", chosen);
        return "redirect:/runs";
    }

    @GetMapping("/runs/{runId}")
    @Needs(Permission.READ)
    String one(Visit visit, @PathVariable String runId, Model model) throws IOException {
        RunRecord run = found(runId);
        model.addAttribute("runId", run.runId());
        model.addAttribute("line", line(visit, run));
        model.addAttribute("from", run.from());
        model.addAttribute("to", run.to());
        model.addAttribute("fingerprint", run.catalogFingerprint());
        model.addAttribute("versions", RunCatalogs.of(run, jobs.settings(run).reportDir(run.runNo())));
        model.addAttribute("files", files(visit, run));
        model.addAttribute("counted", counted(visit, run));
        return "run";
    }

    /** The totals of a completed run, and how its sources were read; nothing of a unit's scope. */
    private List<Map<String, Object>> counted(Visit visit, RunRecord run) throws IOException {
        if (!RunViews.isSummed(run, visit.scope())) {
            return List.of();
        }
        try (StoredRunData whole = runs.open(run)) {
            RunData data = RunViews.within(whole, visit.scope());
            ReportContext context = new ReportContext(data, visit.messages());
            return List.of(Map.of(
                    "outcomes", OutcomeChart.of(context),
                    "totals", ContextSection.totals(context),
                    "differences", ContextSection.differences(context),
                    "sources",
                            data.sources().stream().map(source -> source.name()).toList(),
                    "notes",
                            data.notes().stream()
                                    .map(note -> visit.messages().render(note.text()))
                                    .toList()));
        }
    }

    private List<FileLine> files(Visit visit, RunRecord run) throws IOException {
        List<FileLine> lines = new ArrayList<>();
        for (ReportFiles.Entry entry : downloads.of(visit, run)) {
            lines.add(new FileLine(
                    new RunLinks(run).run() + "/files/" + entry.name(),
                    entry.name(),
                    visit.say("report.file." + entry.content()),
                    Numbers.whole(entry.bytes())));
        }
        return lines;
    }

    @GetMapping("/runs/{runId}/files/**")
    @Needs(Permission.READ)
    ResponseEntity<Resource> file(Visit visit, @PathVariable String runId, HttpServletRequest request)
            throws IOException {
        RunRecord run = found(runId);
        String path = String.valueOf(request.getAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE));
        String name = path.substring(path.indexOf("/files/") + "/files/".length());
        return downloads
                .file(visit, run, name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .answer();
    }

    private RunRecord found(String runId) {
        return runs.run(runId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
