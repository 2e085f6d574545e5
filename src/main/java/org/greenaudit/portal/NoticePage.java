package org.greenaudit.portal;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.catalog.Duty;
import org.greenaudit.job.step.StoredRunData;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.portal.PageFrame.Said;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.FindingWords;
import org.greenaudit.portal.desk.JobFindings;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.portal.finding.FindingIndexes;
import org.greenaudit.portal.finding.FindingRow;
import org.greenaudit.portal.finding.FindingState;
import org.greenaudit.portal.finding.FindingStates;
import org.greenaudit.portal.finding.Selection;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.data.RunData;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The rectification notice (整改通知书) of a unit, to print: what a run found of it, and what it is asked to hand in. What an
 * enterprise is only encouraged to do is left out, and so is what was decided since and the next audit may settle.
 */
@Controller
public class NoticePage {

    /** A rule about a certificate: the duty's letter and the defect's number. */
    private static final Pattern CERTIFICATE_RULE = Pattern.compile("[A-Z]([1-7])");

    /** A finding on the notice. */
    private record Item(
            int no,
            String href,
            String goods,
            String product,
            String contract,
            String signed,
            String record,
            String amount,
            String reason,
            String state,
            String found,
            String expected,
            String clauses,
            String handIn) {}

    /** Findings of one kind. */
    private record Part(String id, String title, String lead, List<Item> items) {}

    /** Who answers for the city's plan. */
    private record Answering(String plan, String clause, String departments) {}

    private final RunViews runs;
    private final AssessedUnits units;
    private final JobFindings findings;
    private final AccessLog log;

    NoticePage(RunViews runs, AssessedUnits units, JobFindings findings, AccessLog log) {
        this.runs = runs;
        this.units = units;
        this.findings = findings;
        this.log = log;
    }

