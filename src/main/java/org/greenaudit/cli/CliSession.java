package org.greenaudit.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;

/**
 * What the commands of one call share.
 *
 * @param output where they print
 * @param messages texts in the call's language
 */
record CliSession(Console output, Messages messages) {

    /** Prints a text of the resource bundle to standard output. */
    void say(String key, Object... args) {
        output.out().println(messages.get(key, args));
    }

    /** Prints texts to standard error, one a line. */
    void complain(List<Text> texts) {
        texts.forEach(text -> output.err().println(messages.render(text)));
    }

    /** Prints a text of the resource bundle to standard error. */
    void complain(String key, Object... args) {
        output.err().println(messages.get(key, args));
    }

    /** The texts, joined by the separator of the language. */
    String joined(Stream<String> texts) {
        return texts.collect(Collectors.joining(messages.get("cli.separator")));
    }

    /** The same in another language. */
    CliSession in(Messages others) {
        return new CliSession(output, others);
    }
}
