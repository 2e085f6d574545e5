package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What an audit starts, however much the server brings into the jar. */
class AuditContextTest {

    @Test
    void anAuditStartsNothingOfTheServer(@TempDir Path folder) {
        try (ConfigurableApplicationContext context =
                new SpringApplicationBuilder(AuditConfiguration.class).run("--greenaudit.data-dir=" + folder)) {
            assertThat(Stream.of(context.getBeanDefinitionNames())
                            .map(context.getBeanFactory()::getType)
                            .map(String::valueOf))
                    .contains("class " + AuditService.class.getName())
                    .noneMatch(type -> type.contains("springdoc")
                            || type.contains("swagger")
                            || type.contains("springframework.web")
                            || type.contains("springframework.security"));
        }
    }
}
