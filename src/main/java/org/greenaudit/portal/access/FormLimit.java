package org.greenaudit.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses forms and queries that are too large or none. Whoever read them first would take that for a fault of the program. */
final class FormLimit extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        try {
            request.getParameterMap();
        } catch (InvalidParameterException e) {
            // without a page, which would read them again
            response.setStatus(e.getErrorCode());
            if (request.getRequestURI().startsWith("/api/")) {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getWriter()
                        .write("{\"title\":\"%s\",\"status\":%d}"
                                .formatted(HttpStatus.valueOf(e.getErrorCode()).getReasonPhrase(), e.getErrorCode()));
            }
            return;
        }
        next.doFilter(request, response);
    }
}
