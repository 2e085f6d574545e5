package org.greenaudit.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
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
        model.addAttribute("message", Languages.of(request).get("portal.error." + key));
        return "error";
    }
}
