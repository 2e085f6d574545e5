package org.greenaudit.cli;

import org.greenaudit.job.AuditRequest;
import org.greenaudit.job.AuditResult;
import org.greenaudit.job.AuditService;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the Spring context, with its database and job, for the time of one audit. */
final class SpringAuditor implements Auditor {

    private final Class<?> configuration;

    SpringAuditor(Class<?> configuration) {
        this.configuration = configuration;
    }

    @Override
    public AuditResult audit(AuditRequest request) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(configuration)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run()) {
            return context.getBean(AuditService.class).run(request);
        }
    }
}
