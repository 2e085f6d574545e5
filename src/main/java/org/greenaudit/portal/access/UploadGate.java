package org.greenaudit.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a form with files once its sender is known to be allowed to bring some, and before anything else looks for the form's
 * fields, which would read it too. Few are read at a time.
 */
final class UploadGate extends OncePerRequestFilter {

    /** Where files are wanted, and what it needs to bring one. */
    static final Map<String, Permission> PATHS =
            Map.of("/uploads", Permission.OPERATE, "/catalogs/registry", Permission.ADMINISTER);

    /** The parameter that tells the page of these paths why nothing was taken. */
    private static final String REFUSED = "?refused=";

    private static final int AT_ONCE = 3;

    private final Accounts accounts;
    private final AccessLog log;
    private final Semaphore reading = new Semaphore(AT_ONCE);

    UploadGate(Accounts accounts, AccessLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (!FormLimit.bringsFiles(request) || (mayBring(request, response) && read(request, response))) {
            next.doFilter(request, response);
        }
    }

    private boolean mayBring(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Account> account = AccessGate.account(accounts);
        if (account.isEmpty()) {
            response.sendRedirect(SecurityConfiguration.SIGN_IN);
        } else if (!account.get().role().may(PATHS.getOrDefault(request.getServletPath(), Permission.ADMINISTER))) {
            String asked = request.getMethod() + " " + request.getRequestURI();
            log.add(account.get().name(), request.getRemoteAddr(), AccessLog.Action.REFUSED, asked, false);
            // without a page, which would read the form
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (account.get().mustChange()) {
            response.sendRedirect(AccessGate.PASSWORD);
        } else {
            return true;
        }
        return false;
    }

    private boolean read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!reading.tryAcquire()) {
            response.sendRedirect(request.getServletPath() + REFUSED + "busy");
            return false;
        }
        try {
            request.getParts();
            return true;
        } catch (InvalidParameterException e) {
            boolean large = e.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            // what else it sends is not read
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.sendRedirect(request.getServletPath() + REFUSED + (large ? "large" : "broken"));
            return false;
        } catch (IOException | ServletException | RuntimeException e) {
            // no form, or its sender has gone
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return false;
        } finally {
            reading.release();
        }
    }
}
