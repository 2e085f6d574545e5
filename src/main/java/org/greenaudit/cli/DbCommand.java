package org.greenaudit.cli;

import java.util.concurrent.Callable;
import org.greenaudit.job.AuditRuntime;
import org.greenaudit.store.database.DatabaseCheck.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code db}: needs its subcommand. */
@Command(name = "db", mixinStandardHelpOptions = true)
final class DbCommand implements Runnable {

    private final CliSession session;

    @Spec
    private CommandSpec spec;

    DbCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), session.messages().get("cli.usage.subcommand", "db check"));
    }

    /** {@code db check}: connects and tells what is there and what is missing. */
    @Command(name = "check", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        private final CliSession session;

        @Mixin
        private LocaleOption locale = new LocaleOption();

        Check(CliSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            boolean good = true;
            for (Finding finding : AuditRuntime.checkDatabase()) {
                String text = session.messages().render(finding.text());
                session.say(finding.good() ? "cli.db.good" : "cli.db.missing", text);
                good &= finding.good();
            }
            return good ? ExitStatus.OK : ExitStatus.FAILED;
        }
    }
}
