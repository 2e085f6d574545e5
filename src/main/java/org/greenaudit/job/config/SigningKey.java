package org.greenaudit.job.config;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.report.seal.ReportSigner;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.settings.Secret;

/** The key that signs a job's reports: the file that {@code report.sign} names, and its password in the environment. */
final class SigningKey {

    private static final String PASSWORD = "GREENAUDIT_SIGN_PASSWORD";
    private static final String PASSWORD_FILE = PASSWORD + "_FILE";

    private SigningKey() {}

    /**
     * The key of a job; none where reports are not signed.
     *
     * @throws ConfigException when the file cannot be read or holds no key, or there is no password for it
     */
    static Optional<ReportSigner> of(JobConfig job, Function<String, Optional<String>> environment) {
        return job.report().sign().map(file -> open(job, file, environment));
    }

    private static ReportSigner open(JobConfig job, Path file, Function<String, Optional<String>> environment) {
        Secret password = Secret.of(
                environment.apply(PASSWORD),
                environment.apply(PASSWORD_FILE).filter(name -> !name.isBlank()),
                Text.of("config.secret-twice", PASSWORD, PASSWORD_FILE),
                (path, reason) -> Text.of("config.secret-file", PASSWORD_FILE, path, reason));
        password.problem().ifPresent(problem -> {
            throw new ConfigException(List.of(problem));
        });
        if (password.isMissing()) {
            throw new ConfigException(List.of(Text.of("config.sign-secret", job.file(), PASSWORD, PASSWORD_FILE)));
        }
        try {
            return ReportSigner.open(file, password.value(), Instant.now());
        } catch (ExplainedException e) {
            throw new ConfigException(List.of(Text.of("config.sign", job.file(), file, e.text())));
        }
    }
}
