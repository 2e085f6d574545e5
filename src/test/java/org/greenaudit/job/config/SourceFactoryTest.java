package org.greenaudit.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.job.Ask;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.source.PurchaseSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a table's server comes from the environment. Nothing is connected here. */
class SourceFactoryTest {

    @TempDir
    private Path dir;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void job() throws IOException {
        Files.createDirectories(dir.resolve("catalogs"));
        Files.writeString(
                dir.resolve("job.yaml"), "name: x\ncatalogs: [catalogs]\nsource: {type: mysql, table: t, key: id}\n");
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        assertThat(problems())
                .extracting(Text::key)
                .containsExactly("config.source-missing", "config.source-missing", "config.secret-missing");
    }

    @Test
    void theEnvironmentCanNameServerUserAndPassword() {
        complete();
        assertThat(source()).isNotNull();
    }

    @Test
    void aPasswordCanComeFromAFile() throws IOException {
        complete();
        environment.remove("GREENAUDIT_SOURCE_PASSWORD");
        environment.put(
                "GREENAUDIT_SOURCE_PASSWORD_FILE",
                Files.writeString(dir.resolve("pw"), "p w\n").toString());
        assertThat(source()).isNotNull();
    }

    @Test
    void aPasswordInTwoPlacesOrInAFileThatIsNotThereIsAnError() {
        complete();
        environment.put("GREENAUDIT_SOURCE_PASSWORD_FILE", dir.resolve("none").toString());
        assertThat(problems()).extracting(Text::key).containsExactly("config.secret-twice");
        environment.remove("GREENAUDIT_SOURCE_PASSWORD");
        assertThat(problems()).singleElement().satisfies(p -> assertThat(
                        Messages.in(Locale.ENGLISH).render(p))
                .contains("GREENAUDIT_SOURCE_PASSWORD_FILE", dir.resolve("none").toString()));
    }

    @Test
    void aLoginInTheAddressOfTheEnvironmentIsRefusedAndNotShown() {
        complete();
        environment.put("GREENAUDIT_SOURCE_URL", "jdbc:mysql://u:hunter2@h/d");
        assertThat(problems()).singleElement().satisfies(p -> {
            assertThat(p.key()).isEqualTo("config.url.holds-login");
            assertThat(p.args()).doesNotContain("jdbc:mysql://u:hunter2@h/d");
        });
    }

    @Test
    void filesNamedOnTheCommandLineNeedNoServer() throws IOException {
        Path feed = Files.createFile(dir.resolve("feed.csv"));
        AuditRequest asked = Ask.of(dir.resolve("job.yaml")).inputs(feed).request();
        RunSettings settings = RunSettings.of(JobConfigLoader.load(asked.jobFile()), asked, LocalDate.of(2026, 6, 30));
        assertThat(settings.source()).isEqualTo(JobConfig.Files.detected(List.of(feed.toString())));
        assertThat(new SourceFactory(this::variable, 0).of(settings, Map.of())).isNotNull();
    }

    private void complete() {
        environment.put("GREENAUDIT_SOURCE_URL", "jdbc:mysql://db.example/procurement");
        environment.put("GREENAUDIT_SOURCE_USER", "reader");
        environment.put("GREENAUDIT_SOURCE_PASSWORD", "secret");
    }

    private PurchaseSource source() {
        AuditRequest request = AuditRequest.of(dir.resolve("job.yaml"));
        RunSettings settings =
                RunSettings.of(JobConfigLoader.load(request.jobFile()), request, LocalDate.of(2026, 6, 30));
        return new SourceFactory(this::variable, 0).of(settings, Map.of());
    }

    private List<Text> problems() {
        return catchThrowableOfType(ConfigException.class, this::source).texts();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }
}
