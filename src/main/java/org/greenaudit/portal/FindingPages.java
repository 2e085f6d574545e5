package org.greenaudit.portal;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.Duty;
import org.greenaudit.job.step.StoredRunData;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.portal.PageFrame.Said;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.finding.FindingChoices;
import org.greenaudit.portal.finding.FindingDetail;
import org.greenaudit.portal.finding.FindingIndex;
import org.greenaudit.portal.finding.FindingIndexes;
import org.greenaudit.portal.finding.FindingRow;
import org.greenaudit.portal.finding.FindingSort;
import org.greenaudit.portal.finding.FindingState;
import org.greenaudit.portal.finding.FindingStates;
import org.greenaudit.portal.finding.Selection;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.table.ReportTable;
import org.greenaudit.report.table.VerdictTable;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/** The findings of a run: lists to filter, sort and download, and each finding with its whole reasoning. */
@Controller
public class FindingPages {

    private static final int ROWS = 50;
    private static final String LIST = "/findings";

    /** What tells of the purchase, and not of the verdict. */
    private static final List<String> PURCHASE = List.of(
            "record_id",
            "source",
            "line",
            "region_code",
            "region_name",
            "buyer_code",
            "buyer_name",
            "buyer_type",
            "contract_no",
            "contract_date",
            "supplier_name",
            "category_code",
            "category_scheme",
            "category_name",
            "item_name",
            "brand",
            "model",
            "quantity",
            "unit",
            "unit_price",
            "amount");

    private static final List<String> REASONING = List.of(
            "list",
            "entry_id",
            "entry_name",
            "match_basis",
            "duty",
            "rule_code",
            "rule_title",
            "other_rules",
            "expected",
            "found",
            "certificate_no",
            "legal_basis",
            "warnings",
            "first_seen",
            "is_new");

    /** A choice of a filter. */
    record Pick(String value, String text, boolean chosen) {}

    /** A filter with its choices. */
    private record Choice(String name, String title, List<Pick> options) {}

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

    /** A fact about a finding. */
    private record Fact(String label, String text) {}

    /** A decision about it. */
    private record Decided(
            long id, String state, String ruling, String by, String on, String until, String reason, boolean stands) {}

    /** What a run found of it. */
    private record Seen(String href, String runId, String date, String outcome, String rule, boolean here) {}

    private final ServedJobs jobs;
    private final RunViews runs;
    private final JobFindings findings;
    private final AccessLog log;

    FindingPages(ServedJobs jobs, RunViews runs, JobFindings findings, AccessLog log) {
        this.jobs = jobs;
        this.runs = runs;
        this.findings = findings;
        this.log = log;
    }

