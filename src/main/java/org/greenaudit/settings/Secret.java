package org.greenaudit.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
    private static final String MARK = "\ufeff";

    /** More bytes than any password has. */
    private static final int LONGEST = 4_096;

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
     * @param file the path of a file that holds nothing but the password, in UTF-8 and on one line
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
        String trouble;
        try {
            byte[] bytes = bytes(Path.of(path));
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // Windows' editor begins a file with a mark, and all end it with a line end: no part of the password
            String line = (text.startsWith(MARK) ? text.substring(1) : text).strip();
            if (bytes.length > LONGEST) {
                trouble = "@file.too-long";
            } else if (line.indexOf(0) >= 0) {
                trouble = "@file.no-utf-8";
            } else if (line.lines().count() > 1) {
                trouble = "@file.several-lines";
            } else {
                return new Secret(Optional.of(line), Optional.empty());
            }
        } catch (IOException | InvalidPathException e) {
            trouble = FileTrouble.of(e);
        }
        return new Secret(Optional.empty(), Optional.of(unreadable.apply(isPlace(path) ? path : HIDDEN, trouble)));
    }

    private static byte[] bytes(Path file) throws IOException {
        FileTrouble.requireFile(file);
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST + 1);
        }
    }

    /** Whether there is a folder in which the file could be; otherwise the password itself may stand for the path. */
    private static boolean isPlace(String path) {
        try {
            Path folder = Path.of(path).getParent();
            return folder != null && Files.isDirectory(folder);
        } catch (InvalidPathException e) {
            return false;
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
