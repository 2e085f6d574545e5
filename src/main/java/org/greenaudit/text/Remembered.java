package org.greenaudit.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a function makes of texts that come again and again, such as the names, days and statuses of a table's cells: each is
 * read once. The first thousands of short texts are remembered and never given up, since to choose among them costs more
 * than to read a further one anew. Safe for several threads.
 *
 * @param <T> what the function makes of a text, from the text alone
 */
public final class Remembered<T> {

    private static final int MOST = 10_000;

    /** Longer texts hardly come again. */
    private static final int LONGEST = 64;

    private final Map<String, T> known = new ConcurrentHashMap<>();
    private final Function<String, T> reading;

    /** Nothing read yet. */
    public Remembered(Function<String, T> reading) {
        this.reading = reading;
    }

    /** What the function makes of a text. */
    public T of(String text) {
        @Nullable T before = known.get(text);
        if (before != null) {
            return before;
        }
        T read = reading.apply(text);
        if (text.length() <= LONGEST && known.size() < MOST) {
            known.put(text, read);
        }
        return read;
    }
}
