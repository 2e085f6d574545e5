package org.greenaudit.cli;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Clause;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.matching.ListNames;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.rules.Judge;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.Verdict;

/** Prints the reasoning for one row: what was read, how it was classified, each check, the verdicts and their clauses. */
final class Explanation {

    private final CliSession session;
    private final RunSettings settings;
    private final CatalogSnapshot catalog;
    private final Classifier classifier;
    private final Judge judge;

    Explanation(CliSession session, RunSettings settings, CatalogSnapshot catalog) {
        this.session = session;
        this.settings = settings;
        this.catalog = catalog;
        this.classifier =
                new Classifier(catalog, new SchemeDefault(settings.job().schemeSwitch()));
        this.judge = new Judge(catalog, settings.job().plans());
    }

    /** Explains a readable line. */
    void print(PurchaseLine line) {
        session.say(
                "cli.explain.head",
                line.recordId(),
                line.ref().source(),
                line.ref().line());
        LineFields.print(session, line);
        LocalDate date = line.contractDate();
        if (date.isBefore(settings.from()) || date.isAfter(settings.to())) {
            session.say("cli.explain.window", date, settings.from(), settings.to());
            return;
        }
        CollectingTrace trace = new CollectingTrace();
        Classification classification = classifier.classify(line, trace);
        notes("cli.explain.matching", trace.take());
        List<Verdict> verdicts = judge.judge(line, classification, trace);
        List<Text> checks = trace.take();
        if (!checks.isEmpty()) {
            notes("cli.explain.checks", checks);
        }
        session.say("cli.explain.verdicts");
        Iterator<Verdict> judged = verdicts.iterator();
        for (ListMatch match : classification.matches()) {
            if (match instanceof ListMatch.Outside outside) {
                session.say(
                        "cli.explain.outside",
                        listName(outside.listId()),
                        "@not-listed." + outside.reason().id());
            } else {
                print(line, judged.next());
            }
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

    private void notes(String heading, List<Text> notes) {
        session.say(heading);
        notes.forEach(note -> session.say("cli.explain.note", text(note)));
    }

    private void print(PurchaseLine line, Verdict verdict) {
        String outcome =
                session.messages().get("report.outcome." + verdict.outcome().id());
        session.say(
                "cli.explain.verdict",
                listName(verdict.item().listId()),
                verdict.rule().isEmpty() ? outcome : outcome + " " + verdict.rule(),
                verdict.item().entryId(),
                verdict.item().itemName(),
                "@rule.duty." + verdict.duty().id());
        part("cli.explain.message", text(verdict.message()));
        part("cli.explain.expected", text(verdict.expected()));
        part("cli.explain.found", text(verdict.found()));
        part("cli.explain.certificate", verdict.certificateNo());
        part("cli.explain.others", String.join(", ", verdict.otherRules()));
        part("cli.explain.warnings", session.joined(verdict.warnings().stream().map(this::text)));
        part("cli.explain.clauses", clauses(line, verdict));
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
        return catalog.lists().stream()
                .filter(list -> list.id().equals(listId))
                .findFirst()
                .map(ListNames::of)
                .orElse(listId);
    }

    private String text(Text text) {
        return session.messages().render(text);
    }
}
