package org.greenaudit.message;

import java.util.ArrayList;
import java.util.List;

/**
 * A message for people as data: the key of a resource bundle entry and its arguments. The same value is stored in the
 * database and rendered later in any locale by {@link Messages}.
 *
 * @param key the entry's key in {@code messages.properties}
 * @param args the entry's arguments in order, already in their locale-free form (ISO dates, plain numbers, codes)
 */
public record Text(String key, List<String> args) {

    /** No text at all; renders as the empty string. */
    public static final Text NONE = new Text("", List.of());

    private static final char SEPARATOR = '\u001f';

    /** The key of several texts in one; its arguments are those texts. */
    private static final String SEVERAL = "several";

    /** Stands between key and arguments of one of several. */
    private static final char INNER_SEPARATOR = '\u001d';

    /** Stands between key and arguments of a text that is an argument of another. */
    private static final char NESTED_SEPARATOR = '\u001c';

    /** Begins an argument that is itself a key, or a text. */
    static final char REFERENCE = '@';

    public Text {
        args = List.copyOf(args);
    }

    /** A text of this key with the arguments' string forms; an argument may be a text that has none as its own argument. */
    public static Text of(String key, Object... args) {
        List<String> values = new ArrayList<>(args.length);
        for (Object arg : args) {
            values.add(
                    arg instanceof Text text
                            ? REFERENCE + text.inner(NESTED_SEPARATOR)
                            : String.valueOf(arg).replace(NESTED_SEPARATOR, ' '));
        }
        return new Text(key, values);
    }

    /** Several texts in one, which are shown one after the other. */
    public static Text joined(List<Text> texts) {
        return texts.size() == 1
                ? texts.get(0)
                : new Text(
                        SEVERAL,
                        texts.stream().map(text -> text.inner(INNER_SEPARATOR)).toList());
    }

    private String inner(char separator) {
        List<String> parts = new ArrayList<>(List.of(key));
        args.forEach(arg -> parts.add(arg.replace(separator, ' ').replace(SEPARATOR, ' ')));
        return String.join(String.valueOf(separator), parts);
    }

    /** The text that an argument stands for; the argument begins with {@link #REFERENCE}. */
    static Text referred(String arg) {
        return decode(arg.substring(1), NESTED_SEPARATOR);
    }

    /** The texts that were joined; of any other, itself alone. */
    public List<Text> parts() {
        return key.equals(SEVERAL)
                ? args.stream().map(arg -> decode(arg, INNER_SEPARATOR)).toList()
                : List.of(this);
    }

    /** True for {@link #NONE}. */
    public boolean isNone() {
        return key.isEmpty();
    }

    /** The form that is stored: key and arguments, separated by U+001F, which no readable cell can contain. */
    public String encode() {
        if (args.isEmpty()) {
            return key;
        }
        StringBuilder out = new StringBuilder(key);
        for (String arg : args) {
            out.append(SEPARATOR).append(arg.replace(SEPARATOR, ' '));
        }
        return out.toString();
    }

    /** The text that {@link #encode()} wrote. */
    public static Text decode(String encoded) {
        return encoded.isEmpty() ? NONE : decode(encoded, SEPARATOR);
    }

    private static Text decode(String encoded, char separator) {
        String[] parts = encoded.split(String.valueOf(separator), -1);
        return new Text(parts[0], List.of(parts).subList(1, parts.length));
    }
}
