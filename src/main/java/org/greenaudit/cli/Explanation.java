package org.greenaudit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Clause;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListNames;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.check.LineFields;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.Decisions;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Money;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.Verdict;
import org.greenaudit.rules.WindowEvaluator;
import org.greenaudit.store.StoredVerdict;

/** Prints the reasoning for one row: what was read, how it was classified, each check, the verdicts and their clauses. */
final class Explanation {

    private final CliSession session;
    private final RunSettings settings;
    private final CatalogSnapshot catalog;
    private final Decisions decisions;
    private final WindowEvaluator evaluator;
    private final CatalogPlaces places;

    Explanation(CliSession session, RunSettings settings, CatalogSnapshot catalog, Decisions decisions) {
        this.session = session;
        this.settings = settings;
        this.catalog = catalog;
        this.decisions = decisions;
        this.evaluator = settings.windowed(catalog, settings.evaluator(catalog, decisions));
        this.places = new CatalogPlaces(settings.catalogs());
    }

    /** Explains a readable line. */
    void print(PurchaseLine line) throws IOException {
        session.say(
                "cli.explain.head",
                line.recordId(),
                line.ref().source(),
                line.ref().line());
        fields(line);
        if (!evaluator.covers(line)) {
            session.say("cli.explain.window", line.contractDate(), settings.from(), settings.to());
            return;
        }
        List<Text> matching = new ArrayList<>();
        List<Text> checks = new ArrayList<>();
        LineEvaluator.Judgement judgement = evaluator.evaluate(line, matching::add, checks::add);
        notes("cli.explain.matching", matching);
        if (!checks.isEmpty()) {
            notes("cli.explain.checks", checks);
        }
        session.say("cli.explain.verdicts");
        Iterator<Verdict> judged = judgement.verdicts().iterator();
        for (ListMatch match : judgement.classification().matches()) {
            if (match instanceof ListMatch.Outside outside) {
                session.say(
                        "cli.explain.outside",
                        listName(outside.listId()),
                        "@not-listed." + outside.reason().id());
            } else {
                print(line, judged.next());
            }
        }
        for (DecisionUse use : judgement.decisions()) {
            session.say(
                    "cli.explain.decision",
                    listName(use.listId()),
                    text(decisions.text(use.decision()).orElse(Text.NONE)),
                    "@decision.state." + use.state().id(),
                    "@decision.outcome." + use.without(),
                    "@decision.outcome." + use.with());
        }
        for (Decision decision : decisions.withdrawnNaming(line)) {
            Decision.Withdrawal withdrawal = decision.withdrawn().orElseThrow();
            session.say(
                    "cli.explain.withdrawn",
                    listName(decision.finding().listId()),
                    text(decision.text()),
                    session.messages()
                            .get("decision.withdrawn", withdrawal.by(), withdrawal.on(), withdrawal.reason()));
        }
    }

    /** The fields that are not empty, and the data warnings. */
    private void fields(PurchaseLine line) {
        session.say("cli.explain.read");
        boolean english = session.messages().english();
        TextTable table = new TextTable("ll");
        Set<String> headers = new HashSet<>();
        LineFields.of(line).forEach((column, value) -> {
            if (!value.isEmpty()) {
                // a further certificate column of the same list goes by the name that it has in the feed
                boolean byHeader = english && headers.add(column.header());
                table.row(byHeader ? column.header() : column.chinese(), value.replaceAll("\\R", " ⏎ "));
            }
        });
        table.print(session.output().out());
        if (!line.warnings().isEmpty()) {
            session.say(
                    "cli.explain.odd", session.joined(line.warnings().stream().map(w -> session.messages()
                            .get("warning." + w.id()))));
        }
    }

    /** Explains a row that could not be read. */
    void print(Rejection rejection) {
        session.say(
                "cli.explain.rejected",
                rejection.ref().source(),
                rejection.ref().line());
        session.say(
                "cli.explain.reason",
                "@reject." + rejection.reason().id(),
                rejection.column().isEmpty()
                        ? text(rejection.detail())
                        : rejection.column() + ": " + text(rejection.detail()));
        session.say("cli.explain.raw", rejection.raw());
    }

