package org.greenaudit.cli;

import java.util.concurrent.Callable;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.rules.Rule;
import org.greenaudit.rules.RuleBook;
import org.greenaudit.rules.RulePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rules}: prints the rule book. */
@Command(name = "rules", mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {

    private final CliSession session;

    @Mixin
    private CatalogsCommand.Directories directories = new CatalogsCommand.Directories();

    @Mixin
    private LocaleOption locale = new LocaleOption();

    RulesCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CatalogSnapshot catalog = directories.load();
        FeedColumns columns = FeedColumns.of(catalog.certificateColumns(), catalog.headerAliases());
        RulePage page = new RulePage(session.messages(), columns);
        for (Rule rule : RuleBook.of(catalog).rules()) {
            page.of(rule).forEach(session.output().out()::println);
            session.output().out().println();
        }
        return ExitStatus.OK;
    }
}
