package org.greenaudit.portal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.catalog.Duty;
import org.greenaudit.decision.Ruling;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.portal.PageFrame.Said;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.Downloads;
import org.greenaudit.portal.desk.FindingQuery;
import org.greenaudit.portal.desk.FindingWords;
import org.greenaudit.portal.desk.JobFindings;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.portal.finding.FindingChoices;
import org.greenaudit.portal.finding.FindingIndex;
import org.greenaudit.portal.finding.FindingIndexes;
import org.greenaudit.portal.finding.FindingRow;
import org.greenaudit.portal.finding.FindingSort;
import org.greenaudit.portal.finding.FindingState;
import org.greenaudit.portal.finding.FindingStates;
import org.greenaudit.portal.finding.Selection;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunRecord;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The findings of a run, to filter, sort and download. */
@Controller
public class FindingListPage {

    private static final int ROWS = 50;
    private static final String LIST = FindingPage.LIST;

    /** A head of the list. */
    private record Head(String text, String css, String href, String sorted) {}

    /** A finding in the list. */
    private record Line(
            String key,
            String href,
            String goods,
            String product,
            String buyer,
            String region,
            String signed,
            String amount,
            String rule,
            String ruleTitle,
            String list,
            String duty,
            String since,
            boolean isNew,
            String state,
            String stateWord) {}

    /** A file of the selection. */
    private record File(String href, String text) {}

    private final ServedJobs jobs;
    private final RunViews runs;
    private final JobFindings findings;
    private final Downloads downloads;

    FindingListPage(ServedJobs jobs, RunViews runs, JobFindings findings, Downloads downloads) {
        this.jobs = jobs;
        this.runs = runs;
        this.findings = findings;
        this.downloads = downloads;
    }

    @GetMapping(LIST)
    @Needs(Permission.READ)
    String list(Visit visit, @RequestParam Map<String, String> parameters, Model model) {
        String given = new FindingQuery(parameters).text("run");
        String job = parameters.getOrDefault("job", "");
        Optional<RunRecord> asked = runs.asked(given, job);
        model.addAttribute("jobs", given.isEmpty() ? jobs.choices(shown(asked, job)) : List.of());
        model.addAttribute("found", asked.isPresent());
        model.addAttribute("runTitle", asked.map(RunRecord::runId).orElse(""));
        model.addAttribute("mayDecide", visit.account().role().may(Permission.DECIDE));
        model.addAttribute("ofProduct", false);
        if (asked.isPresent()) {
            try {
                // what the page leads to, files too, is of the run that it shows
                Map<String, String> ofRun = new LinkedHashMap<>(parameters);
                ofRun.put("run", asked.get().runId());
                list(visit, new FindingQuery(ofRun), asked.get(), model);
            } catch (ExplainedException e) {
                model.addAttribute("found", false);
                model.addAttribute(PageFrame.SAID, Said.refused(visit.messages().render(e.text())));
            }
        }
        return "findings";
    }

    /** The job whose run is shown, or that was asked for and has none. */
    static String shown(Optional<RunRecord> run, String job) {
        return run.map(RunRecord::jobName).orElse(job);
    }

    private void list(Visit visit, FindingQuery query, RunRecord run, Model model) {
        FindingIndexes indexes = findings.of(run.jobName());
        FindingIndex index = indexes.of(run);
        FindingStates states = indexes.states(run);
        FindingWords words = new FindingWords(jobs.catalog(run.jobName()), visit.messages());
        Selection selection = index.select(visit.scope(), query.filter(), states, query.sort(), query.descending());
        Selection.Page page = query.before().isPresent()
                ? selection.before(query.before().getAsInt(), ROWS)
                : selection.behind(query.behind(), ROWS);
        List<FindingRow> rows = page.rows();
        int last = page.before() + rows.size();
        Count count = selection.count();
        if (!query.problems().isEmpty()) {
            model.addAttribute(
                    PageFrame.SAID,
                    Said.refused(String.join(
                            " ",
                            query.problems().values().stream()
                                    .map(visit.messages()::render)
                                    .toList())));
        }
        DecisionForm.offer(
                model,
                visit,
                kinds(rows),
                visit.scope().isWhole(),
                Optional.of(visit.say("portal.decide.reach.several"))
                        .filter(text -> visit.scope().isWhole()));
        model.addAttribute("run", run.runId());
        model.addAttribute(
                "filters",
                query.filters() == 0 ? visit.say("portal.filter") : visit.say("portal.filter.used", query.filters()));
        FindingChoices there = index.choices(visit.scope());
        model.addAttribute("choices", choices(visit, query, there, words));
        model.addAttribute("rarer", rarer(visit, query, there));
        model.addAttribute("open", query.rarer());
        model.addAttribute("onlyNew", query.filter().onlyNew());
        for (String field : List.of("q", "unit", "from", "to", "signed-from", "signed-to", "sort", "down")) {
            model.addAttribute("given-" + field, query.text(field));
        }
        model.addAttribute("sum", visit.say("portal.findings.sum", Numbers.whole(count.lines()), Numbers.yuan(count)));
        model.addAttribute(
                "files",
                List.of(
                        new File(query.at(LIST + "/download.csv"), visit.say("portal.findings.csv")),
                        new File(query.at(LIST + "/download.xlsx"), visit.say("portal.findings.workbook"))));
        model.addAttribute("heads", heads(visit, query));
        model.addAttribute(
                "rows", rows.stream().map(row -> line(visit, run, row, words)).toList());
        model.addAttribute(
                "shown",
                visit.say(
                        "portal.findings.shown",
                        Numbers.whole(Math.min(page.before() + 1, last)),
                        Numbers.whole(last),
                        Numbers.whole(count.lines())));
        model.addAttribute(
                "earlier",
                page.before() == 0 || rows.isEmpty()
                        ? List.of()
                        : List.of(query.page(LIST, "before", rows.get(0).place())));
        model.addAttribute(
                "later",
                last >= count.lines()
                        ? List.of()
                        : List.of(query.page(
                                LIST, "behind", rows.get(rows.size() - 1).place())));
    }

