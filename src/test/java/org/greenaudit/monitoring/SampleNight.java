package org.greenaudit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.GreenAudit;
import org.greenaudit.job.Ask;
import org.greenaudit.job.AuditResult;
import org.greenaudit.job.config.AuditRequest;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A night of the sample's job.
 *
 * @param date the audit date
 * @param reports the folder of its reports, in English
 */
record SampleNight(LocalDate date, Path reports) {

    /** The first of two audit dates. */
    static final LocalDate EARLIER = LocalDate.of(2026, 5, 31);

    /** The second, with a month of purchases more. */
    static final LocalDate LATER = LocalDate.of(2026, 6, 30);

    /**
     * Audits the sample as of a date.
     *
     * @param out the folder for reports
     * @param properties further settings of the machine, such as {@code --spring.datasource.url=…}
     */
    static SampleNight audit(LocalDate date, Path out, String... properties) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(GreenAudit.class)
                .web(WebApplicationType.NONE)
                .run(properties)) {
            AuditResult result = Ask.audit(
                    context,
                    new AuditRequest(
                            Path.of("jobs", "sample.yaml"),
                            Optional.empty(),
                            List.of(),
                            Optional.of(date),
                            Optional.of(LocalDate.of(2026, 1, 1)),
                            Optional.of(date),
                            List.of(),
                            Optional.of(out),
                            Optional.of(Locale.ENGLISH),
                            false,
                            false));
            assertThat(result.failure()).isEmpty();
            assertThat(result.status()).isEqualTo(AuditResult.Status.COMPLETED);
            return new SampleNight(date, result.reportDir().orElseThrow());
        }
    }

    ReportRows rows(String file) {
        return ReportRows.of(reports, file);
    }
}
