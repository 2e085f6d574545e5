package org.greenaudit.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The outlets that the configuration of this machine asks for. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

    /** Where metrics go. */
    @Bean
    MetricsSettings metricsSettings(Environment environment) {
        return MetricsSettings.read(key -> Optional.ofNullable(environment.getProperty(key)));
    }

    /** What Prometheus may scrape from this process. */
    @Bean
    PublishedMetrics publishedMetrics() {
        return new PublishedMetrics();
    }

    /** Publishes metrics through every outlet. */
    @Bean
    MetricsPublisher metricsPublisher(
            MetricsSettings settings, PublishedMetrics published, ObjectProvider<PublishedJobs> jobs) {
        List<MetricsOutlet> outlets = new ArrayList<>(List.of(published));
        if (settings.problems().isEmpty()) {
            settings.textfile().map(Textfile::new).ifPresent(outlets::add);
            settings.pushgateway()
                    .map(gateway -> new Pushgateway(gateway, pause -> Thread.sleep(pause.toMillis())))
                    .ifPresent(outlets::add);
        }
        return new MetricsPublisher(outlets, jobs.getIfAvailable(() -> job -> true));
    }
}
