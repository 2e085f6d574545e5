package org.greenaudit.metrics;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.greenaudit.message.Text;
import org.greenaudit.settings.Secret;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

/**
 * Where metrics go, from the properties {@code greenaudit.metrics.*}; in the environment, {@code GREENAUDIT_METRICS_*}.
 * Without them nothing leaves the process.
 *
 * @param pushgateway {@code pushgateway-url}, {@code -username}, {@code -password} or {@code -password-file}, {@code
 *     -ca-file}
 * @param textfile {@code textfile}: a directory, or a {@code .prom} file in one
 * @param problems what is wrong with the configuration; when there is anything, the rest must not be used
 */
public record MetricsSettings(Optional<PushgatewaySettings> pushgateway, Optional<Path> textfile, List<Text> problems) {

    private static final String PREFIX = "greenaudit.metrics.";

    public MetricsSettings {
        problems = List.copyOf(problems);
    }

    /** Whether metrics are sent anywhere. */
    public boolean isPublishing() {
        return pushgateway.isPresent() || textfile.isPresent();
    }

    /** Reads the properties; a property that is absent or blank has no value. */
    public static MetricsSettings read(Function<String, Optional<String>> properties) {
        return new Reader(properties).read();
    }

    private static final class Reader {

        private final Function<String, Optional<String>> properties;
        private final List<Text> problems = new ArrayList<>();

        Reader(Function<String, Optional<String>> properties) {
            this.properties = properties;
        }

        MetricsSettings read() {
            Optional<PushgatewaySettings> gateway =
                    text("pushgateway-url").map(url -> new PushgatewaySettings(url(url), user(), authorities()));
            return new MetricsSettings(gateway, text("textfile").flatMap(path -> path("textfile", path)), problems);
        }

        private Optional<String> text(String key) {
            return properties.apply(PREFIX + key).filter(text -> !text.isBlank());
        }

        /** The address; it is never part of a message, because it may hold a password. */
        private String url(String text) {
            String url = text.strip().replaceFirst("/+$", "");
            try {
                URI uri = URI.create(url);
                boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
                    return url;
                }
            } catch (IllegalArgumentException notAnUrl) {
                // reported below
            }
            wrong("pushgateway-url", "@metrics.config.url");
            return "";
        }

        private Optional<PushgatewaySettings.User> user() {
            Optional<String> name = text("pushgateway-username");
            Secret password = Secret.of(
                    text("pushgateway-password"),
                    text("pushgateway-password-file"),
                    expected("pushgateway-password-file", "@metrics.config.password-once"),
                    (file, reason) -> expected("pushgateway-password-file", "@metrics.config.readable"));
            password.problem().ifPresent(problems::add);
            if (name.isEmpty() && !password.isMissing()) {
                wrong("pushgateway-username", "@metrics.config.username");
            }
            return name.map(user -> new PushgatewaySettings.User(user, password.value()));
        }

        /** Trust in the authorities of a file, such as those of a bureau's own network, and in no others. */
        private Optional<SSLContext> authorities() {
            return text("pushgateway-ca-file").flatMap(file -> {
                try {
                    PemSslStore trusted =
                            PemSslStore.of(PemContent.load(Path.of(file)).getCertificates(), null);
                    return Optional.of(
                            SslBundle.of(new PemSslStoreBundle(null, trusted)).createSslContext());
                } catch (IOException | IllegalStateException | InvalidPathException e) {
                    wrong("pushgateway-ca-file", "@metrics.config.pem");
                    return Optional.empty();
                }
            });
        }

        private Optional<Path> path(String key, String text) {
            try {
                Path path = Path.of(text);
                Path parent = path.toAbsolutePath().getParent();
                boolean read = path.toString().endsWith(Textfile.ENDING);
                if (Files.isDirectory(path) || (read && parent != null && Files.isDirectory(parent))) {
                    return Optional.of(path);
                }
            } catch (InvalidPathException noPath) {
                // reported below
            }
            wrong(key, "@metrics.config.textfile");
            return Optional.empty();
        }

        private void wrong(String key, String expected) {
            problems.add(expected(key, expected));
        }

        private static Text expected(String key, String expected) {
            return Text.of("metrics.config.wrong", PREFIX + key, expected);
        }
    }
}
