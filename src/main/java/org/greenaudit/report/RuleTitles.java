package org.greenaudit.report;

import org.greenaudit.message.Messages;

/** Titles of rule codes from the rule book's texts. */
final class RuleTitles {

    private RuleTitles() {}

    /** The title of a rule code such as {@code M3}; the code itself where a job's own list brings a new letter. */
    static String of(String code, Messages messages) {
        String key = "rule." + code + ".title";
        return messages.has(key) ? messages.get(key) : code;
    }
}
