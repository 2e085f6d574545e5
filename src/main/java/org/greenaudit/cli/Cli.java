package org.greenaudit.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line: parses it, runs the command, returns the exit status. */
public final class Cli {

    private final Console output;
    private final Auditor auditor;

    /**
     * The program's own command line.
     *
     * @param output where commands print
     * @param configuration the Spring configuration of the commands that need a context
     */
    public Cli(Console output, Class<?> configuration) {
        this(output, configuration, settings -> {});
    }

    /**
     * The same, for a process of its own.
     *
     * @param beforeAudit what is done before the context of an audit starts
     */
    public Cli(Console output, Class<?> configuration, Consumer<RunSettings> beforeAudit) {
        this(output, Auditor.starting(configuration, beforeAudit));
    }

    Cli(Console output, Auditor auditor) {
        this.output = output;
        this.auditor = auditor;
    }

    /**
     * Runs a command; without arguments, the sample audit.
     *
     * @return 0 completed, 1 failed, 2 usage or configuration, 3 a gate was breached
     */
    public int run(String... args) {
        List<String> given =
                args.length == 0 ? List.of("audit", "--job", JobOptions.Choice.SAMPLE.toString()) : List.of(args);
        Optional<Locale> asked = LocaleOption.in(given);
        CliSession session = new CliSession(output, Messages.in(asked.orElse(Messages.CHINESE)));
        int status = commandLine(session).execute(given.toArray(String[]::new));
        output.out().flush();
        output.err().flush();
        return status;
    }

    private CommandLine commandLine(CliSession session) {
        CommandLine catalogs = new CommandLine(new CatalogsCommand(session))
                .addSubcommand(new CatalogsCommand.Check(session))
                .addSubcommand(new CatalogsCommand.Show(session));
        CommandLine line = new CommandLine(new WithoutCommand(session))
                .addSubcommand(new AuditCommand(session, auditor))
                .addSubcommand(new CheckCommand(session))
                .addSubcommand(new ExplainCommand(session))
                .addSubcommand(new DecisionsCommand.Decide(session))
                .addSubcommand(new DecisionsCommand(session))
                .addSubcommand(new DecisionsCommand.Withdraw(session))
                .addSubcommand(catalogs)
                .addSubcommand(new VerifyCommand(session))
                .addSubcommand(new ServeCommand(session))
                .addSubcommand(new WorkerCommand(session))
                .addSubcommand(new RulesCommand(session))
                .addSubcommand(new GenerateCommand(session))
                .addSubcommand(new CommandLine(new DbCommand(session)).addSubcommand(new DbCommand.Check(session)));
        line.setResourceBundle(usage(session.messages().locale()));
        line.setOut(output.out());
        line.setErr(output.err());
        line.setParameterExceptionHandler(new UsageErrors(session.messages()));
        line.setExecutionExceptionHandler(new FailureMessages(session));
        return line;
    }

    private static ResourceBundle usage(Locale locale) {
        return ResourceBundle.getBundle(
                "messages/usage",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The program without a command. */
    @Command(name = Program.NAME, version = Program.NAME + " " + Program.VERSION)
    private static final class WithoutCommand extends CommandGroup {

        @Mixin
        private LocaleOption locale = new LocaleOption();

        WithoutCommand(CliSession session) {
            super(session);
        }
    }
}
