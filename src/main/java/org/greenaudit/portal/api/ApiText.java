package org.greenaudit.portal.api;

import java.util.List;
import java.util.Optional;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;

/**
 * Something that is said to people.
 *
 * @param code what is said, for programs
 * @param args of what, each as it stands in the text
 * @param text in words of the language that was asked for
 */
record ApiText(String code, List<String> args, String text) {

    static ApiText of(Text text, Messages messages) {
        return new ApiText(text.key(), messages.args(text), messages.render(text));
    }

    /** The same where something is said. */
    static Optional<ApiText> ofSome(Text text, Messages messages) {
        return Optional.of(text).filter(said -> !said.isNone()).map(said -> of(said, messages));
    }

    /** Each of several. */
    static List<ApiText> each(List<Text> texts, Messages messages) {
        return texts.stream().map(text -> of(text, messages)).toList();
    }
}
