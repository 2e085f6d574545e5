package org.greenaudit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.greenaudit.message.Messages;
import org.greenaudit.portal.Portal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the bureau's pages and the schedules of its jobs, until the process is ended. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private final CliSession session;

    @Option(names = "--job", paramLabel = "FILE")
    private List<Path> jobs = List.of(JobOptions.Choice.SAMPLE);

    @Mixin
    private LocaleOption locale = new LocaleOption();

    ServeCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        CliSession localized = session.in(Messages.in(locale.locale().orElse(Messages.CHINESE)));
        try (Portal portal = Portal.start(jobs, Map.of())) {
            portal.firstPassword().ifPresent(password -> localized.say("cli.serve.password", Portal.FIRST, password));
            localized.say("cli.serve.ready", portal.address(), portal.managementAddress());
            localized.output().out().flush();
            // Ctrl-C or SIGTERM closes what was started; nothing else ends it
            new CountDownLatch(1).await();
        }
        return ExitStatus.OK;
    }
}
