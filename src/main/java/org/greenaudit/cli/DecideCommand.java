package org.greenaudit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.DecisionDesk.Answer;
import org.greenaudit.feedback.Feedback;
import org.greenaudit.job.AuditConfiguration;
import org.greenaudit.job.AuditRuntime;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decide}: takes what people filled into a workbook, or into a CSV file of the same columns. */
@Command(name = "decide", mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {

    private final CliSession session;

    @Option(names = "--file", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--by", paramLabel = "NAME", defaultValue = "")
    private String by = "";

    @Option(names = "--partial")
    private boolean partial;

    @Mixin
    private JobOptions options = new JobOptions();

    @Mixin
    private LocaleOption locale = new LocaleOption();

    DecideCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RunSettings settings = options.settings(locale.locale());
        CliSession localized = session.in(Messages.in(settings.locale()));
        CatalogSnapshot catalog = CatalogLoader.load(settings.catalogs(), FeedColumn.headers());
        try (AuditRuntime runtime = AuditRuntime.stored()) {
            Feedback feedback = new Feedback(
                    runtime.stores(), catalog, settings.job().name(), by, LocalDate.now(AuditConfiguration.ZONE));
            List<Feedback.Considered> considered =
                    feedback.consider(file, Path.of(System.getProperty("java.io.tmpdir")));
            int taken = 0;
            int refused = 0;
            for (Feedback.Considered row : considered) {
                if (row.answer() instanceof Answer.Taken answer) {
                    taken++;
                    for (Decision decision : answer.decisions()) {
                        say(
                                localized,
                                "cli.decide.taken",
                                row,
                                "@decision.kind." + decision.ruling().kind());
                    }
                } else if (row.answer() instanceof Answer.Known answer) {
                    say(
                            localized,
                            "cli.decide.known",
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
