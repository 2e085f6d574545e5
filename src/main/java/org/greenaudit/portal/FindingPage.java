package org.greenaudit.portal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.decision.Ruling;
import org.greenaudit.job.step.StoredRunData;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.FindingAddress;
import org.greenaudit.portal.desk.FindingWords;
import org.greenaudit.portal.desk.JobFindings;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.portal.finding.FindingDetail;
import org.greenaudit.portal.finding.FindingState;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.table.ReportTable;
import org.greenaudit.report.table.VerdictTable;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.text.EmptyWords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A finding with its whole reasoning, what earlier audits found of it, and what people decided. */
@Controller
public class FindingPage {

    /** Where the lists of findings are. */
    static final String LIST = "/findings";

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

    private static final Set<String> MONEY = Set.of("unit_price", "amount");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** A fact about a finding. */
    private record Fact(String label, String text) {}

    /** A decision about it. */
    private record Decided(
            long id, String state, String ruling, String by, String on, String until, String reason, boolean stands) {}

    /** What a run found of it. */
    private record Seen(String href, String runId, String date, String outcome, String rule, boolean here) {}

    private final RunViews runs;
    private final JobFindings findings;

    FindingPage(RunViews runs, JobFindings findings) {
        this.runs = runs;
        this.findings = findings;
    }

    /** What a form calls a finding: ids of lists have no colon. */
    static String key(String listId, String recordId) {
        return listId + ":" + recordId;
    }

    /** Where a finding is. */
    static String address(RunRecord run, String recordId, String listId) {
        return FindingAddress.of(LIST, run, recordId, listId);
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
        JobFindings.Found found = findings.find(visit.scope(), run, record, list)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try (StoredRunData data = runs.open(run)) {
            show(visit, found, new ReportContext(data, visit.messages()), model);
        }
        return "finding";
    }

    private void show(Visit visit, JobFindings.Found found, ReportContext context, Model model) {
        FindingDetail detail = found.detail();
        FindingState state = found.state();
        StoredVerdict verdict = detail.verdict();
        FindingWords words = new FindingWords(context.catalog(), visit.messages());
        String reason = verdict.outcome() == Outcome.VIOLATION ? verdict.rule() : verdict.question();
        model.addAttribute("goods", verdict.itemName());
        model.addAttribute("product", FindingWords.product(verdict.brand(), verdict.model()));
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
        model.addAttribute(
                "certificates",
                found.certificates(context.catalog()).stream()
                        .map(certificate -> facts(visit, certificate))
                        .toList());
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
        Optional<String> reach = reach(visit, detail.run(), verdict, context);
        DecisionForm.offer(model, visit, Ruling.kinds(verdict.outcome(), verdict.rule()), reach.isPresent(), reach);
        model.addAttribute("here", address(detail.run(), verdict.recordId(), verdict.listId()));
        model.addAttribute("back", LIST + "?run=" + detail.run().runId());
    }

    /** What a decision about the product would reach; empty where none can be made. */
    private Optional<String> reach(Visit visit, RunRecord run, StoredVerdict verdict, ReportContext context) {
        if (!visit.scope().isWhole()
                || verdict.brand().isBlank()
                || EmptyWords.namesNone(verdict.model())
                || run.status() != RunRecord.Status.COMPLETED) {
            return Optional.empty();
        }
        Count reached = findings.of(run.jobName())
                .of(run)
                .ofProduct(
                        verdict.listId(),
                        verdict.brand(),
                        verdict.model(),
                        context.catalog().brands());
        return Optional.of(visit.say("portal.decide.reach", Numbers.lines(reached), Numbers.yuan(reached)));
    }

    private static List<Fact> facts(ReportTable<StoredVerdict> table, List<String> columns, StoredVerdict verdict) {
        return table.leading(columns).columns().subList(0, columns.size()).stream()
                .map(column -> new Fact(
                        column.header(), shown(column.id(), column.cell().apply(verdict))))
                .filter(fact -> !fact.text().isEmpty())
                .toList();
    }

    /** Files have numbers as programs read them, and pages as people do. */
    private static String shown(String column, String text) {
        return MONEY.contains(column) && DECIMAL.matcher(text).matches() ? Numbers.decimal(new BigDecimal(text)) : text;
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
                        .map(back -> Stream.of(
                                        named.decision().reason(),
                                        visit.say("decision.withdrawn", back.by(), back.on(), back.reason()))
                                .filter(part -> !part.isBlank())
                                .collect(Collectors.joining(visit.say("portal.finding.between"))))
                        .orElse(named.decision().reason().strip()),
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
