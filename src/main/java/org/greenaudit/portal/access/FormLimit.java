package org.greenaudit.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms and queries that are too large or none. Whoever read them first would take that for a fault of the program. Forms
 * with files are not read here: they are refused wherever no file is wanted, and else left to the {@link UploadGate}.
 */
final class FormLimit extends OncePerRequestFilter {

    private final Set<String> uploads;

    /**
     * A limit.
     *
     * @param uploads the paths to which files may be sent
     */
    FormLimit(Set<String> uploads) {
        this.uploads = uploads;
    }

    /** Whether a request brings files, or says so. */
    static boolean bringsFiles(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .filter(type -> type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/"))
                .isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (bringsFiles(request)) {
            boolean wanted = request.getMethod().equals(HttpMethod.POST.name())
                    && uploads.contains(request.getServletPath())
                    && request.getPathInfo() == null;
            if (wanted) {
                next.doFilter(request, response);
            } else {
                // without a page, which would read it
                response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            }
            return;
        }
        try {
            request.getParameterMap();
        } catch (InvalidParameterException e) {
            // without a page, which would read them again
            response.setStatus(e.getErrorCode());
            return;
        }
        next.doFilter(request, response);
    }
}
