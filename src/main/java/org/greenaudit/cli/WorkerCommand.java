package org.greenaudit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.greenaudit.message.Messages;
import org.greenaudit.worker.Worker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code worker}: evaluates partitions that a manager on another machine hands out, until the process is ended. */
@Command(name = "worker", mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {

    private final CliSession session;

    @Option(names = "--job", paramLabel = "FILE", required = true)
    private Path job = Path.of("");

    @Mixin
    private LocaleOption locale = new LocaleOption();

    WorkerCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CliSession localized = session.in(Messages.in(locale.locale().orElse(Messages.CHINESE)));
        ShutdownHold hold = ShutdownHold.start();
        try (Worker worker = Worker.start(
                job,
                reason -> localized.complain(
                        "cli.worker.waiting", localized.messages().render(reason)),
                ShutdownHold::processEnds)) {
            Runnable close = worker::close;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> ended(close, hold), "worker-close"));
            localized.say("cli.worker.ready", job, worker.broker(), worker.threads());
            localized.output().out().flush();
            localized.complain(List.of(worker.refusal()));
            return ExitStatus.FAILED;
        } finally {
            hold.release();
        }
    }

    /** The process ends: nobody waits for a refusal any more. */
    private static void ended(Runnable close, ShutdownHold hold) {
        close.run();
        hold.release();
    }
}
