package org.greenaudit.portal.desk;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Where the API is; everything else is pages. */
public final class ApiPath {

    /** The API's root. */
    public static final String ROOT = "/api/v1";

    private static final String ALL = "/api/";

    private ApiPath() {}

    /** Whether a request, or the one that failed where this tells of an error, is for the API. */
    public static boolean leads(HttpServletRequest request) {
        return asked(request).startsWith(ALL);
    }

    private static String asked(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                ? String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                : request.getRequestURI();
    }
}
