package org.greenaudit.message;

import java.util.Locale;

/**
 * A question that a person must answer before a purchase can be judged. Each room that can leave one open has an enum of
 * its own; the text is the entry {@code question.<id>} of its resource bundle.
 */
public interface OpenQuestion {

    /** The constant's name. */
    String name();

    /** The name in files and metrics: lower case with dashes. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What answers the question, in words: the fact that is missing and where to put it. */
    default Text remedy() {
        return Text.of("report.question." + id() + ".do");
    }

    /** The question in words, with the particulars of a purchase. */
    default Text text(Object... particulars) {
        return Text.of("question." + id(), particulars);
    }
}
