package org.greenaudit.portal.catalog;

import java.nio.file.Path;
import java.time.Clock;
import org.greenaudit.portal.desk.ServedJobs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages of catalogs need. */
@Configuration(proxyBeanMethods = false)
class CatalogRoomConfiguration {

    @Bean
    PresentCatalogs presentCatalogs(ServedJobs jobs) {
        return new PresentCatalogs(jobs);
    }

    @Bean
    RegistryChecks registryChecks(
            ServedJobs jobs, PresentCatalogs catalogs, @Value("${greenaudit.data-dir}") Path data, Clock clock) {
        return new RegistryChecks(jobs, catalogs, data, clock);
    }
}
