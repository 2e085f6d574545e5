package org.greenaudit.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * What a function makes of texts that come again and again, such as the names, days and statuses of a table's cells: each is
 * read once. It costs memory for some thousand short texts. Safe for several threads.
 *
 * @param <T> what the function makes of a text, from the text alone
 */
public final class Remembered<T> {

    private static final int MOST = 10_000;

    /** Longer texts hardly come again. */
    private static final int LONGEST = 64;

    private final Cache<String, T> known =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Function<String, T> reading;

    /** Nothing read yet. */
    public Remembered(Function<String, T> reading) {
        this.reading = reading;
    }

    /** What the function makes of a text. */
    public T of(String text) {
        return text.length() > LONGEST ? reading.apply(text) : known.get(text, reading);
    }
}
