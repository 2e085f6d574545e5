package org.greenaudit.portal.api;

import java.util.List;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;

/**
 * Something that is said to people.
 *
 * @param code what is said, for programs; empty where nothing is
 * @param args of what, in a form without a language
 * @param text the same in words of the language that was asked for
 */
record ApiText(String code, List<String> args, String text) {

    static ApiText of(Text text, Messages messages) {
        return new ApiText(text.key(), text.args(), messages.render(text));
    }

    /** Each of several. */
    static List<ApiText> each(List<Text> texts, Messages messages) {
        return texts.stream().map(text -> of(text, messages)).toList();
    }
}