    @GetMapping("/units/{runId}/{place:[0-9]+}/notice")
    @Needs(Permission.READ)
    String notice(
            Visit visit,
            @PathVariable String runId,
            @PathVariable int place,
            @RequestParam(defaultValue = "") String by,
            Model model,
            RedirectAttributes next)
            throws IOException {
        RunRecord run = runs.completed(runId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        UnitAssessment unit = units.find(visit.scope(), run, place)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<LocalDate> given = day(by);
        Optional<LocalDate> day = given.filter(date -> date.isAfter(run.auditDate()));
        if (!by.isBlank() && day.isEmpty()) {
            String problem = given.isEmpty() ? "portal.run.date" : "portal.notice.past";
            model.addAttribute(PageFrame.SAID, Said.refused(visit.say(problem, by, run.auditDate())));
        }
        model.addAttribute("back", UnitPages.address(run, place));
        model.addAttribute("given-by", day.map(LocalDate::toString).orElse(""));
        model.addAttribute("by", day.map(date -> said(visit, date)).orElse(visit.say("portal.notice.blank-day")));
        model.addAttribute("name", unit.buyer().buyerName());
        model.addAttribute("code", unit.buyer().buyerCode());
        model.addAttribute("region", UnitPages.region(visit, unit));
        try {
            long listed = findings(visit, run, unit.buyer(), model);
            log.add(
                    visit.account().name(),
                    visit.address(),
                    AccessLog.Action.DOWNLOAD,
                    runId + " notice " + listed + " " + unit.buyer().buyerCode() + " "
                            + unit.buyer().buyerName(),
                    true);
            return "notice";
        } catch (ExplainedException e) {
            next.addFlashAttribute(PageFrame.SAID, Said.refused(visit.messages().render(e.text())));
            return "redirect:" + UnitPages.address(run, place);
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String said(Visit visit, LocalDate day) {
        return DateTimeFormatter.ofPattern(visit.say("portal.notice.day"), Locale.ROOT)
                .format(day);
    }

    /** Fills in what was found, and says how many findings that are. */
    private long findings(Visit visit, RunRecord run, BuyerKey unit, Model model) throws IOException {
        FindingIndexes indexes = findings.of(run.jobName());
        FindingStates states = indexes.states(run);
        Selection selection = indexes.of(run).ofUnit(visit.scope(), unit, units.ownsUncoded(run, unit), states);
        try (StoredRunData data = runs.open(run)) {
            ReportContext context = new ReportContext(data, visit.messages());
            Listing listing = new Listing(visit, context, states);
            selection.read(listing);
            head(context, model);
            model.addAttribute("parts", listing.parts());
            model.addAttribute("summary", listing.summary());
            model.addAttribute("leftOut", listing.leftOut());
            model.addAttribute(
                    "answering",
                    context.plan(unit.regionCode()).map(plan -> answering(context, plan)).stream()
                            .toList());
            return listing.listed();
        }
    }

    private static void head(ReportContext context, Model model) {
        RunData data = context.data();
        String fictional = context.english() ? data.noticeEn() : data.notice();
        model.addAttribute("title", context.title());
        model.addAttribute("runId", data.run().runId());
        model.addAttribute("auditDate", data.run().auditDate());
        model.addAttribute("from", data.run().from());
        model.addAttribute("to", data.run().to());
        model.addAttribute("fictional", fictional.isEmpty() ? List.of() : List.of(fictional));
        model.addAttribute(
                "limits",
                context.catalog().listIds().stream()
                        .map(list -> context.say(
                                "report.limit.registry."
                                        + context.catalog()
                                                .certificates()
                                                .completeness(list)
                                                .name(),
                                context.listTitle(list)))
                        .toList());
    }

    private static Answering answering(ReportContext context, CityPlan plan) {
        return new Answering(
                context.say("report.plan", plan.name(), plan.document(), plan.issued()),
                plan.clause(),
                String.join(context.say("report.comma"), plan.departments()));
    }

    /** Sorts a unit's findings into what stands on its notice and what does not. */
    private static final class Listing implements Selection.Reader {

        private final Visit visit;
        private final ReportContext context;
        private final FindingStates states;
        private final FindingWords words;
        private final List<Item> violations = new ArrayList<>();
        private final List<Item> questions = new ArrayList<>();
        private Count violated = Count.ZERO;
        private Count asked = Count.ZERO;
        private Count unsettled = Count.ZERO;
        private Count advisory = Count.ZERO;

        Listing(Visit visit, ReportContext context, FindingStates states) {
            this.visit = visit;
            this.context = context;
            this.states = states;
            this.words = new FindingWords(context.catalog(), visit.messages());
        }

        @Override
        public void accept(FindingRow row, StoredVerdict verdict) {
            if (row.duty() == Duty.ADVISORY) {
                advisory = advisory.plusLine(row.amountFen());
            } else if (states.isUnsettled(row)) {
                unsettled = unsettled.plusLine(row.amountFen());
            } else if (row.outcome() == Outcome.VIOLATION) {
                violated = violated.plusLine(row.amountFen());
                violations.add(item(violations.size() + 1, row, verdict));
            } else {
                asked = asked.plusLine(row.amountFen());
                questions.add(item(questions.size() + 1, row, verdict));
            }
        }

        private Item item(int no, FindingRow row, StoredVerdict verdict) {
            boolean violation = row.outcome() == Outcome.VIOLATION;
            return new Item(
                    no,
                    FindingPage.address(context.data().run(), row.recordId(), row.listId()),
                    row.itemName(),
                    FindingWords.product(row.brand(), row.model()),
                    row.contractNo(),
                    row.signed().toString(),
                    row.recordId(),
                    Numbers.yuan(new Count(1, row.amountFen())),
                    (violation ? row.rule() + " " : "") + words.reason(row.outcome(), row.rule()),
                    state(row.state()),
                    visit.messages().render(verdict.found()),
                    visit.messages().render(verdict.expected()),
                    context.legalBasis(verdict.clauses(), verdict.regionCode()),
                    violation ? handIn(row) : visit.say("report.question." + row.rule() + ".do"));
        }

        private String state(FindingState state) {
            return switch (state) {
                case OPEN -> "";
                case DECIDED -> visit.say("portal.notice.stands");
                case STALE -> visit.say("portal.state." + state.id());
            };
        }

        /** What shows that the goods are certified or exempt, or that the record is wrong. */
        private String handIn(FindingRow row) {
            Matcher certificate = CERTIFICATE_RULE.matcher(row.rule());
            String own = "portal.notice.hand-in." + (certificate.matches() ? certificate.group(1) : row.rule());
            String asked = visit.say(visit.messages().has(own) ? own : "portal.notice.hand-in.other");
            return certificate.matches()
                    ? asked + visit.say("portal.notice.or." + row.duty().id())
                    : asked;
        }

        List<Part> parts() {
            return List.of(
                    new Part(
                            "violations",
                            visit.say("portal.notice.violations"),
                            visit.say("portal.notice.count", Numbers.lines(violated), Numbers.yuan(violated)),
                            violations),
                    new Part(
                            "questions",
                            visit.say("portal.notice.questions"),
                            visit.say("portal.notice.count", Numbers.lines(asked), Numbers.yuan(asked)),
                            questions));
        }

        String summary() {
            return visit.say(
                    "portal.notice.summary",
                    context.data().run().from(),
                    context.data().run().to(),
                    Numbers.lines(violated),
                    Numbers.yuan(violated),
                    Numbers.lines(asked),
                    Numbers.yuan(asked));
        }

        /** What the unit's findings have besides, in words. */
        List<String> leftOut() {
            List<String> said = new ArrayList<>();
            if (unsettled.lines() > 0) {
                said.add(visit.say("portal.notice.unsettled", Numbers.lines(unsettled), Numbers.yuan(unsettled)));
            }
            if (advisory.lines() > 0) {
                said.add(visit.say("portal.notice.advisory", Numbers.lines(advisory), Numbers.yuan(advisory)));
            }
            if (!visit.scope().buyerCode().isEmpty()) {
                said.add(visit.say("portal.notice.coded"));
            }
            return said;
        }

        long listed() {
            return violated.lines() + asked.lines();
        }
    }
}
