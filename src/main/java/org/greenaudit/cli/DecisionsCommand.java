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
            List<StoredUse> used = uses.getOrDefault(decision.id(), List.of());
            String state = decision.withdrawn().isPresent()
                    ? WITHDRAWN
                    : used.stream()
                            .findFirst()
                            .map(use -> use.use().state().id())
                            .orElse(OPEN);
            session.say(
                    "cli.decisions.line",
                    String.valueOf(decision.id()),
                    "@decision.state." + state,
                    session.messages().render(decision.ruling().text()),
                    decision.product()
                            ? decision.finding().brand() + " "
                                    + decision.finding().model()
                            : decision.finding().recordId(),
                    catalog.listWord(
                            decision.finding().listId(), session.messages().english()),
                    decision.by(),
                    decision.on(),
                    decision.reason(),
                    used.size());
        }
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
                Feedback feedback = new Feedback(
                        runtime.stores(),
                        catalog,
                        settings.classifier(catalog),
                        settings.job().name(),
                        by,
                        LocalDate.now(AuditConfiguration.ZONE));
                List<Feedback.Considered> considered =
                        feedback.consider(file, Path.of(System.getProperty("java.io.tmpdir")));
                int taken = 0;
                int refused = 0;
                for (Feedback.Considered row : considered) {
                    if (row.answer() instanceof Answer.Taken answer) {
                        taken++;
                        // the facts of a row are decisions of their own, of one kind and scope
                        Decision first = answer.decisions().get(0);
                        localized.say(
                                "cli.decide.taken",
                                row.source(),
                                row.line(),
                                row.recordId(),
                                "@decision.kind." + first.ruling().kind(),
                                "@decision.scope." + (first.product() ? "product" : "record"));
                        answer.remarks()
                                .forEach(remark -> localized.say(
                                        "cli.decide.remark",
                                        localized.messages().render(remark)));
                    } else if (row.answer() instanceof Answer.Known answer) {
                        say(
                                localized,
                                answer.earlier().id() == 0 ? "cli.decide.known-here" : "cli.decide.known",
                                row,
                                String.valueOf(answer.earlier().id()));
                    } else if (row.answer() instanceof Answer.Refused answer) {
                        refused++;
                        say(
                                localized,
                                "cli.decide.refused",
                                row,
                                localized.messages().render(answer.why()));
                    }
                }
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
        }

        private static void say(CliSession session, String key, Feedback.Considered row, String what) {
            session.say(key, row.source(), row.line(), row.recordId(), what);
        }
    }
}
