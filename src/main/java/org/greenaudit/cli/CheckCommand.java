package org.greenaudit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.check.FeedPicture;
import org.greenaudit.job.AuditRuntime;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourcePlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: how an input would be read, without an audit and without a database. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private final CliSession session;

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(names = "--write-job", paramLabel = "FILE")
    private @Nullable Path writeJob;

    @Mixin
    private LocaleOption locale = new LocaleOption();

    CheckCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RunSettings settings = options.settings(locale.locale());
        CliSession localized = session.in(Messages.in(settings.locale()));
        Optional<JobDraft> draft =
                Optional.ofNullable(writeJob).map(file -> new JobDraft(file, settings, localized.messages()));
        CatalogSnapshot catalog = CatalogLoader.load(settings.catalogs(), FeedColumn.headers());
        SourcePlan plan;
        List<FeedPicture> pictures;
        try (PurchaseSource source = AuditRuntime.sources().of(settings, catalog)) {
            plan = source.plan();
            pictures = FeedPicture.of(source, plan, settings);
        }
        FeedPicturePage page = new FeedPicturePage(localized, settings, catalog);
        for (FeedPicture picture : pictures) {
            page.print(plan, picture);
        }
        if (draft.isPresent()) {
            localized.say("cli.check.job.written", draft.get().write(plan, pictures));
        }
        return ExitStatus.OK;
    }
}
