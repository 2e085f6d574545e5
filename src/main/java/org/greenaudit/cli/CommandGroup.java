package org.greenaudit.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself and asks for one of its subcommands. */
@Command(mixinStandardHelpOptions = true)
abstract class CommandGroup implements Runnable {

    private final CliSession session;

    @Spec
    private CommandSpec spec;

    CommandGroup(CliSession session) {
        this.session = session;
    }

    @Override
    public final void run() {
        String path = spec.parent() == null ? "" : spec.name() + " ";
        String choices =
                spec.subcommands().keySet().stream().map(name -> path + name).collect(Collectors.joining(", "));
        throw new ParameterException(spec.commandLine(), session.messages().get("cli.usage.subcommand", choices));
    }
}
