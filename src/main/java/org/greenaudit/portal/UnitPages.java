package org.greenaudit.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.assessment.Share;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.catalog.Duty;
import org.greenaudit.job.step.StoredRunData;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.FindingWords;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.report.ScoreFormula;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.html.HtmlTable;
import org.greenaudit.report.html.HtmlTable.Cell;
import org.greenaudit.report.table.BodyTable;
import org.greenaudit.store.AssessmentStore.UnitPlace;
import org.greenaudit.store.RunRecord;
import org.greenaudit.text.NameKeys;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** How the buying units and certification bodies of a run are assessed, and one unit over the runs. */
@Controller
public class UnitPages {

    private static final String LIST = "/units";
    private static final int ROWS = 50;
    private static final List<String> GRADES = List.of("A", "B", "C", "D");
    private static final String NO_GRADE = "none";
    private static final int MOST_TABLES = 100;
    private static final Duration KEPT = Duration.ofHours(6);

    /** What a table of bodies depends on: a completed run never changes. */
    private record BodiesOf(long run, AccessScope scope, boolean english) {}

    /** A unit in the list. */
    private record Line(
            String href,
            String name,
            String region,
            String grade,
            String css,
            String score,
            String lines,
            String amount,
            String mandatory,
            String mandatoryAmount,
            String priority,
            String questions,
            String repeats,
            String oldest) {}

    /** Where a unit's findings are. */
    private record Way(String href, String text) {}

    private final ServedJobs jobs;
    private final RunViews runs;
    private final AssessedUnits units;
    private final Cache<BodiesOf, HtmlTable> bodies = Caffeine.newBuilder()
            .maximumSize(MOST_TABLES)
            .expireAfterAccess(KEPT)
            .build();

    UnitPages(ServedJobs jobs, RunViews runs, AssessedUnits units) {
        this.jobs = jobs;
        this.runs = runs;
        this.units = units;
    }

    @GetMapping(LIST)
    @Needs(Permission.READ)
    String list(Visit visit, @RequestParam Map<String, String> asked, Model model) {
        String run = asked.getOrDefault("run", "");
        String job = jobs.chosen(Optional.ofNullable(asked.get("job")));
        Optional<RunRecord> found = run.isBlank() ? runs.newest(job) : runs.completed(run);
        model.addAttribute("jobs", run.isBlank() ? jobs.choices(job) : List.of());
        model.addAttribute("found", found.isPresent());
        model.addAttribute("runTitle", found.map(RunRecord::runId).orElse(""));
        found.ifPresent(one -> list(visit, one, asked, model));
        return "units";
    }

