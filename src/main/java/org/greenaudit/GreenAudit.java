package org.greenaudit;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.greenaudit.cli.Cli;
import org.greenaudit.cli.Console;
import org.greenaudit.job.AuditConfiguration;
import org.greenaudit.job.QuickCompiler;
import org.greenaudit.text.CellText;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The program. A Spring context is started only by the commands that need one, with this class as its configuration.
 * Nothing is scanned for: what belongs to an audit is named.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(AuditConfiguration.class)
public final class GreenAudit {

    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    /** The commands that look something up and mostly end in seconds. */
    private static final Set<String> LOOKED_UP = Set.of("explain", "decide", "decisions", "withdraw", "rules", "db");

    private GreenAudit() {}

    /** Runs a command and exits with its status. */
    public static void main(String[] args) {
        // Before any logger exists: commands without a Spring context must not print their log among their results.
        System.setProperty(LOG_CONFIGURATION, "logback-cli.xml");
        LoggerFactory.getILoggerFactory();
        // Spring, which configures logging anew, would warn of it night after night.
        System.clearProperty(LOG_CONFIGURATION);
        if (args.length > 0 && LOOKED_UP.contains(args[0])) {
            QuickCompiler.alone();
        }
        System.exit(run(args));
    }

    private static int run(String[] args) {
        Cli cli = new Cli(Console.ofProcess(), GreenAudit.class, QuickCompiler::forSmall);
        FutureTask<Integer> command = new FutureTask<>(() -> cli.run(args));
        new Thread(null, command, "greenaudit", CellText.STACK_BYTES).start();
        try {
            return command.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
