package org.greenaudit.portal.desk;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where the API is; everything else is pages. */
public final class ApiPath {

    /** The API's root. */
    public static final String ROOT = "/api/v1";

    private static final String ALL = "/api";

    private ApiPath() {}

    /** Whether a request, or the one that failed where this tells of an error, is for the API. */
    public static boolean leads(HttpServletRequest request) {
        return asked(request)
                .filter(path -> path.equals(ALL) || path.startsWith(ALL + "/"))
                .isPresent();
    }

    /** The path of a request, or of the one that failed where this tells of an error, as it came; of what is no request, none. */
    public static Optional<String> asked(HttpServletRequest request) {
        return Optional.ofNullable(
                        request.getDispatcherType() == DispatcherType.ERROR
                                ? request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)
                                : request.getRequestURI())
                .map(Object::toString);
    }
}
