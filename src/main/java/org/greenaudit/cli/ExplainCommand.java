package org.greenaudit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.greenaudit.catalog.CatalogLoader;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.AuditRequest;
import org.greenaudit.job.ProgressListener;
import org.greenaudit.job.RunSettings;
import org.greenaudit.message.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain}: the reasoning for one record, as the audit would judge it now. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--record", paramLabel = "ID", required = true)
    private String record;

    @Option(names = "--job", paramLabel = "FILE")
    private Path job;

    @Option(names = "--input", paramLabel = "FILE", arity = "1..*")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--date", paramLabel = "YYYY-MM-DD")
    private LocalDate date;

    @Option(names = "--catalogs", paramLabel = "DIR")
    private List<Path> catalogs = new ArrayList<>();

    @Mixin
    private LocaleOption locale = new LocaleOption();

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RunSettings settings = Jobs.settings(new AuditRequest(
                Jobs.file(Optional.ofNullable(job), inputs),
                inputs,
                Optional.ofNullable(date),
                Optional.empty(),
                Optional.empty(),
                catalogs,
                Optional.empty(),
                locale.locale(),
                false,
                false,
                ProgressListener.NONE));
        Session speaking = session.in(Messages.in(settings.locale()));
        CatalogSnapshot catalog = CatalogLoader.load(settings.catalogs());
        RecordFinder.Found found = new RecordFinder(Jobs.source(settings, catalog)).find(record);
        if (found.isEmpty()) {
            speaking.complain("cli.explain.unknown", record);
            return ExitStatus.USAGE;
        }
        Explanation explanation = new Explanation(speaking, settings, catalog);
        found.lines().forEach(explanation::print);
        found.rejections().forEach(explanation::print);
        return ExitStatus.OK;
    }
}
