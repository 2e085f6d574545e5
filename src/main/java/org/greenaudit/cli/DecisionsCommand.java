package org.greenaudit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.DecisionDesk.Answer;
import org.greenaudit.feedback.DecisionFile;
import org.greenaudit.feedback.Feedback;
import org.greenaudit.job.AuditConfiguration;
import org.greenaudit.job.AuditRuntime;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredUse;
import org.greenaudit.store.Stores;
import org.greenaudit.text.Blanks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decisions}: what people decided about the findings of a job, and what became of it in the newest run. */
@Command(name = "decisions", mixinStandardHelpOptions = true)
final class DecisionsCommand implements Callable<Integer> {

    private static final String WITHDRAWN = "withdrawn";

    /** Not used in the newest run, which may be older than the decision. */
    private static final String OPEN = "open";

    private final CliSession session;

    @Option(names = "--export", paramLabel = "FILE")
    private @Nullable Path export;

    @Mixin
    private JobOptions.Choice choice = new JobOptions.Choice();

    @Mixin
    private LocaleOption locale = new LocaleOption();

    DecisionsCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RunSettings settings = choice.settings(locale.locale());
        CliSession localized = session.in(Messages.in(settings.locale()));
        try (AuditRuntime runtime = AuditRuntime.stored()) {
            String job = settings.job().name();
            List<Decision> decisions = runtime.stores().decisions().ofJob(job);
            CatalogSnapshot catalog = CatalogLoader.load(settings.catalogs(), FeedColumn.headers());
            if (export != null) {
                new DecisionFile(catalog, localized.messages()).write(decisions, export);
                localized.say("cli.decisions.exported", decisions.size(), export.toString());
                return ExitStatus.OK;
            }
            list(localized, catalog, decisions, uses(runtime.stores(), job));
        }
        return ExitStatus.OK;
    }

    private static Map<Long, List<StoredUse>> uses(Stores stores, String job) {
        Optional<RunRecord> newest = stores.runs().newest(job);
        Map<Long, List<StoredUse>> uses = new HashMap<>();
        newest.ifPresent(run -> stores.decisions().uses(run.id()).forEach(use -> uses.computeIfAbsent(
                        use.use().decision(), id -> new ArrayList<>())
                .add(use)));
        return uses;
    }

    private static void list(
            CliSession session, CatalogSnapshot catalog, List<Decision> decisions, Map<Long, List<StoredUse>> uses) {
        if (decisions.isEmpty()) {
            session.say("cli.decisions.none");
            return;
        }
        for (Decision decision : decisions) {
            list(session, catalog, decision, uses.getOrDefault(decision.id(), List.of()));
        }
    }

    private static void list(CliSession session, CatalogSnapshot catalog, Decision decision, List<StoredUse> used) {
        String state = decision.withdrawn().isPresent()
                ? WITHDRAWN
                : used.stream().findFirst().map(use -> use.use().state().id()).orElse(OPEN);
        Messages messages = session.messages();
        List<String> parts = new ArrayList<>(List.of(
                String.valueOf(decision.id()),
                messages.get("decision.state." + state),
                messages.render(decision.ruling().text()),
                messages.get(
                        "cli.decisions.of",
                        named(decision),
                        catalog.listWord(decision.finding().listId(), messages.english())),
                decision.by(),
                decision.on().toString()));
        if (!decision.reason().isEmpty()) {
            parts.add(decision.reason());
        }
        decision.until().ifPresent(until -> parts.add(messages.get("cli.decisions.until", until)));
        // a line counts once, though a fact is about each list
        parts.add(messages.get(
                "cli.decisions.lines",
                used.stream().map(StoredUse::ref).distinct().count()));
        decision.withdrawn()
                .ifPresent(withdrawal -> parts.add(
                        messages.get("decision.withdrawn", withdrawal.by(), withdrawal.on(), withdrawal.reason())));
        session.say("cli.decisions.line", String.join(messages.get("cli.decisions.between"), parts));
    }

    private static String named(Decision decision) {
        Decision.Finding finding = decision.finding();
        return !decision.product()
                ? finding.recordId()
                : Stream.of(
                                finding.brand(),
                                finding.model(),
                                decision.isOfItsBuyer() ? finding.buyer().name() : "")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    /** {@code withdraw}: takes a decision back, with a reason; it stays on record. */
    @Command(name = "withdraw", mixinStandardHelpOptions = true)
    static final class Withdraw implements Callable<Integer> {

        private final CliSession session;

        @Parameters(index = "0", paramLabel = "ID")
        private long id;

        @Option(names = "--reason", paramLabel = "REASON", required = true)
        @SuppressWarnings("NullAway.Init") // required
        private String reason;

        @Option(names = "--by", paramLabel = "NAME", required = true)
        @SuppressWarnings("NullAway.Init") // required
        private String by;

        @Mixin
        private JobOptions.Choice choice = new JobOptions.Choice();

        @Mixin
        private LocaleOption locale = new LocaleOption();

        Withdraw(CliSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            RunSettings settings = choice.settings(locale.locale());
            CliSession localized = session.in(Messages.in(settings.locale()));
            for (String told : List.of(by, reason)) {
                if (Blanks.trim(told).isEmpty()) {
                    localized.complain("cli.withdraw.empty");
                    return ExitStatus.USAGE;
                }
            }
            try (AuditRuntime runtime = AuditRuntime.stored()) {
                String job = settings.job().name();
                boolean done = runtime.stores()
                        .decisions()
                        .withdraw(
                                job,
                                id,
                                new Decision.Withdrawal(
                                        by.strip(), LocalDate.now(AuditConfiguration.ZONE), reason.strip()));
                if (!done) {
                    complain(localized, job, runtime.stores().decisions().ofJob(job));
                    return ExitStatus.USAGE;
                }
                localized.say("cli.withdraw.done", String.valueOf(id));
                return ExitStatus.OK;
            }
        }

        private void complain(CliSession localized, String job, List<Decision> decisions) {
            Optional<Decision.Withdrawal> withdrawn = decisions.stream()
                    .filter(decision -> decision.id() == id)
                    .findFirst()
                    .flatMap(Decision::withdrawn);
            withdrawn.ifPresentOrElse(
                    before -> localized.complain(
                            "cli.withdraw.before", String.valueOf(id), before.by(), before.on(), before.reason()),
                    () -> localized.complain("cli.withdraw.unknown", String.valueOf(id), job));
        }
    }

    /** {@code decide}: takes what people filled into a workbook, or into a CSV file of the same columns. */
    @Command(name = "decide", mixinStandardHelpOptions = true)
    static final class Decide implements Callable<Integer> {

        private final CliSession session;

        @Option(names = "--file", paramLabel = "FILE", required = true)
        @SuppressWarnings("NullAway.Init") // required
        private Path file;

        @Option(names = "--by", paramLabel = "NAME", defaultValue = "")
        private String by = "";

        @Option(names = "--partial")
        private boolean partial;

        @Mixin
        private JobOptions.Choice choice = new JobOptions.Choice();

        @Mixin
        private LocaleOption locale = new LocaleOption();

        Decide(CliSession session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            RunSettings settings = choice.settings(locale.locale());
            CliSession localized = session.in(Messages.in(settings.locale()));
            CatalogSnapshot catalog = CatalogLoader.load(settings.catalogs(), FeedColumn.headers());
            try (AuditRuntime runtime = AuditRuntime.stored()) {
                String job = settings.job().name();
                return runtime.stores()
                        .decisions()
                        .inTurn(job, () -> decide(runtime.stores(), settings, catalog, localized));
            }
        }

        private int decide(Stores stores, RunSettings settings, CatalogSnapshot catalog, CliSession localized)
                throws IOException {
            Feedback feedback = new Feedback(
                    stores,
                    catalog,
                    settings.classifier(catalog),
                    settings.job().name(),
                    by,
                    LocalDate.now(AuditConfiguration.ZONE));
            List<Feedback.Considered> considered =
                    feedback.consider(file, Path.of(System.getProperty("java.io.tmpdir")));
            considered.forEach(row -> say(localized, row));
            long taken = count(considered, Answer.Taken.class);
            long refused = count(considered, Answer.Refused.class);
            boolean stored = taken > 0 && (refused == 0 || partial);
            if (stored) {
                feedback.store(considered);
            }
            localized.say(
                    stored ? "cli.decide.stored" : taken > 0 ? "cli.decide.nothing-stored" : "cli.decide.nothing",
                    taken,
                    considered.size() - taken - refused,
                    refused);
            return refused > 0 && !partial ? ExitStatus.USAGE : ExitStatus.OK;
        }

        private static long count(List<Feedback.Considered> considered, Class<? extends Answer> kind) {
            return considered.stream()
                    .map(Feedback.Considered::answer)
                    .filter(kind::isInstance)
                    .count();
        }

        private static void say(CliSession session, Feedback.Considered row) {
            if (row.answer() instanceof Answer.Taken answer) {
                // the facts of a row are decisions of their own, of one kind and scope
                Decision first = answer.decisions().get(0);
                say(
                        session,
                        "cli.decide.taken",
                        row,
                        "@decision.kind." + first.ruling().kind(),
                        "@decision.scope." + (first.product() ? "product" : "record"));
                answer.remarks()
                        .forEach(remark -> session.say(
                                "cli.decide.remark", session.messages().render(remark)));
            } else if (row.answer() instanceof Answer.Known answer) {
                if (row.earlier().isPresent()) {
                    Feedback.Place earlier = row.earlier().get();
                    say(session, "cli.decide.known-here", row, earlier.source(), earlier.line());
                } else {
                    say(
                            session,
                            answer.earlier().withdrawn().isPresent()
                                    ? "cli.decide.known-withdrawn"
                                    : "cli.decide.known",
                            row,
                            String.valueOf(answer.earlier().id()));
                }
            } else if (row.answer() instanceof Answer.Refused answer) {
                say(session, "cli.decide.refused", row, session.messages().render(answer.why()));
            }
        }

        private static void say(CliSession session, String key, Feedback.Considered row, Object... what) {
            session.say(
                    key,
                    Stream.concat(Stream.of(row.place().source(), row.place().line(), row.recordId()), Stream.of(what))
                            .toArray());
        }
    }
}
