package org.greenaudit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.report.seal.ReportCheck;
import org.greenaudit.text.ShownText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: holds a report's folder against its manifest and signature, with neither database nor job. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private static final int LONGEST = 1_000;

    private final CliSession session;

    @Parameters(index = "0", paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Option(names = "--certificate", paramLabel = "FILE")
    private @Nullable Path certificate;

    @Mixin
    private LocaleOption locale = new LocaleOption();

    VerifyCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException(Text.of("report.verify.no-folder", folder));
        }
        ReportCheck check = new ReportCheck(folder.toRealPath(), Optional.ofNullable(certificate));
        for (Text fact : check.facts()) {
            session.output().out().println(shown(fact));
        }
        check.faults().forEach(fault -> session.output().err().println(shown(fault)));
        if (!check.faults().isEmpty()) {
            session.complain("cli.verify.not", check.faults().size());
            return ExitStatus.FAILED;
        }
        session.say("cli.verify.holds");
        return ExitStatus.OK;
    }

    /** On one line and without what steers a terminal: the folder may be a stranger's. */
    private String shown(Text text) {
        return ShownText.of(session.messages().render(text), LONGEST);
    }
}
