package org.greenaudit.portal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.decision.Ruling;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.portal.PageFrame.Said;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.FindingWords;
import org.greenaudit.portal.desk.JobFindings;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.portal.finding.FindingIndexes;
import org.greenaudit.portal.finding.QuestionGroup;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The open questions of a run, those together that one answer settles, and the answers to them. */
@Controller
public class QuestionPages {

    private static final int GROUPS = 20;

    /** Questions that one answer settles. */
    private record Group(
            String question,
            String todo,
            String goods,
            String product,
            String list,
            String count,
            String amount,
            String since,
            String href,
            boolean ofProduct,
            String productReach,
            boolean notAll,
            List<String> keys) {}

    private final ServedJobs jobs;
    private final RunViews runs;
    private final JobFindings findings;

    QuestionPages(ServedJobs jobs, RunViews runs, JobFindings findings) {
        this.jobs = jobs;
        this.runs = runs;
        this.findings = findings;
    }

    @GetMapping("/questions")
    @Needs(Permission.READ)
    String all(
            Visit visit,
            @RequestParam(defaultValue = "") String run,
            @RequestParam(defaultValue = "") String job,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        Optional<RunRecord> asked = runs.asked(run, job);
        model.addAttribute("jobs", run.isEmpty() ? jobs.choices(FindingListPage.shown(asked, job)) : List.of());
        model.addAttribute("found", asked.isPresent());
        model.addAttribute("runTitle", asked.map(RunRecord::runId).orElse(""));
        model.addAttribute("mayDecide", visit.account().role().may(Permission.DECIDE));
        // of a question it is not known here whether it is a suspicion
        List<String> kinds =
                Ruling.KINDS.stream().filter(kind -> !kind.equals("confirmed")).toList();
        DecisionForm.offer(model, visit, kinds, visit.scope().isWhole(), Optional.empty());
        if (asked.isPresent()) {
            try {
                all(visit, asked.get(), Math.max(0, from), model);
            } catch (ExplainedException e) {
                model.addAttribute("found", false);
                model.addAttribute(PageFrame.SAID, Said.refused(visit.messages().render(e.text())));
            }
        }
        return "questions";
    }

    private void all(Visit visit, RunRecord run, int from, Model model) {
        FindingIndexes indexes = findings.of(run.jobName());
        List<QuestionGroup> groups = indexes.of(run).questions(visit.scope(), indexes.states(run));
        FindingWords words = new FindingWords(jobs.catalog(run.jobName()), visit.messages());
        long questions =
                groups.stream().mapToLong(group -> group.count().lines()).sum();
        int to = Math.min(groups.size(), from + GROUPS);
        model.addAttribute("run", run.runId());
        model.addAttribute("back", address(run, from));
        model.addAttribute(
                "sum", visit.say("portal.questions.sum", Numbers.whole(questions), Numbers.whole(groups.size())));
        model.addAttribute(
                "groups",
                groups.subList(Math.min(from, to), to).stream()
                        .map(group -> group(visit, run, group, words))
                        .toList());
        model.addAttribute("earlier", from == 0 ? List.of() : List.of(address(run, Math.max(0, from - GROUPS))));
        model.addAttribute("later", to < groups.size() ? List.of(address(run, to)) : List.of());
    }

    private static String address(RunRecord run, int from) {
        return "/questions?run=" + run.runId() + (from == 0 ? "" : "&from=" + from);
    }

    private static Group group(Visit visit, RunRecord run, QuestionGroup group, FindingWords words) {
        boolean notAll = group.count().lines() > group.records().size();
        // an answer for the product reaches every line of it
        boolean ofProduct = group.isOfProduct() && visit.scope().isWhole();
        List<String> answered = ofProduct ? group.records().subList(0, 1) : group.records();
        return new Group(
                words.reason(Outcome.UNDETERMINED, group.question()),
                visit.say("report.question." + group.question() + ".do"),
                group.itemName(),
                FindingWords.product(group.brand(), group.model()),
                words.list(group.listId()),
                Numbers.lines(group.count()),
                Numbers.yuan(group.count()),
                visit.say("portal.questions.since", group.firstSeen(), days(group.firstSeen(), run.auditDate())),
                findings(run, group),
                ofProduct,
                visit.say("portal.questions.product", Numbers.lines(group.count()), Numbers.yuan(group.count())),
                notAll && !ofProduct,
                answered.stream()
                        .map(record -> FindingPage.key(group.listId(), record))
                        .toList());
    }

    private static String days(LocalDate from, LocalDate to) {
        return Numbers.whole(ChronoUnit.DAYS.between(from, to));
    }

    private static String findings(RunRecord run, QuestionGroup group) {
        String part = group.model().isEmpty() ? group.itemName() : group.model();
        return UriComponentsBuilder.fromPath("/findings")
                .queryParam("run", "{run}")
                .queryParam("outcome", "{outcome}")
                .queryParam("rule", "{rule}")
                .queryParam("list", "{list}")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(run.runId(), Outcome.UNDETERMINED.id(), group.question(), group.listId(), part)
                .toUriString();
    }
}
