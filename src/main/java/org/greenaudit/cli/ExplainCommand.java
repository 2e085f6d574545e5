package org.greenaudit.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.job.AuditRuntime;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.source.PurchaseSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain}: the reasoning for one record, as the audit would judge it now. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private final CliSession session;

    @Option(names = "--record", paramLabel = "ID", required = true)
    @SuppressWarnings("NullAway.Init") // required
    private String record;

    @Mixin
    private JobOptions options = new JobOptions();

    @Mixin
    private LocaleOption locale = new LocaleOption();

    ExplainCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RunSettings settings = options.settings(locale.locale());
        CliSession localized = session.in(Messages.in(settings.locale()));
        CatalogSnapshot catalog = CatalogLoader.load(settings.catalogs(), FeedColumn.headers());
        RecordFinder.Found found;
        try (PurchaseSource source = AuditRuntime.sources().of(settings, catalog)) {
            found = new RecordFinder(source).find(record);
        }
        if (found.isEmpty()) {
            localized.complain("cli.explain.unknown", record);
            return ExitStatus.USAGE;
        }
        Explanation explanation = new Explanation(localized, settings, catalog);
        found.lines().forEach(explanation::print);
        found.rejections().forEach(explanation::print);
        found.setApart().forEach(explanation::print);
        return ExitStatus.OK;
    }
}
