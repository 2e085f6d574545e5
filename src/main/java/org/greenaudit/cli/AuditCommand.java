package org.greenaudit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.greenaudit.job.AuditResult;
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
        CliSession speaking = session.in(Messages.in(settings.locale()));
        ShutdownHold words = ShutdownHold.waitedFor();
        try {
            return audit(speaking, settings);
        } finally {
            words.spoken();
        }
    }

    private int audit(CliSession speaking, RunSettings settings) {
        AuditResult result;
        try (ProgressDisplay progress = ProgressDisplay.on(speaking)) {
            result = auditor.audit(settings, progress);
        } catch (IllegalStateException e) {
            return stoppedEarly(speaking).orElseThrow(() -> e);
        }
        if (result.status() == AuditResult.Status.FAILED && result.run().isEmpty()) {
            Optional<Integer> stopped = stoppedEarly(speaking);
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        int status = tell(speaking, result);
        speaking.complain(result.notices());
        return status;
    }

    /** What fails while the process ends, and before a run began, fails because it ends. */
    private static Optional<Integer> stoppedEarly(CliSession speaking) {
        if (!ShutdownHold.processEnds()) {
            return Optional.empty();
        }
        speaking.complain("cli.audit.stopped.early");
        return Optional.of(ExitStatus.FAILED);
    }

    private int tell(CliSession speaking, AuditResult result) {
        return switch (result.status()) {
            case COMPLETED -> sumUp(speaking, result);
            case ALREADY_COMPLETED -> {
                result.run().ifPresent(run -> speaking.say("cli.audit.already", run.runId()));
                yield sumUp(speaking, result);
            }
            case STOPPED -> {
                speaking.complain(result.run().isPresent() ? "cli.audit.stopped" : "cli.audit.stopped.early");
                yield ExitStatus.FAILED;
            }
            case FAILED -> {
                result.failure().ifPresent(failure -> speaking.complain(List.of(failure)));
                speaking.complain("cli.audit.failed");
                yield ExitStatus.FAILED;
            }
        };
    }

    private int sumUp(CliSession speaking, AuditResult result) {
        result.catalog().ifPresent(catalog -> new AuditSummary(speaking, catalog).print(result));
        boolean breached = false;
        for (FailOnGate gate : gates) {
            if (gate.breached(result.counts())) {
                speaking.complain("cli.gate.breached", gate, gate.found(result.counts()), gate.base(result.counts()));
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
