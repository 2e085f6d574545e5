package org.greenaudit.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;

/**
 * A password from a setting, or from a file that another setting names. It is not part of {@link #toString}, so that it
 * cannot end up in a log.
 */
public final class Secret {

    private static final Pattern ADDRESS = Pattern.compile("jdbc:|:/{1,2}[^/\\s]*@|password", Pattern.CASE_INSENSITIVE);
    private static final String HIDDEN = "…";

    private final Optional<String> value;
    private final Optional<Text> problem;

    private Secret(Optional<String> value, Optional<Text> problem) {
        this.value = value;
        this.problem = problem;
    }

    /**
     * The password from one of two settings; at most one of them may be given.
     *
     * @param direct the password itself
     * @param file the path of a file that holds nothing but the password
     * @param twice what to say when both are given
     * @param unreadable what to say when a file cannot be read, from its path and the reason
     */
    public static Secret of(
            Optional<String> direct, Optional<String> file, Text twice, BiFunction<String, String, Text> unreadable) {
        if (direct.isPresent() && file.isPresent()) {
            return new Secret(direct, Optional.of(twice));
        }
        return file.map(path -> read(path, unreadable)).orElseGet(() -> new Secret(direct, Optional.empty()));
    }

    private static Secret read(String path, BiFunction<String, String, Text> unreadable) {
        try {
            // editors and echo end a file with a line end that is no part of the password
            return new Secret(Optional.of(Files.readString(Path.of(path)).strip()), Optional.empty());
        } catch (IOException | InvalidPathException e) {
            return new Secret(Optional.empty(), Optional.of(unreadable.apply(path, FileTrouble.of(e))));
        }
    }

    /** A value for people to see, but for one that looks like an address, which may hold a login. */
    public static String shown(Object value) {
        String text = String.valueOf(value);
        return ADDRESS.matcher(text).find() ? HIDDEN : text;
    }

    /** The password; empty where there is none. */
    public String value() {
        return value.orElse("");
    }

    /** Whether neither setting is given. */
    public boolean isMissing() {
        return value.isEmpty() && problem.isEmpty();
    }

    /** What is wrong with the settings. */
    public Optional<Text> problem() {
        return problem;
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
