package org.greenaudit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.purchase.FeedColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code catalogs}: looks at the catalogs without an audit. */
@Command(name = "catalogs")
final class CatalogsCommand extends CommandGroup {

    CatalogsCommand(CliSession session) {
        super(session);
    }

    /** The option that names the catalog directories. */
    static final class Directories {

        @Option(names = "--catalogs", paramLabel = "DIR", defaultValue = "catalogs")
        @SuppressWarnings("NullAway.Init") // has a default
        private List<Path> directories;

        /** Loads them, the base first. */
        CatalogSnapshot load() {
            return CatalogLoader.load(directories, FeedColumn.headers());
        }

        /** Loads them and passes on warnings, which do not keep an audit from running. */
        CatalogSnapshot load(Consumer<CatalogProblem> warnings) {
            return CatalogLoader.load(directories, FeedColumn.headers(), warnings);
        }
    }

    /** {@code catalogs check}: validates every file. */
    @Command(name = "check", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        private final CliSession session;

        @Mixin
        private Directories directories = new Directories();

        @Mixin
        private LocaleOption locale = new LocaleOption();

        Check(CliSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<CatalogProblem> warnings = new ArrayList<>();
            CatalogSnapshot catalog = directories.load(warnings::add);
            ProblemLines lines = new ProblemLines(session);
            warnings.forEach(lines::printWarning);
            int items = catalog.lists().stream()
                    .mapToInt(list -> list.items().size())
                    .sum();
            session.say(
                    "cli.catalogs.ok",
                    catalog.lists().size(),
                    items,
                    catalog.terms().size(),
                    catalog.certificates().size(),
                    warnings.size());
            return ExitStatus.OK;
        }
    }

    /** {@code catalogs show}: versions, counts, fingerprint. */
    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private final CliSession session;

        @Mixin
        private Directories directories = new Directories();

        @Mixin
        private LocaleOption locale = new LocaleOption();

        Show(CliSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            CatalogSnapshot catalog = directories.load();
            boolean english = session.messages().english();
            for (ProductList list : catalog.lists()) {
                session.say(
                        "cli.catalogs.list",
                        list.id(),
                        list.edition(),
                        english ? list.titleEn() : list.titleZh(),
                        list.document(),
                        list.effectiveFrom(),
                        list.items().size(),
                        list.items().stream().filter(ListedItem::starred).count(),
                        list.items().stream()
                                .map(ListedItem::familyNo)
                                .distinct()
                                .count(),
                        "@catalog.completeness."
                                + catalog.certificates()
                                        .completeness(list.id())
                                        .name()
                                        .toLowerCase(Locale.ROOT));
            }
            session.say("cli.catalogs.certificates", catalog.certificates().size());
            session.say("cli.catalogs.versions");
            TextTable versions = new TextTable("ll");
            catalog.versions().forEach(versions::row);
            versions.print(session.output().out());
            session.say("cli.catalogs.fingerprint", catalog.fingerprint());
            return ExitStatus.OK;
        }
    }
}
