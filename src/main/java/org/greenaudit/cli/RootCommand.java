package org.greenaudit.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command. */
@Command(name = "greenaudit", mixinStandardHelpOptions = true, versionProvider = Version.class)
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
