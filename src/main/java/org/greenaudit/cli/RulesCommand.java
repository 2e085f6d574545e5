package org.greenaudit.cli;

import java.util.concurrent.Callable;
import org.greenaudit.catalog.Clause;
import org.greenaudit.message.Text;
import org.greenaudit.rules.Rule;
import org.greenaudit.rules.RuleBook;
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
        for (Rule rule : RuleBook.of(directories.load()).rules()) {
            session.say("cli.rules.head", rule.code(), text(rule.title()));
            session.say("cli.rules.duty", "@rule.duty." + rule.duty().id());
            session.say(
                    "cli.rules.clause", session.joined(rule.clauses().stream().map(this::citation)));
            session.say("cli.rules.test", text(rule.test()));
            session.say("cli.rules.example", text(rule.example()));
            session.say("cli.rules.limits", text(rule.limits()));
            session.output().out().println();
        }
        return ExitStatus.OK;
    }

    private String citation(Clause clause) {
        return session.messages().english() ? clause.citationEn() : clause.citationZh();
    }

    private String text(Text text) {
        return session.messages().render(text);
    }
}