    private static List<FilterChoice> choices(
            Visit visit, FindingQuery query, FindingChoices there, FindingWords words) {
        return List.of(
                choice(
                        visit,
                        query,
                        "outcome",
                        List.of("violation", "undetermined"),
                        outcome -> visit.say("report.outcome." + outcome)),
                choice(
                        visit,
                        query,
                        "state",
                        Stream.of(FindingState.values()).map(FindingState::id).toList(),
                        state -> visit.say("portal.state." + state)),
                counted(visit, query, "region", there.regions(), words::region),
                counted(visit, query, "rule", there.rules(), words::reason),
                counted(visit, query, "list", there.lists(), words::list));
    }

    private static List<FilterChoice> rarer(Visit visit, FindingQuery query, FindingChoices there) {
        return List.of(
                choice(
                        visit,
                        query,
                        "duty",
                        Stream.of(Duty.values()).map(Duty::id).toList(),
                        duty -> visit.say("rule.duty." + duty)),
                counted(visit, query, "family", there.families(), family -> family));
    }

    private static FilterChoice counted(
            Visit visit, FindingQuery query, String name, SortedMap<String, Count> there, UnaryOperator<String> word) {
        return choice(
                visit,
                query,
                name,
                there.keySet().stream().filter(value -> !value.isEmpty()).toList(),
                value -> word.apply(value) + " (" + Numbers.lines(there.getOrDefault(value, Count.ZERO)) + ")");
    }

    private static FilterChoice choice(
            Visit visit, FindingQuery query, String name, List<String> values, UnaryOperator<String> word) {
        return FilterChoice.of(visit, name, visit.say("portal.filter." + name), query.text(name), values, word);
    }

    /** The conclusions that one of these can have; of a question it is not known here whether it is a suspicion. */
    private static List<String> kinds(List<FindingRow> rows) {
        return Ruling.KINDS.stream()
                .filter(kind -> rows.stream()
                        .anyMatch(row -> Ruling.kinds(row.outcome(), row.rule()).contains(kind)
                                || (row.outcome() == Outcome.UNDETERMINED && kind.equals("dismissed"))))
                .toList();
    }

    private static List<Head> heads(Visit visit, FindingQuery query) {
        return List.of(
                head(visit, query, "finding", "", FindingSort.ITEM),
                head(visit, query, "unit", "", FindingSort.BUYER),
                head(visit, query, "signed", "n", FindingSort.SIGNED),
                head(visit, query, "amount", "n", FindingSort.AMOUNT),
                head(visit, query, "rule", "", FindingSort.RULE),
                head(visit, query, "since", "n", FindingSort.FIRST_SEEN),
                new Head(visit.say("portal.head.state"), "", "", ""));
    }

    private static Head head(Visit visit, FindingQuery query, String name, String css, FindingSort sort) {
        String sorted = query.sort() != sort ? "" : query.descending() ? "descending" : "ascending";
        return new Head(visit.say("portal.head." + name), css, query.sortedBy(LIST, sort), sorted);
    }

    private static Line line(Visit visit, RunRecord run, FindingRow row, FindingWords words) {
        return new Line(
                FindingPage.key(row.listId(), row.recordId()),
                FindingPage.address(run, row.recordId(), row.listId()),
                row.itemName(),
                FindingWords.product(row.brand(), row.model()),
                row.buyerName(),
                words.region(row.regionCode()),
                row.signed().toString(),
                Numbers.yuan(new Count(1, row.amountFen())),
                row.outcome() == Outcome.VIOLATION ? row.rule() : visit.say("portal.findings.question"),
                words.reason(row.outcome(), row.rule()),
                words.list(row.listId()),
                visit.say("rule.duty." + row.duty().id()),
                row.firstSeen().toString(),
                row.isNew(),
                row.state().id(),
                visit.say("portal.state." + row.state().id()));
    }

    @GetMapping(LIST + "/download.csv")
    @Needs(Permission.READ)
    ResponseEntity<Resource> csv(Visit visit, @RequestParam Map<String, String> parameters) throws IOException {
        return download(visit, parameters, false);
    }

    @GetMapping(LIST + "/download.xlsx")
    @Needs(Permission.READ)
    ResponseEntity<Resource> workbook(Visit visit, @RequestParam Map<String, String> parameters) throws IOException {
        return download(visit, parameters, true);
    }

    private ResponseEntity<Resource> download(Visit visit, Map<String, String> parameters, boolean workbook)
            throws IOException {
        FindingQuery query = new FindingQuery(parameters);
        if (!query.problems().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        RunRecord run =
                runs.asked(query.text("run"), "").orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return downloads.findings(visit, run, query, workbook).answer();
    }
}
