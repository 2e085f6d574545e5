package org.greenaudit.portal.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.message.Text;
import org.greenaudit.portal.desk.ApiPath;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a request for the API with a parameter that its route does not take, or with one given twice, so that nobody takes the
 * answer to another question for the one that was asked. A route that reads all parameters by itself knows which it takes.
 */
public final class ApiParameters implements HandlerInterceptor {

    ApiParameters() {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() == DispatcherType.REQUEST
                && ApiPath.leads(request)) {
            Optional<Set<String>> taken = taken(method);
            request.getParameterMap().forEach((name, values) -> {
                if (taken.filter(names -> !names.contains(name)).isPresent()) {
                    throw ApiProblem.of(HttpStatus.BAD_REQUEST, name, Text.of("portal.api.unknown-parameter", name));
                }
                if (values.length > 1) {
                    throw ApiProblem.of(HttpStatus.BAD_REQUEST, name, Text.of("portal.api.twice", name));
                }
            });
        }
        return true;
    }

    /** The names of the parameters that a method takes; none where it reads them by itself. */
    private static Optional<Set<String>> taken(HandlerMethod method) {
        Set<Parameter> asked = Stream.of(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .collect(Collectors.toSet());
        return asked.stream().anyMatch(parameter -> parameter.getType() == Map.class)
                ? Optional.empty()
                : Optional.of(asked.stream().map(ApiParameters::name).collect(Collectors.toSet()));
    }

    private static String name(Parameter parameter) {
        String given = parameter.getAnnotation(RequestParam.class).name();
        return given.isEmpty() ? parameter.getName() : given;
    }
}
