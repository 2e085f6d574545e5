package org.greenaudit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.greenaudit.catalog.CatalogLoader;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.Messages;
import org.greenaudit.rules.Judge;
import org.greenaudit.source.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain}: the reasoning for one record, as the audit would judge it now. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private final Session session;
    private final JobFiles jobs;

    @Option(names = "--record", paramLabel = "ID", required = true)
    private String record;

    @Option(names = "--job", paramLabel = "FILE")
    private Path job;

    @Option(names = "--input", paramLabel = "FILE", arity = "1..*")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--catalogs", paramLabel = "DIR")
    private Path catalogs;

    @Mixin
    private LocaleOption locale = new LocaleOption();

    ExplainCommand(Session session, JobFiles jobs) {
        this.session = session;
        this.jobs = jobs;
    }

    @Override
    public Integer call() throws IOException {
        JobFiles.JobView view = jobs.read(JobFiles.orDefault(job, inputs), inputs, Optional.ofNullable(catalogs));
        Session speaking = locale.locale().isPresent() ? session : session.in(Messages.in(view.locale()));
        CatalogSnapshot catalog = CatalogLoader.load(view.catalogs());
        CsvSource source = new CsvSource(view.source().settings(catalog));
        RecordFinder.Found found = new RecordFinder(source).find(record);
        if (found.isEmpty()) {
            speaking.complain("cli.explain.unknown", record);
            return ExitStatus.USAGE;
        }
        Explanation explanation = new Explanation(
                speaking,
                catalog,
                new Classifier(catalog, new SchemeDefault(view.schemeSwitch())),
                new Judge(catalog, view.plans()),
                view.plans());
        found.lines().forEach(explanation::print);
        found.rejections().forEach(explanation::print);
        return ExitStatus.OK;
    }
}
