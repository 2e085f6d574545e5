package org.greenaudit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.check.FeedCheck;
import org.greenaudit.check.FeedPicture;
import org.greenaudit.check.FeedReading;
import org.greenaudit.check.JobDraft;
import org.greenaudit.job.AuditRuntime;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;
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
        FeedCheck check = FeedCheck.of(settings, catalog, AuditRuntime.sources());
        FeedPicturePage page = new FeedPicturePage(localized);
        for (FeedPicture picture : check.pictures()) {
            page.print(new FeedReading(check, picture, catalog));
        }
        if (draft.isPresent()) {
            localized.say("check.job.written", draft.get().write(check, Optional.empty()));
        }
        return ExitStatus.OK;
    }
}
