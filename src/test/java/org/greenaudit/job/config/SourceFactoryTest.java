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
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.job.Ask;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.csv.CsvSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a table's server comes from the environment. Nothing is connected here. */
class SourceFactoryTest {

    private static final CatalogSnapshot CATALOG =
            CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers());

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
    void aPasswordInThePlaceOfItsVariableIsNotShown() throws IOException {
        complete();
        environment.remove("GREENAUDIT_SOURCE_PASSWORD");
        Path job = dir.resolve("job.yaml");
        Files.writeString(job, Files.readString(job).replace("key: id", "key: id, password-variable: Hunter2"));
        assertThat(problems()).singleElement().satisfies(p -> {
            assertThat(p.key()).isEqualTo("config.secret-unset");
            assertThat(Messages.in(Locale.ENGLISH).render(p)).contains("source.password-variable", "_FILE");
            assertThat(p.args()).noneMatch(arg -> arg.contains("Hunter2"));
        });
    }

    @Test
    void filesNamedOnTheCommandLineNeedNoServer() throws IOException {
        Path feed = Files.createFile(dir.resolve("feed.csv"));
        AuditRequest asked = Ask.of(dir.resolve("job.yaml")).inputs(feed).request();
        RunSettings settings = RunSettings.of(asked, LocalDate.of(2026, 6, 30));
        assertThat(settings.source()).isEqualTo(CsvSettings.detected(List.of(feed.toString())));
        assertThat(new SourceFactory(this::variable, Path.of("target"), 0).of(settings, CATALOG))
                .isNotNull();
    }

    @Test
    void aCertificateColumnThatNoListHasIsAnErrorThatNamesThoseThereAre() throws IOException {
        complete();
        Files.writeString(
                dir.resolve("job.yaml"),
                "name: x\ncatalogs: [catalogs]\nsource: {type: mysql, table: t, key: id,"
                        + " columns: {eco_certificate_no: eco, ecco_certificate_no: eco2}}\n");
        assertThat(problems())
                .containsExactly(Text.of(
                        "config.certificate-column",
                        dir.resolve("job.yaml").toString(),
                        "source.columns",
                        "ecco_certificate_no",
                        "energy_certificate_no, eco_certificate_no"));
    }

    private void complete() {
        environment.put("GREENAUDIT_SOURCE_URL", "jdbc:mysql://db.example/procurement");
        environment.put("GREENAUDIT_SOURCE_USER", "reader");
        environment.put("GREENAUDIT_SOURCE_PASSWORD", "secret");
    }

    private PurchaseSource source() {
        AuditRequest request = Ask.of(dir.resolve("job.yaml")).request();
        RunSettings settings = RunSettings.of(request, LocalDate.of(2026, 6, 30));
        return new SourceFactory(this::variable, Path.of("target"), 0).of(settings, CATALOG);
    }

    private List<Text> problems() {
        return catchThrowableOfType(ConfigException.class, this::source).texts();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }
}
