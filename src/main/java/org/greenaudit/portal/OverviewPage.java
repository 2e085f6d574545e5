package org.greenaudit.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.assessment.Caveats;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.job.step.StoredRunData;
import org.greenaudit.message.Messages;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.AuditDesk;
import org.greenaudit.portal.desk.JobFindings;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.portal.finding.FindingIndexes;
import org.greenaudit.portal.night.Nights;
import org.greenaudit.report.ContextSection;
import org.greenaudit.report.FindingSection;
import org.greenaudit.report.IndicatorTiles;
import org.greenaudit.report.KeyFigures;
import org.greenaudit.report.OutcomeChart;
import org.greenaudit.report.UnitSection;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.data.RunData;
import org.greenaudit.store.RunRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: how a job stands after its last audit, in the part of it that the account sees. */
@Controller
public class OverviewPage {

    /** What a view depends on: a completed run never changes. */
    private record Key(long run, AccessScope scope, boolean english) {}

    /** Up to how many days old a question is in the first class of ages, and in the second. */
    private static final int MONTH = 30;

    private static final int QUARTER = 90;

    private static final long MOST_VIEWS = 300;
    private static final Duration KEPT = Duration.ofHours(6);

    private final ServedJobs jobs;
    private final RunViews runs;
    private final JobFindings findings;
    private final AuditDesk desk;
    private final Nights nights;
    private final Cache<Key, Map<String, Object>> views = Caffeine.newBuilder()
            .maximumSize(MOST_VIEWS)
            .expireAfterAccess(KEPT)
            .build();

    OverviewPage(ServedJobs jobs, RunViews runs, JobFindings findings, AuditDesk desk, Nights nights) {
        this.jobs = jobs;
        this.runs = runs;
        this.findings = findings;
        this.desk = desk;
        this.nights = nights;
    }

    @GetMapping("/")
    @Needs(Permission.READ)
    String overview(Visit visit, @RequestParam(required = false) Optional<String> job, Model model) {
        String chosen = jobs.chosen(job);
        model.addAttribute("jobs", jobs.choices(chosen));
        Optional<RunRecord> newest = runs.newest(chosen);
        model.addAttribute(
                "run",
                newest
                        .map(run -> views.get(
                                new Key(
                                        run.id(),
                                        visit.scope(),
                                        visit.messages().english()),
                                key -> view(run, visit)))
                        .stream()
                        .toList());
        model.addAttribute("standing", standing(visit, chosen));
        model.addAttribute("ages", newest.map(run -> ages(visit, run)).stream().toList());
        return "overview";
    }

    /** What runs now, and when the next audit is due. */
    private List<String> standing(Visit visit, String job) {
        List<String> said = new ArrayList<>();
        desk.running(job)
                .ifPresent(running -> said.add(visit.say("portal.overview.running", visit.time(running.since()))));
        nights.standing(job)
                .flatMap(Nights.Standing::next)
                .ifPresent(next -> said.add(visit.say("portal.runs.next", visit.time(next))));
        return said;
    }

    /** The open questions by age: what was answered since the audit is none of them. */
    private Map<String, Object> ages(Visit visit, RunRecord run) {
        FindingIndexes indexes = findings.of(run.jobName());
        List<Count> classes = indexes.of(run).questionsByAge(visit.scope(), indexes.states(run), MONTH, QUARTER);
        List<Object> counts = new ArrayList<>(List.of(MONTH, QUARTER));
        classes.forEach(count -> counts.add(Numbers.lines(count)));
        return Map.of(
                "text", visit.say("portal.overview.ages", counts.toArray()), "href", "/questions?run=" + run.runId());
    }

    private Map<String, Object> view(RunRecord run, Visit visit) {
        try (StoredRunData whole = runs.open(run)) {
            return view(RunViews.within(whole, visit.scope()), visit.scope(), visit.messages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> view(RunData data, AccessScope scope, Messages messages) throws IOException {
        ReportContext context = new ReportContext(data, messages);
        RunLinks links = new RunLinks(data.run());
        Map<String, Object> view = new HashMap<>();
        view.put("title", context.title());
        view.put("runId", data.run().runId());
        view.put("runHref", links.run());
        view.put("auditDate", data.run().auditDate());
        view.put("from", data.run().from());
        view.put("to", data.run().to());
        String notice = messages.english() ? data.noticeEn() : data.notice();
        view.put("notice", notice.isEmpty() ? List.of() : List.of(notice));
        // the sums of a region are not a unit's to see
        boolean summed = scope.buyerCode().isEmpty();
        view.put(
                "caveats",
                summed
                        ? Caveats.of(data.counts(), data.notes()).stream()
                                .map(messages::render)
                                .toList()
                        : List.of());
        view.put("summed", summed ? List.of(sums(context, links)) : List.of());
        return view;
    }

    private static Map<String, Object> sums(ReportContext context, RunLinks links) throws IOException {
        Map<String, Object> sums = new HashMap<>();
        UnitSection units = new UnitSection(context, links);
        sums.put("tiles", IndicatorTiles.of(context));
        sums.put("figures", KeyFigures.of(context, links));
        sums.put("trend", ContextSection.trend(context));
        sums.put("outcomes", OutcomeChart.of(context));
        sums.put("reconciled", OutcomeChart.reconciled(context));
        sums.put("rules", FindingSection.byRule(context, links));
        sums.put("questions", FindingSection.questions(context, links));
        sums.put("regions", FindingSection.byRegion(context, links));
        sums.put("families", FindingSection.byFamily(context));
        sums.put("grades", units.grades());
        sums.put("units", units.worst());
        return sums;
    }
}