    private void list(Visit visit, RunRecord run, Map<String, String> asked, Model model) {
        String region = asked.getOrDefault("region", "").strip();
        String grade = asked.getOrDefault("grade", "");
        String text = asked.getOrDefault("q", "");
        String wanted = NameKeys.normalise(text);
        List<UnitPlace> inScope = units.of(visit.scope(), run);
        List<UnitPlace> chosen = inScope.stream()
                .filter(unit -> unit.buyer().regionCode().startsWith(region))
                .filter(unit -> grade.isEmpty() || unit.grade().orElse(NO_GRADE).equals(grade))
                .filter(unit -> NameKeys.normalise(unit.buyer().buyerName()).contains(wanted)
                        || unit.buyer().buyerCode().equals(text.strip()))
                .toList();
        int last = Math.max(1, (chosen.size() + ROWS - 1) / ROWS);
        int page = Math.min(last, page(asked.getOrDefault("page", "")));
        List<UnitPlace> shown = chosen.subList((page - 1) * ROWS, Math.min(page * ROWS, chosen.size()));
        List<UnitAssessment> whole = units.whole(run, shown);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            lines.add(line(visit, run, shown.get(i).place(), whole.get(i)));
        }
        model.addAttribute("run", run.runId());
        model.addAttribute("given-q", text);
        model.addAttribute("choices", choices(visit, run, inScope, region, grade));
        model.addAttribute("sum", visit.say("portal.units.sum", Numbers.whole(chosen.size())));
        model.addAttribute("rows", lines);
        model.addAttribute("shown", visit.say("portal.units.shown", Numbers.whole(page), Numbers.whole(last)));
        model.addAttribute("earlier", page > 1 ? List.of(address(run, region, grade, text, page - 1)) : List.of());
        model.addAttribute("later", page < last ? List.of(address(run, region, grade, text, page + 1)) : List.of());
        // the bodies' table sums up a region, which is not a unit's to see
        model.addAttribute("bodies", visit.scope().buyerCode().isEmpty() ? List.of(bodies(visit, run)) : List.of());
    }

    private static int page(String text) {
        return text.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(text) : 1;
    }

    private static String address(RunRecord run, String region, String grade, String text, int page) {
        return UriComponentsBuilder.fromPath(LIST)
                .queryParam("run", "{run}")
                .queryParam("region", "{region}")
                .queryParam("grade", "{grade}")
                .queryParam("q", "{q}")
                .queryParam("page", page)
                .encode()
                .buildAndExpand(run.runId(), region, grade, text)
                .toUriString();
    }

    private List<FilterChoice> choices(
            Visit visit, RunRecord run, List<UnitPlace> inScope, String region, String grade) {
        FindingWords words = new FindingWords(jobs.catalog(run.jobName()), visit.messages());
        SortedMap<String, Integer> regions = new TreeMap<>();
        inScope.forEach(unit -> regions.merge(unit.buyer().regionCode(), 1, Integer::sum));
        regions.remove("");
        List<String> grades = new ArrayList<>(GRADES);
        grades.add(NO_GRADE);
        return List.of(
                FilterChoice.of(
                        visit,
                        "region",
                        visit.say("portal.units.region"),
                        region,
                        List.copyOf(regions.keySet()),
                        code -> words.region(code) + " (" + regions.get(code) + ")"),
                FilterChoice.of(
                        visit, "grade", visit.say("portal.units.grade"), grade, grades, each -> grade(visit, each)));
    }

    private static String grade(Visit visit, String grade) {
        return GRADES.contains(grade) ? grade : visit.say("report.units.not-graded");
    }

    private static Line line(Visit visit, RunRecord run, int place, UnitAssessment unit) {
        Indicator mandatory = unit.duty(Duty.MANDATORY);
        return new Line(
                address(run, place),
                unit.buyer().buyerName(),
                region(visit, unit),
                grade(visit, unit.grade().orElse(NO_GRADE)),
                "grade-" + unit.grade().orElse(NO_GRADE),
                unit.score().map(BigDecimal::toPlainString).orElse(Numbers.NONE),
                Numbers.lines(unit.inScope()),
                Numbers.yuan(unit.inScope()),
                Numbers.lines(mandatory.violated()),
                Numbers.yuan(mandatory.violated()),
                share(unit.duty(Duty.PRIORITY).byAmount(Indicator::certified)),
                Numbers.lines(unit.undetermined()),
                Numbers.whole(unit.repeatViolations()),
                unit.oldestOpenDays().map(Numbers::whole).orElse(Numbers.NONE));
    }

    /** Where a unit is: the place of a unit in a completed run stays what it is. */
    static String address(RunRecord run, int place) {
        return LIST + "/" + run.runId() + "/" + place;
    }

    /** A unit's region by its name and code. */
    static String region(Visit visit, UnitAssessment unit) {
        String region = (unit.regionName() + " " + unit.buyer().regionCode()).strip();
        return region.isEmpty() ? visit.say("report.region.unknown") : region;
    }

    private static String share(Share share) {
        return share.percent().map(Numbers::percent).orElse(Numbers.NONE);
    }

    private HtmlTable bodies(Visit visit, RunRecord run) {
        return bodies.get(new BodiesOf(run.id(), visit.scope(), visit.messages().english()), key -> {
            try (StoredRunData whole = runs.open(run)) {
                return BodyTable.whole(new ReportContext(RunViews.within(whole, visit.scope()), visit.messages()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @GetMapping(LIST + "/{runId}/{place:[0-9]+}")
    @Needs(Permission.READ)
    String one(Visit visit, @PathVariable String runId, @PathVariable int place, Model model) throws IOException {
        RunRecord run = runs.completed(runId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        UnitAssessment unit = units.find(visit.scope(), run, place)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("run", run.runId());
        model.addAttribute("name", unit.buyer().buyerName());
        model.addAttribute("code", unit.buyer().buyerCode());
        model.addAttribute("region", region(visit, unit));
        model.addAttribute("date", run.auditDate());
        model.addAttribute("grade", grade(visit, unit.grade().orElse(NO_GRADE)));
        model.addAttribute("gradeCss", "grade-" + unit.grade().orElse(NO_GRADE));
        model.addAttribute("score", unit.score().map(BigDecimal::toPlainString).orElse(Numbers.NONE));
        model.addAttribute("repeats", Numbers.whole(unit.repeatViolations()));
        model.addAttribute("oldest", unit.oldestOpenDays().map(Numbers::whole).orElse(Numbers.NONE));
        model.addAttribute("back", LIST + "?run=" + run.runId());
        model.addAttribute("notice", address(run, place) + "/notice");
        model.addAttribute("ways", List.of(way(visit, run, unit, "violation"), way(visit, run, unit, "undetermined")));
        try (StoredRunData data = runs.open(run)) {
            ReportContext context = new ReportContext(data, visit.messages());
            model.addAttribute("numbers", numbers(context, unit));
            model.addAttribute("trend", trend(context, visit, units.trend(run, unit)));
            model.addAttribute("formula", ScoreFormula.of(context));
        }
        return "unit";
    }

    private static Way way(Visit visit, RunRecord run, UnitAssessment unit, String outcome) {
        String buyer = unit.buyer().buyerCode().isEmpty()
                ? unit.buyer().buyerName()
                : unit.buyer().buyerCode();
        return new Way(
                UriComponentsBuilder.fromPath("/findings")
                        .queryParam("run", "{run}")
                        .queryParam("unit", "{unit}")
                        .queryParam("region", "{region}")
                        .queryParam("outcome", "{outcome}")
                        .encode()
                        .buildAndExpand(run.runId(), buyer, unit.buyer().regionCode(), outcome)
                        .toUriString(),
                visit.say("report.outcome." + outcome));
    }

    /** What the score follows from, by duty, and the shares by list. */
    private static HtmlTable numbers(ReportContext context, UnitAssessment unit) {
        HtmlTable.Builder table = new HtmlTable.Builder(context, "portal.unit.numbers")
                .text("portal.unit.part")
                .number("report.head.scope-lines")
                .number("report.head.scope-amount")
                .number("report.head.certified-lines")
                .number("report.head.certified-yuan")
                .number("report.head.certified-amount")
                .number("report.head.violation-lines")
                .number("report.head.violation-amount")
                .number("portal.unit.exempt")
                .number("report.head.undetermined-lines");
        for (Duty duty : List.of(Duty.MANDATORY, Duty.PRIORITY)) {
            row(table, context, context.say("rule.duty." + duty.id()), unit.duty(duty));
        }
        for (String list : context.catalog().listIds()) {
            row(table, context, context.listTitle(list), unit.list(list));
        }
        return table.build();
    }

    private static void row(HtmlTable.Builder table, ReportContext context, String part, Indicator indicator) {
        table.row(
                Cell.text(part),
                Cell.lines(indicator.inScope()),
                Cell.yuan(indicator.inScope()),
                Cell.lines(indicator.certified()),
                Cell.yuan(indicator.certified()),
                Cell.number(context.share(indicator.byAmount(Indicator::certified))),
                Cell.lines(indicator.violated()),
                Cell.yuan(indicator.violated()),
                Cell.lines(indicator.exempt()),
                Cell.lines(indicator.undetermined()));
    }

    private static HtmlTable trend(ReportContext context, Visit visit, List<AssessedUnits.Assessed> trend) {
        HtmlTable.Builder table = new HtmlTable.Builder(context, "portal.unit.trend")
                .text("report.page.audit-date")
                .text("report.head.grade")
                .number("report.head.score")
                .number("report.head.scope-lines")
                .number("report.head.scope-amount")
                .number("report.head.mandatory-violations")
                .number("report.head.mandatory-amount")
                .number("report.head.priority-share")
                .number("report.head.undetermined-lines")
                .number("report.head.repeats");
        for (AssessedUnits.Assessed each : trend) {
            Line line = line(visit, each.run(), 0, each.unit());
            table.row(
                    Cell.styled(each.run().auditDate().toString(), "key-date"),
                    Cell.styled(line.grade(), "grade " + line.css()),
                    Cell.number(line.score()),
                    Cell.number(line.lines()),
                    Cell.number(line.amount()),
                    Cell.number(line.mandatory()),
                    Cell.number(line.mandatoryAmount()),
                    Cell.number(line.priority()),
                    Cell.number(line.questions()),
                    Cell.number(line.repeats()));
        }
        return table.build();
    }
}
