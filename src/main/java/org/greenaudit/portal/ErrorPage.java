package org.greenaudit.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Messages;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a visitor reads who asked for what is not there, may not be seen, or could not be made: never an exception. */
@Controller
public class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    @Needs(Permission.NONE)
    String error(HttpServletRequest request, Model model) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        String key = status == null
                ? "other"
                : switch (status) {
                    case FORBIDDEN -> "forbidden";
                    case NOT_FOUND, METHOD_NOT_ALLOWED -> "missing";
                    case BAD_REQUEST, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> "wrong";
                    default -> "other";
                };
        Messages messages = Languages.of(request);
        model.addAttribute(
                "message",
                explained(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
                        .map(failure -> String.join(
                                " ",
                                failure.texts().stream().map(messages::render).toList()))
                        .orElseGet(() -> messages.get("portal.error." + key)));
        return "error";
    }

    /** What has words for people, such as a job file that somebody broke while it was served. */
    private static Optional<ExplainedException> explained(@Nullable Object failure) {
        return Stream.iterate(
                        failure instanceof Throwable thrown ? thrown : null, Objects::nonNull, Throwable::getCause)
                .filter(ExplainedException.class::isInstance)
                .map(ExplainedException.class::cast)
                .findFirst();
    }
}
