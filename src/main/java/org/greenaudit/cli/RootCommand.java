package org.greenaudit.cli;

import org.greenaudit.report.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command. */
@Command(name = Program.NAME, mixinStandardHelpOptions = true, version = Program.NAME + " " + Program.VERSION)
final class RootCommand implements Runnable {

    private final CliSession session;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LocaleOption locale = new LocaleOption();

    RootCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                session.messages()
                        .get(
                                "cli.usage.subcommand",
                                String.join(", ", spec.subcommands().keySet())));
    }
}
