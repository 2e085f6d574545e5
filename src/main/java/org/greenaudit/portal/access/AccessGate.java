package org.greenaudit.portal.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Lets a request reach what its visitor may do, and nothing else: what says of no method who may reach it is reached by nobody. */
public final class AccessGate implements HandlerInterceptor {

    /** The request's attribute that holds the visitor's account as it is now. */
    public static final String ACCOUNT = "org.greenaudit.account";

    /** Where a password is changed. */
    static final String PASSWORD = "/password";

    private final Accounts accounts;
    private final AccessLog log;

    /** A gate. */
    public AccessGate(Accounts accounts, AccessLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean notAsked = request.getDispatcherType() == DispatcherType.ERROR;
        Optional<Account> account = account(accounts);
        account.ifPresent(known -> request.setAttribute(ACCOUNT, known));
        if (notAsked || handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        Needs needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
        if (needs != null && needs.value() == Permission.NONE) {
            return true;
        }
        if (needs == null || account.isEmpty() || !account.get().role().may(needs.value())) {
            refused(request, account.map(Account::name).orElse(""));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        if (account.get().mustChange() && needs.value() != Permission.ACCOUNT) {
            UriComponentsBuilder page = UriComponentsBuilder.fromPath(PASSWORD);
            Optional<String> asked = SecurityConfiguration.asked(request);
            asked.ifPresent(to -> page.queryParam(SecurityConfiguration.TO, "{to}"));
            response.sendRedirect(page.encode().buildAndExpand(asked.orElse("")).toUriString());
            return false;
        }
        return true;
    }

    private void refused(HttpServletRequest request, String name) {
        String asked = request.getMethod() + " " + request.getRequestURI();
        log.add(name, request.getRemoteAddr(), AccessLog.Action.REFUSED, asked, false);
    }

    /** The account of whoever makes this request, as it is now. */
    static Optional<Account> account(Accounts accounts) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return Optional.ofNullable(authentication)
                .map(Authentication::getPrincipal)
                .filter(Visitor.class::isInstance)
                .map(Visitor.class::cast)
                .flatMap(visitor -> accounts.current(visitor.getUsername()).map(visitor::at));
    }
}
