package org.greenaudit.portal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.ApiPath;
import org.greenaudit.portal.desk.Visit;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API's OpenAPI document, in the place of springdoc's own, which nobody would have to be allowed for. */
@RestController
final class ApiDescription extends OpenApiResource {

    private static final String HERE = "/";

    ApiDescription(
            ObjectFactory<OpenAPIService> documents,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(documents, requests, responses, operations, properties, providers, customizers);
    }

    @GetMapping(value = ApiPath.ROOT + "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.READ)
    String document(Visit visit, HttpServletRequest request) throws JsonProcessingException {
        return new String(openapiJson(request, "", visit.messages().locale()), StandardCharsets.UTF_8);
    }

    /** Not as the request names the host, which anybody can make up. */
    @Override
    protected String getServerUrl(HttpServletRequest request, String apiDocsUrl) {
        return HERE;
    }
}
