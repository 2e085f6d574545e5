package org.greenaudit.portal.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.greenaudit.message.Messages;
import org.greenaudit.portal.desk.FindingQuery;
import org.springdoc.core.customizers.OpenApiLocaleCustomizer;

/** Says in the OpenAPI document what its routes cannot tell: what each is for, the filters of findings, tokens and problems. */
final class ApiWords implements OpenApiLocaleCustomizer {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_TYPE = "application/problem+json";

    /** Operations that take the filters of findings, and what else each takes. */
    private static final Map<String, List<String>> FILTERED =
            Map.of("findings", FindingApi.OF_PAGE, "csv", List.of(), "workbook", List.of());

    @Override
    public void customise(OpenAPI document, Locale locale) {
        Messages messages = Messages.in(locale);
        document.info(new Info()
                        .title(messages.get("portal.api.title"))
                        .description(messages.get("portal.api.description"))
                        .version("1"))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .tags(null);
        document.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(messages.get("portal.api.token")))
                .addSchemas(PROBLEM, problem());
        document.getServers().forEach(server -> server.description(null));
        Paths paths = new Paths();
        new TreeMap<>(document.getPaths()).forEach((path, item) -> paths.addPathItem(path.replace("{*", "{"), item));
        document.paths(paths);
        paths.values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .forEach(operation -> describe(operation, messages));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("field", new StringSchema());
    }

    private static void describe(Operation operation, Messages messages) {
        String id = operation.getOperationId();
        operation.summary(messages.get("portal.api.operation." + id)).tags(null);
        if (FILTERED.containsKey(id)) {
            Stream.concat(FindingQuery.ASKED.stream(), FILTERED.get(id).stream())
                    .map(name -> new Parameter()
                            .in("query")
                            .name(name)
                            .required(false)
                            .schema(new StringSchema()))
                    .forEach(operation::addParametersItem);
        }
        if (operation.getParameters() != null) {
            operation
                    .getParameters()
                    .forEach(parameter ->
                            parameter.description(messages.get("portal.api.parameter." + parameter.getName())));
        }
        ApiResponses responses = operation.getResponses();
        responses.forEach((status, response) -> response.description(messages.get("portal.api.answer")));
        responses.addApiResponse(
                "default",
                new ApiResponse()
                        .description(messages.get("portal.api.problem"))
                        .content(new Content()
                                .addMediaType(
                                        PROBLEM_TYPE,
                                        new MediaType()
                                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
    }
}
