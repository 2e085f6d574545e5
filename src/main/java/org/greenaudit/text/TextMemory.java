package org.greenaudit.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of the texts asked for lately, the later text taking the earlier one's place: most cells of a
 * feed say what others have said. Used by one thread.
 *
 * @param <V> what a text is read as
 */
public final class TextMemory<V> {

    /** A power of two; more than a year has days. */
    private static final int PLACES = 1 << 10;

    private final Function<String, V> reading;
    private final @Nullable Known<V>[] places;

    private record Known<V>(String text, V read) {}

    /** A memory of a pure function. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public TextMemory(Function<String, V> reading) {
        this.reading = reading;
        this.places = new Known[PLACES];
    }

    /** What the text is read as. */
    public V read(String text) {
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Known<V> known = places[place];
        if (known == null || !known.text.equals(text)) {
            known = new Known<>(text, reading.apply(text));
            places[place] = known;
        }
        return known.read;
    }
}
