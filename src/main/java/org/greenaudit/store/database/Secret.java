package org.greenaudit.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;

/** A password from an environment variable, or from the file that the variable with {@code _FILE} after it names. */
public final class Secret {

    private final String value;
    private final Optional<Text> problem;

    private Secret(String value, Optional<Text> problem) {
        this.value = value;
        this.problem = problem;
    }

    /** The password in that variable or its file. */
    public static Secret in(Function<String, Optional<String>> environment, String variable) {
        String fileVariable = variable + "_FILE";
        Optional<String> direct = environment.apply(variable);
        Optional<String> file = environment.apply(fileVariable).filter(name -> !name.isBlank());
        if (direct.isPresent() && file.isPresent()) {
            return problem(Text.of("config.secret-twice", variable, fileVariable));
        }
        if (file.isPresent()) {
            return ofFile(fileVariable, file.get());
        }
        return direct.map(text -> new Secret(text, Optional.empty()))
                .orElseGet(() -> problem(Text.of("config.secret-missing", variable, fileVariable)));
    }

    private static Secret ofFile(String variable, String name) {
        try {
            // editors and echo end a file with a line end that is no part of the password
            return new Secret(Files.readString(Path.of(name)).replaceFirst("\\R$", ""), Optional.empty());
        } catch (IOException | InvalidPathException e) {
            return problem(Text.of("config.secret-file", variable, name, FileTrouble.of(e)));
        }
    }

    private static Secret problem(Text problem) {
        return new Secret("", Optional.of(problem));
    }

    /** The password; empty where there is a problem. */
    public String value() {
        return value;
    }

    /** Why there is none, in words for people. */
    public Optional<Text> problem() {
        return problem;
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
