package org.greenaudit.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.greenaudit.message.Messages;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.api.ApiProblems;
import org.greenaudit.portal.desk.ApiPath;
import org.greenaudit.portal.desk.Languages;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What a visitor reads who asked for what is not there, may not be seen, or could not be made: never an exception. A program is
 * told the same as a problem.
 */
@Controller
public class ErrorPage implements ErrorController {

    private final ApiProblems problems;

    ErrorPage(ApiProblems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Needs(Permission.NONE)
    Object error(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (code == null) {
            // asked for as if it were a page
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        if (ApiPath.leads(request)) {
            return problems.answer(request, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
        }
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
                ApiProblems.explained(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
                        .map(failure -> String.join(
                                " ",
                                failure.texts().stream().map(messages::render).toList()))
                        .orElseGet(() -> messages.get("portal.error." + key)));
        return "error";
    }
}
