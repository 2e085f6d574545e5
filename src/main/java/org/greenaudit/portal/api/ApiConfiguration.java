package org.greenaudit.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import org.greenaudit.portal.desk.Visit;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** The API, its problems and its description. */
@Configuration(proxyBeanMethods = false)
@Import({JobApi.class, RunApi.class, FindingApi.class, DecisionApi.class, ApiDescription.class})
public class ApiConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Visit.class);
    }

    @Bean
    ApiProblems apiProblems(ErrorAttributes errors) {
        return new ApiProblems(errors);
    }

    /** Behind Tomcat's own valve for what it refuses, which leaves alone what has been answered. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareRefusals(JsonMapper json) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new BareRefusals(json)));
    }

    @Bean
    ApiParameters apiParameters() {
        return new ApiParameters();
    }

    @Bean
    JsonMapperBuilderCustomizer emptyTexts() {
        return json -> json.withConfigOverride(
                String.class,
                texts -> texts.setInclude(JsonInclude.Value.construct(Include.NON_EMPTY, Include.NON_EMPTY)));
    }

    @Bean
    ApiWords apiWords() {
        return new ApiWords();
    }

    /** Calls fields as the answers do; those are written by another Jackson. */
    @Bean
    ModelResolver modelResolver(SpringDocConfigProperties properties) {
        ObjectMapper mapper = ObjectMapperProvider.createJson(properties);
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper).openapi31(true);
    }
}