    /** Explains a row that is no purchase. */
    void print(SetApart row) {
        session.say("cli.explain.set-apart", row.ref().source(), row.ref().line());
        session.say("cli.explain.reason", "@set-apart." + row.reason().id(), Money.yuan(row.amountFen()));
    }

    private void notes(String heading, List<Text> notes) {
        session.say(heading);
        notes.forEach(note -> session.say("cli.explain.note", text(note)));
    }

    /** Shows a verdict as a run stored it. */
    void print(StoredVerdict verdict) {
        String itemName = catalog.editions(verdict.listId())
                .flatMap(list -> list.items().stream())
                .filter(item -> item.entryId().equals(verdict.entryId()))
                .findFirst()
                .map(ListedItem::itemName)
                .orElse("");
        head(verdict.listId(), verdict.outcome(), verdict.rule(), verdict.entryId(), itemName, verdict.duty());
        part("cli.explain.message", text(verdict.message()));
        part("cli.explain.expected", text(verdict.expected()));
        part("cli.explain.found", text(verdict.found()));
        part("cli.explain.certificate", verdict.certificateNo());
    }

    private void head(String listId, Outcome outcome, String rule, String entryId, String itemName, Duty duty) {
        String word = session.messages().get("report.outcome." + outcome.id());
        session.say(
                "cli.explain.verdict",
                listName(listId),
                rule.isEmpty() ? word : word + " " + rule,
                entryId,
                itemName,
                "@rule.duty." + duty.id());
    }

    private void print(PurchaseLine line, Verdict verdict) throws IOException {
        ListedItem item = verdict.item();
        head(item.listId(), verdict.outcome(), verdict.rule(), item.entryId(), item.itemName(), verdict.duty());
        part("cli.explain.message", text(verdict.message()));
        part("cli.explain.expected", text(verdict.expected()));
        part("cli.explain.found", text(verdict.found()));
        part("cli.explain.certificate", verdict.certificateNo());
        part("cli.explain.others", String.join(", ", verdict.otherRules()));
        part("cli.explain.warnings", session.joined(verdict.warnings().stream().map(this::text)));
        part("cli.explain.clauses", clauses(line, verdict));
        List<String> facts = new ArrayList<>();
        fact(CatalogPlaces.Fact.ENTRY, item.entryId(), facts);
        fact(CatalogPlaces.Fact.CODE, line.categoryCode(), facts);
        fact(CatalogPlaces.Fact.CERTIFICATE, verdict.certificateNo(), facts);
        for (String clause : verdict.clauses()) {
            fact(CatalogPlaces.Fact.CLAUSE, clause, facts);
        }
        part("cli.explain.facts", session.joined(facts.stream()));
    }

    private void fact(CatalogPlaces.Fact fact, String value, List<String> facts) throws IOException {
        for (String place : places.of(fact, value)) {
            facts.add(session.messages().get("cli.explain.fact", value, place));
        }
    }

    private void part(String key, String value) {
        if (!value.isEmpty()) {
            session.say(key, value);
        }
    }

    private String clauses(PurchaseLine line, Verdict verdict) {
        boolean english = session.messages().english();
        Stream<String> national = verdict.clauses().stream()
                .map(id -> Optional.ofNullable(catalog.clauses().get(id)))
                .flatMap(Optional::stream)
                .map((Clause clause) -> english ? clause.citationEn() : clause.citationZh());
        Stream<String> city = verdict.outcome() != Outcome.VIOLATION
                ? Stream.empty()
                : settings.job().plans().stream()
                        .filter(plan -> plan.governs(line.regionCode()))
                        .limit(1)
                        .map(plan -> english ? plan.citationEn() : plan.citationZh());
        return session.joined(Stream.concat(national, city));
    }

    private String listName(String listId) {
        return catalog.editions(listId).findFirst().map(ListNames::of).orElse(listId);
    }

    private String text(Text text) {
        return session.messages().render(text);
    }
}
