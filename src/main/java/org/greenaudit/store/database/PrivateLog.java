package org.greenaudit.store.database;

import java.io.IOException;
import java.nio.file.Path;
import org.greenaudit.file.PrivateFiles;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/** Makes the log file before Spring Boot does, which would leave the rights of others to the umask. */
public final class PrivateLog implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String name = environment.getProperty("logging.file.name", "");
        try {
            Path file = Path.of(name).toAbsolutePath();
            PrivateFiles.createFolders(file.resolveSibling(""));
            PrivateFiles.create(file);
            PrivateFiles.restrict(file);
        } catch (IOException | IllegalArgumentException e) {
            // whoever needs the folder says what is wrong with it
            System.getLogger(PrivateLog.class.getName()).log(System.Logger.Level.DEBUG, name, e);
        }
    }
}
