package org.greenaudit.cli;

import org.greenaudit.report.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program without a command. */
@Command(name = Program.NAME, version = Program.NAME + " " + Program.VERSION)
final class RootCommand extends CommandGroup {

    @Mixin
    private LocaleOption locale = new LocaleOption();

    RootCommand(CliSession session) {
        super(session);
    }
}