    @GetMapping(LIST)
    @Needs(Permission.READ)
    String list(Visit visit, @RequestParam Map<String, String> parameters, Model model) {
        FindingQuery query = new FindingQuery(parameters);
        Optional<RunRecord> asked = runs.asked(query.text("run"));
        model.addAttribute("found", asked.isPresent());
        model.addAttribute("runTitle", asked.map(RunRecord::runId).orElse(""));
        model.addAttribute("mayDecide", visit.account().role().may(Permission.DECIDE));
        model.addAttribute("ofProduct", false);
        if (asked.isPresent()) {
            try {
                list(visit, query, asked.get(), model);
            } catch (ExplainedException e) {
                model.addAttribute("found", false);
                model.addAttribute(PageFrame.SAID, Said.refused(visit.messages().render(e.text())));
            }
        }
        return "findings";
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
                            query.problems().stream()
                                    .map(visit.messages()::render)
                                    .toList())));
        }
        model.addAttribute("query", query);
        model.addAttribute("run", run.runId());
        model.addAttribute("choices", choices(visit, query, index.choices(visit.scope()), words));
        model.addAttribute("rarer", rarer(visit, query, index.choices(visit.scope())));
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

    private static List<Choice> choices(Visit visit, FindingQuery query, FindingChoices there, FindingWords words) {
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

    private static List<Choice> rarer(Visit visit, FindingQuery query, FindingChoices there) {
        return List.of(
                choice(
                        visit,
                        query,
                        "duty",
                        Stream.of(Duty.values()).map(Duty::id).toList(),
                        duty -> visit.say("rule.duty." + duty)),
                counted(visit, query, "family", there.families(), family -> family));
    }

    private static Choice counted(
            Visit visit, FindingQuery query, String name, SortedMap<String, Count> there, UnaryOperator<String> word) {
        return choice(
                visit,
                query,
                name,
                there.keySet().stream().filter(value -> !value.isEmpty()).toList(),
                value -> word.apply(value) + " (" + Numbers.lines(there.getOrDefault(value, Count.ZERO)) + ")");
    }

    private static Choice choice(
            Visit visit, FindingQuery query, String name, List<String> values, UnaryOperator<String> word) {
        String given = query.text(name);
        List<Pick> options = new ArrayList<>();
        options.add(new Pick("", visit.say("portal.filter.all"), given.isEmpty()));
        if (!given.isEmpty() && !values.contains(given)) {
            // a region that is the beginning of others, or what this run does not have
            options.add(new Pick(given, given, true));
        }
        values.forEach(value -> options.add(new Pick(value, word.apply(value), value.equals(given))));
        return new Choice(name, visit.say("portal.filter." + name), options);
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
                key(row.listId(), row.recordId()),
                address(run, row.recordId(), row.listId()),
                row.itemName(),
                FindingWords.product(row),
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

    /** What a form calls a finding: ids of lists have no colon. */
    static String key(String listId, String recordId) {
        return listId + ":" + recordId;
    }

    /** Where a finding is. An address cannot hold every record id; of one that it cannot the id stands behind it. */
    static String address(RunRecord run, String recordId, String listId) {
        boolean plain = recordId.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._:()#+,=@ -".indexOf(c) >= 0)
                && !recordId.matches("\\.*");
        String record = plain ? UriUtils.encodePathSegment(recordId, StandardCharsets.UTF_8) : "-";
        String more = plain ? "" : "?record=" + UriUtils.encode(recordId, StandardCharsets.UTF_8);
        return LIST + "/" + run.runId() + "/" + record + "/" + listId + more;
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

    /** The file is complete before its first byte is sent: what cannot be is an error, and not half a file. */
    private ResponseEntity<Resource> download(Visit visit, Map<String, String> parameters, boolean workbook)
            throws IOException {
        FindingQuery query = new FindingQuery(parameters);
        if (!query.problems().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        RunRecord run =
                runs.asked(query.text("run")).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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
        log.add(
                visit.account().name(),
                visit.address(),
                AccessLog.Action.DOWNLOAD,
                name + " " + selection.count().lines() + " " + query.at(LIST),
                true);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .body(new InputStreamResource(Channels.newInputStream(file)));
    }

    @GetMapping(LIST + "/{runId}/{record}/{list}")
    @Needs(Permission.READ)
    String one(
            Visit visit,
            @PathVariable String runId,
            @PathVariable("record") String segment,
            @PathVariable String list,
            @RequestParam(name = "record", required = false) Optional<String> parameter,
            Model model)
            throws IOException {
        String record = parameter.orElse(segment);
        RunRecord run = runs.run(runId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        FindingDetail detail = findings.details(run.jobName())
                .of(visit.scope(), run, record, list)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        FindingIndexes indexes = findings.of(run.jobName());
        FindingState state = indexes.of(run)
                .find(visit.scope(), record, list, indexes.states(run))
                .map(FindingRow::state)
                .orElse(FindingState.OPEN);
        try (StoredRunData data = runs.open(run)) {
            show(visit, detail, state, new ReportContext(data, visit.messages()), model);
        }
        return "finding";
    }

    private void show(Visit visit, FindingDetail detail, FindingState state, ReportContext context, Model model) {
        StoredVerdict verdict = detail.verdict();
        FindingWords words = new FindingWords(context.catalog(), visit.messages());
        String reason = verdict.outcome() == Outcome.VIOLATION ? verdict.rule() : verdict.question();
        model.addAttribute("goods", verdict.itemName());
        model.addAttribute("product", (verdict.brand() + " " + verdict.model()).strip());
        model.addAttribute("outcome", verdict.outcome().id());
        model.addAttribute(
                "outcomeWord", visit.say("report.outcome." + verdict.outcome().id()));
        model.addAttribute("state", state.id());
        model.addAttribute("stateWord", visit.say("portal.state." + state.id()));
        model.addAttribute("rule", verdict.rule());
        model.addAttribute("ruleTitle", words.reason(verdict.outcome(), reason));
        model.addAttribute("message", visit.messages().render(verdict.message()));
        ReportTable<StoredVerdict> table = VerdictTable.of(context);
        model.addAttribute("reasoning", facts(table, REASONING, verdict));
        model.addAttribute("purchase", facts(table, PURCHASE, verdict));
        model.addAttribute("certificates", certificates(visit, context, verdict));
        model.addAttribute(
                "decisions",
                detail.decisions().stream().map(named -> decided(visit, named)).toList());
        model.addAttribute(
                "history",
                detail.history().stream()
                        .map(sighting -> seen(visit, detail, sighting, words))
                        .toList());
        model.addAttribute("key", key(verdict.listId(), verdict.recordId()));
        model.addAttribute("run", detail.run().runId());
        model.addAttribute("mayDecide", visit.account().role().may(Permission.DECIDE));
        model.addAttribute("ofProduct", false);
        model.addAttribute("here", address(detail.run(), verdict.recordId(), verdict.listId()));
        model.addAttribute("back", LIST + "?run=" + detail.run().runId());
    }

    private static List<Fact> facts(ReportTable<StoredVerdict> table, List<String> columns, StoredVerdict verdict) {
        return table.leading(columns).columns().subList(0, columns.size()).stream()
                .map(column -> new Fact(column.header(), column.cell().apply(verdict)))
                .filter(fact -> !fact.text().isEmpty())
                .toList();
    }

    /** The certificates that the purchase names, as the registry has them. */
    private static List<List<Fact>> certificates(Visit visit, ReportContext context, StoredVerdict verdict) {
        return Stream.of(verdict.certificateNo().split("[;；]"))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .flatMap(number -> context.catalog().certificates().byNumber(number).stream())
                .map(certificate -> facts(visit, certificate))
                .toList();
    }

    private static List<Fact> facts(Visit visit, Certificate certificate) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("number", certificate.number());
        texts.put("category", certificate.category());
        texts.put("body", certificate.body());
        texts.put("holder", certificate.holder());
        texts.put("brand", certificate.brand());
        texts.put("product", certificate.productName());
        texts.put("models", certificate.models());
        texts.put("standard", certificate.standard());
        texts.put("issued", certificate.issued().map(Object::toString).orElse(""));
        texts.put("expires", certificate.expires().map(Object::toString).orElse(""));
        texts.put("status", certificate.status().label());
        return texts.entrySet().stream()
                .filter(text -> !text.getValue().isEmpty())
                .map(text -> new Fact(visit.say("portal.certificate." + text.getKey()), text.getValue()))
                .toList();
    }

    private static Decided decided(Visit visit, FindingDetail.Named named) {
        return new Decided(
                named.decision().id(),
                visit.say("decision.state." + named.state()),
                visit.messages().render(named.decision().ruling().text()),
                named.decision().by(),
                named.decision().on().toString(),
                named.decision().until().map(Object::toString).orElse(""),
                named.decision()
                        .withdrawn()
                        .map(back -> named.decision().reason() + " "
                                + visit.say("decision.withdrawn", back.by(), back.on(), back.reason()))
                        .orElse(named.decision().reason())
                        .strip(),
                named.decision().withdrawn().isEmpty());
    }

    private static Seen seen(Visit visit, FindingDetail detail, FindingDetail.Sighting sighting, FindingWords words) {
        Optional<StoredVerdict> verdict = sighting.verdict();
        boolean finding = verdict.map(StoredVerdict::outcome)
                .filter(outcome -> outcome == Outcome.VIOLATION || outcome == Outcome.UNDETERMINED)
                .isPresent();
        return new Seen(
                finding
                        ? address(
                                sighting.run(),
                                detail.verdict().recordId(),
                                detail.verdict().listId())
                        : "",
                sighting.run().runId(),
                sighting.run().auditDate().toString(),
                verdict.map(found ->
                                visit.say("report.outcome." + found.outcome().id()))
                        .orElse(visit.say("portal.finding.not-found")),
                verdict.map(found -> found.outcome() == Outcome.VIOLATION
                                ? found.rule() + " " + words.reason(found.outcome(), found.rule())
                                : found.question().isEmpty() ? "" : words.reason(found.outcome(), found.question()))
                        .orElse(""),
                sighting.run().id() == detail.run().id());
    }
}
