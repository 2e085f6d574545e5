package org.greenaudit.cli;

import java.util.concurrent.Callable;
import org.greenaudit.job.AuditRuntime;
import org.greenaudit.store.database.DatabaseCheck.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code db}: looks at the database without an audit. */
@Command(name = "db")
final class DbCommand extends CommandGroup {

    DbCommand(CliSession session) {
        super(session);
    }

    /** {@code db check}: connects and prints what is there and what is missing. */
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
