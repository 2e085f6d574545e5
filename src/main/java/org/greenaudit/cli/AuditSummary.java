package org.greenaudit.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.assessment.Caveats;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.Share;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.job.AuditResult;
import org.greenaudit.matching.NotListedReason;
import org.greenaudit.message.Text;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.RuleBook;
import org.greenaudit.store.RunChanges;

/** The short summary at the end of an audit: counts with amounts, certified shares, worst rules, changes, reports. */
final class AuditSummary {

    private static final int WORST_RULES = 8;

    private final CliSession session;
    private final CatalogSnapshot catalog;
    private final RuleBook rules;

    AuditSummary(CliSession session, CatalogSnapshot catalog) {
        this.session = session;
        this.catalog = catalog;
        this.rules = RuleBook.of(catalog);
    }

    /** Prints the summary of a completed run. */
    void print(AuditResult result) {
        Caveats.of(result.counts(), result.notes())
                .forEach(caveat -> session.say("cli.summary.caveat", render(caveat)));
        result.run()
                .ifPresent(run -> session.say("cli.summary.head", run.runId(), run.auditDate(), run.from(), run.to()));
        outcomes(result.counts());
        result.notes().stream()
                .filter(note -> !note.grave())
                .forEach(note -> session.say("cli.summary.note", render(note.text())));
        outside(result.counts());
        shares(Indicators.of(result.counts()));
        worst(Indicators.of(result.counts()));
        changes(result.changes());
        result.reportDir().ifPresent(dir -> session.say("cli.summary.reports", shown(dir.resolve("index.html"))));
    }

    private void outcomes(RunCounts counts) {
        TextTable table = new TextTable("lrr");
        table.row("", text("cli.summary.lines"), text("cli.summary.yuan"));
        row(table, text("cli.summary.read"), counts.read());
        for (LineOutcome outcome : LineOutcome.values()) {
            row(table, text("report.outcome." + outcome.id()), counts.lines(outcome));
        }
        table.print(session.output().out());
        counts.setApart()
                .forEach((reason, count) -> session.say(
                        "cli.summary.set-apart",
                        text("set-apart." + reason),
                        Numbers.lines(count),
                        Numbers.yuan(count)));
        Count advisory = counts.advisory().getOrDefault(LineOutcome.VIOLATION, Count.ZERO);
        if (advisory.lines() > 0) {
            session.say("cli.summary.advisory", Numbers.lines(advisory), Numbers.yuan(advisory));
        }
    }

    private void outside(RunCounts counts) {
        if (counts.lines(LineOutcome.NOT_APPLICABLE).lines() == 0) {
            return;
        }
        session.say("cli.summary.outside");
        for (String listId : catalog.listIds()) {
            Stream<String> reasons = Arrays.stream(NotListedReason.values())
                    .filter(reason -> counts.outside().containsKey(new RunCounts.OutsideKey(listId, reason.id())))
                    .map(reason -> reason(listId, reason, counts));
            String all = session.joined(reasons);
            if (!all.isEmpty()) {
                session.say("cli.summary.outside-list", name(listId), all);
            }
        }
    }

    private String reason(String listId, NotListedReason reason, RunCounts counts) {
        Count count = counts.outside().getOrDefault(new RunCounts.OutsideKey(listId, reason.id()), Count.ZERO);
        String since = reason == NotListedReason.NO_LIST_IN_FORCE
                ? session.messages().get("cli.summary.first-list", firstEdition(listId))
                : "";
        return session.messages()
                .get("cli.summary.outside-reason", text("not-listed." + reason.id()) + since, Numbers.lines(count));
    }

    private LocalDate firstEdition(String listId) {
        return catalog.editions(listId)
                .map(ProductList::effectiveFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void shares(Indicators indicators) {
        Map<String, Indicator> byList = indicators.by(TallyKey::listId);
        session.say("cli.summary.shares");
        for (String listId : catalog.listIds()) {
            Indicator indicator = byList.getOrDefault(listId, Indicator.EMPTY);
            session.say(
                    "cli.summary.share",
                    name(listId),
                    percent(indicator.byAmount(Indicator::certified)),
                    Numbers.yuan(indicator.certified()),
                    Numbers.yuan(indicator.inScope()),
                    percent(indicator.byLines(Indicator::certified)),
                    Numbers.lines(indicator.certified()),
                    Numbers.lines(indicator.inScope()));
            if (indicator.declared().lines() > 0) {
                session.say(
                        "cli.summary.declared",
                        percent(indicator.byAmount(Indicator::verified)),
                        percent(indicator.byLines(Indicator::verified)),
                        percent(indicator.byAmount(Indicator::declared)),
                        percent(indicator.byLines(Indicator::declared)),
                        Numbers.lines(indicator.declared()),
                        Numbers.yuan(indicator.declared()));
            }
            catalog.latestIndicator(listId)
                    .ifPresent(i -> session.say(
                            "cli.summary.national", i.year(), i.sharePercent().toPlainString()));
        }
    }

    private void worst(Indicators indicators) {
        List<Map.Entry<String, Count>> worst = indicators.byRule(Outcome.VIOLATION).entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Count> e) -> -e.getValue().lines())
                        .thenComparing(Map.Entry::getKey))
                .limit(WORST_RULES)
                .toList();
        if (worst.isEmpty()) {
            session.say(indicators.total().judged() ? "cli.summary.no-violation" : "cli.summary.nothing-judged");
            return;
        }
        session.say("cli.summary.rules");
        TextTable table = new TextTable("llrr");
        for (Map.Entry<String, Count> entry : worst) {
            String title = render(rules.title(entry.getKey()));
            table.row(entry.getKey(), title, Numbers.lines(entry.getValue()), Numbers.yuan(entry.getValue()));
        }
        table.print(session.output().out());
    }

    private void changes(Optional<RunChanges> changes) {
        if (changes.isEmpty()) {
            session.say("cli.summary.first");
            return;
        }
        RunChanges change = changes.get();
        session.say("cli.summary.changes", change.previousRunId(), change.added(), change.resolved());
    }

    /** The path as it is shown: relative where it lies below the working directory. */
    private static Path shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    private String name(String listId) {
        return catalog.listWord(listId, session.messages().english());
    }

    private void row(TextTable table, String name, Count count) {
        table.row(name, Numbers.lines(count), Numbers.yuan(count));
    }

    private String percent(Share share) {
        return share instanceof Share.None none
                ? render(none.text())
                : share.percent().orElseThrow().toPlainString() + " %";
    }

    private String render(Text text) {
        return session.messages().render(text);
    }

    private String text(String key) {
        return session.messages().get(key);
    }
}
