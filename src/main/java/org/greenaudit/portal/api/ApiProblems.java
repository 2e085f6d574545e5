package org.greenaudit.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.portal.desk.ApiPath;
import org.greenaudit.portal.desk.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What went wrong with a request for the API, as RFC 9457 has it: a title, what is wrong in words, and the field where there is one. */
public final class ApiProblems {

    /** What is wrong. */
    private record Fault(String field, Text text) {

        static Fault of(String field, String key, Object... args) {
            return new Fault(field, Text.of("portal.api." + key, args));
        }
    }

    private static final List<Integer> TITLED = List.of(400, 401, 403, 404, 405, 406, 409, 410, 411, 413, 415, 422);
    private static final int OTHER = 500;

    private final ErrorAttributes errors;

    ApiProblems(ErrorAttributes errors) {
        this.errors = errors;
    }

    /** The answer to the request that failed with this status. */
    public ResponseEntity<ProblemDetail> answer(HttpServletRequest request, HttpStatus status) {
        Messages messages = Languages.of(request);
        Optional<Fault> fault = fault(errors.getError(new ServletWebRequest(request)));
        ProblemDetail problem = of(request, status);
        fault.map(Fault::text)
                .filter(text -> !text.isNone())
                .map(messages::render)
                .ifPresent(problem::setDetail);
        fault.map(Fault::field)
                .filter(field -> !field.isEmpty())
                .ifPresent(field -> problem.setProperty("field", field));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** What a status alone says of a request. */
    static ProblemDetail of(HttpServletRequest request, HttpStatus status) {
        Messages messages = Languages.of(request);
        String key = "portal.api.problem." + (TITLED.contains(status.value()) ? status.value() : OTHER);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, messages.get(key));
        problem.setTitle(messages.get(key + ".title"));
        ApiPath.asked(request).map(ApiProblems::instance).ifPresent(problem::setInstance);
        return problem;
    }

    /** The path that was asked for, also where it is none. */
    private static URI instance(String path) {
        try {
            return new URI(path);
        } catch (URISyntaxException e) {
            return URI.create(UriUtils.encodePath(path, StandardCharsets.UTF_8));
        }
    }

    private static Optional<Fault> fault(@Nullable Throwable failure) {
        if (failure instanceof ApiProblem problem) {
            return Optional.of(new Fault(problem.field(), problem.detail()));
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return Optional.of(Fault.of(missing.getParameterName(), "missing", missing.getParameterName()));
        }
        if (failure instanceof MethodArgumentTypeMismatchException wrong) {
            return Optional.of(Fault.of(wrong.getName(), "wrong-kind", wrong.getName()));
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return Optional.of(unreadable(unreadable.getCause()));
        }
        return explained(failure).map(known -> new Fault("", Text.joined(known.texts())));
    }

    private static Fault unreadable(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return Fault.of(path(unknown), "unknown-field", path(unknown));
        }
        if (cause instanceof DatabindException wrong && !path(wrong).isEmpty()) {
            return Fault.of(path(wrong), "wrong-kind", path(wrong));
        }
        return Fault.of("", "malformed");
    }

    private static String path(JacksonException failure) {
        return failure.getPath().stream()
                .map(part ->
                        part.getPropertyName() == null ? "[" + part.getIndex() + "]" : "." + part.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** What has words for people, such as a job file that somebody broke while it was served. */
    public static Optional<ExplainedException> explained(@Nullable Object failure) {
        return Stream.iterate(
                        failure instanceof Throwable thrown ? thrown : null, Objects::nonNull, Throwable::getCause)
                .filter(ExplainedException.class::isInstance)
                .map(ExplainedException.class::cast)
                .findFirst();
    }
}
