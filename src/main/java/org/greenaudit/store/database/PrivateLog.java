package org.greenaudit.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.file.PrivateFiles;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the log file before Spring Boot does, which would leave the rights of others to the umask. Where there can be none,
 * a sentence says so and the program goes on without: Boot would print a stack trace, and wait for a pipe's reader.
 */
public final class PrivateLog implements EnvironmentPostProcessor {

    private static final String NAME = "logging.file.name";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String name = environment.getProperty(NAME, "");
        if (!name.isEmpty()) {
            trouble(name).ifPresent(text -> {
                LogTrouble.say(text, System.err::println);
                environment.getPropertySources().addFirst(new MapPropertySource("no log", Map.of(NAME, "")));
            });
        }
    }

    /** Why there can be no log file of this name; empty where there is one now. */
    static Optional<Text> trouble(String name) {
        try {
            Path file = Path.of(name).toAbsolutePath();
            FileTrouble.requireFileOrNone(file);
            PrivateFiles.createFolders(file.resolveSibling(""));
            PrivateFiles.create(file);
            PrivateFiles.restrict(file);
            FileChannel.open(file, StandardOpenOption.APPEND).close();
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(Text.of("store.log", name.replace("\0", "\\0"), FileTrouble.of(e)));
        }
    }
}
