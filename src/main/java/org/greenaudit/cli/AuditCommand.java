package org.greenaudit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.greenaudit.job.AuditResult;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code audit}: runs the nightly job and sums up what it found. */
@Command(name = "audit", mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    private final CliSession session;
    private final Auditor auditor;

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = "--all-verdicts")
    private boolean allVerdicts;

    @Option(names = "--rerun")
    private boolean rerun;

    @Option(names = "--fail-on", paramLabel = "GATE", split = ",", converter = GateConverter.class)
    private List<FailOnGate> gates = new ArrayList<>();

    @Mixin
    private LocaleOption locale = new LocaleOption();

    AuditCommand(CliSession session, Auditor auditor) {
        this.session = session;
        this.auditor = auditor;
    }

    @Override
    public Integer call() {
        RunSettings settings = options.settings(Optional.ofNullable(out), locale.locale(), allVerdicts, rerun);
        CliSession localized = session.in(Messages.in(settings.locale()));
        ShutdownHold hold = ShutdownHold.start();
        try {
            return audit(localized, settings);
        } finally {
            hold.release();
        }
    }

    private int audit(CliSession localized, RunSettings settings) {
        AuditResult result;
        try (ProgressListener progress = display(localized)) {
            result = auditor.audit(settings, progress);
        } catch (IllegalStateException e) {
            return stoppedEarly(localized).orElseThrow(() -> e);
        }
        if (result.status() == AuditResult.Status.FAILED && result.run().isEmpty()) {
            Optional<Integer> stopped = stoppedEarly(localized);
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        int status = print(localized, result);
        localized.complain(result.notices());
        return status;
    }

    /** A bar for a person, a line every few seconds for a log. */
    private static ProgressListener display(CliSession session) {
        return session.output().terminal()
                ? new ProgressBarDisplay(session)
                : new ProgressLog(session, System::nanoTime);
    }

    /** A failure before the run began, while the process is ending, is reported as the stop that caused it. */
    private static Optional<Integer> stoppedEarly(CliSession localized) {
        if (!ShutdownHold.processEnds()) {
            return Optional.empty();
        }
        localized.complain("cli.audit.stopped.early");
        return Optional.of(ExitStatus.FAILED);
    }

    private int print(CliSession localized, AuditResult result) {
        return switch (result.status()) {
            case COMPLETED -> sumUp(localized, result);
            case ALREADY_COMPLETED -> {
                result.run().ifPresent(run -> localized.say("cli.audit.already", run.runId()));
                yield sumUp(localized, result);
            }
            case STOPPED -> {
                localized.complain(result.run().isPresent() ? "cli.audit.stopped" : "cli.audit.stopped.early");
                yield ExitStatus.FAILED;
            }
            case FAILED -> {
                result.failure().ifPresent(failure -> localized.complain(List.of(failure)));
                localized.complain("cli.audit.failed");
                yield ExitStatus.FAILED;
            }
        };
    }

    private int sumUp(CliSession localized, AuditResult result) {
        result.catalog().ifPresent(catalog -> new AuditSummary(localized, catalog).print(result));
        boolean breached = false;
        for (FailOnGate gate : gates) {
            if (gate.breached(result.counts())) {
                localized.complain("cli.gate.breached", gate, gate.found(result.counts()), gate.base(result.counts()));
                breached = true;
            }
        }
        return breached ? ExitStatus.GATE : ExitStatus.OK;
    }

    /** Reads gates. */
    static final class GateConverter implements ITypeConverter<FailOnGate> {
        @Override
        public FailOnGate convert(String value) {
            return FailOnGate.parse(value).orElseThrow(() -> new TypeConversionException(value));
        }
    }
}
