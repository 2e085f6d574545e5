package org.greenaudit.portal.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.greenaudit.job.AuditConfiguration;
import org.greenaudit.job.AuditResult;
import org.greenaudit.job.AuditResult.Status;
import org.greenaudit.job.AuditService;
import org.greenaudit.job.config.AuditRequest;
import org.greenaudit.job.config.NightSchedule;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RunSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A real audit as a night on the embedded database, which is written between statements while the night's row is locked. */
@Tag("slow")
class EmbeddedNightTest {

    private static final Instant DUE = Instant.parse("2026-06-29T18:30:00Z");
    private static final Nights.Scheduled JOB = new Nights.Scheduled(
            "my-bureau",
            NightSchedule.of("30 2 * * *", ZoneId.of("Asia/Shanghai")).orElseThrow());

    @TempDir
    private Path folder;

    private final List<AuditResult> results = new ArrayList<>();

    @Test
    void aNightIsAuditedWhileItsRowIsLockedAndIsNotRunAgainByTheNextProcess() {
        try (ConfigurableApplicationContext program = program()) {
            NightStore store = new NightStore(program.getBean(DataSource.class));
            store.runUpTo("my-bureau", DUE.minusSeconds(3600));
            runIfDue(program, store);
            assertThat(results).extracting(AuditResult::status).containsExactly(Status.COMPLETED);
            assertThat(results.get(0).run().orElseThrow().auditDate()).isEqualTo(LocalDate.of(2026, 6, 30));
        }
        try (ConfigurableApplicationContext program = program()) {
            NightStore store = new NightStore(program.getBean(DataSource.class));
            assertThat(store.runUpTo("my-bureau")).contains(DUE);
            runIfDue(program, store);
            assertThat(results).hasSize(1);
        }
    }

    private void runIfDue(ConfigurableApplicationContext program, NightStore store) {
        new NightRunner(
                        store,
                        (job, date) -> {
                            assertThat(store.claim(job)).as("while it is run").isEmpty();
                            AuditResult result = program.getBean(AuditService.class)
                                    .run(RunSettings.of(request(date), date), ProgressListener.NONE);
                            assertThat(store.claim(job)).as("while it is run").isEmpty();
                            results.add(result);
                            return result;
                        },
                        Clock.fixed(DUE.plusSeconds(60), AuditConfiguration.ZONE),
                        () -> false)
                .runIfDue(JOB);
    }

    private AuditRequest request(LocalDate date) {
        return new AuditRequest(
                Path.of("jobs", "example", "my-bureau.yaml"),
                Optional.empty(),
                List.of(),
                Optional.of(date),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(folder.resolve("reports")),
                Optional.empty(),
                false,
                false);
    }

    private ConfigurableApplicationContext program() {
        return new SpringApplicationBuilder(AuditConfiguration.class)
                .run("--greenaudit.data-dir=" + folder.resolve("data"), "--logging.level.root=off");
    }
}
