package org.greenaudit.portal;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Program;
import org.greenaudit.portal.access.AccessGate;
import org.greenaudit.portal.access.Account;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.Languages;
import org.greenaudit.portal.desk.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** What every page has around it: the way to the others, the visitor, the language, what was just done. */
public final class PageFrame implements HandlerInterceptor, HandlerMethodArgumentResolver {

    /** The attribute under which a redirected request is told what was done: a {@link Said}. */
    public static final String SAID = "said";

    /** The parameter that switches the language. */
    static final String LANGUAGE = "lang";

    /**
     * What a page says above everything else.
     *
     * @param text in the visitor's language
     * @param css {@code good} or {@code bad}
     */
    public record Said(String text, String css) {

        /** That something was done. */
        public static Said done(String text) {
            return new Said(text, "good");
        }

        /** That something was not done, and why. */
        public static Said refused(String text) {
            return new Said(text, "bad");
        }
    }

    /** A part of the pages. */
    private record Section(String href, String title, boolean here) {}

    /** Who reads the page. */
    private record Reader(String name, String role, List<String> scope) {}

    private static final List<String> FOR_ALL =
            List.of("overview", "findings", "questions", "units", "catalogs", "runs");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        HttpServletRequest servlet = Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
                .orElseThrow();
        Account account = account(servlet)
                .orElseThrow(() -> new IllegalStateException("no gate stands before " + servlet.getRequestURI()));
        return new Visit(account, Languages.of(servlet), servlet.getRemoteAddr());
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        Messages messages = Languages.of(request);
        String name = page.getViewName();
        Optional<Account> account = account(request);
        page.addObject("page", messages.get("portal.page." + name));
        page.addObject("say", (Mustache.Lambda) (key, out) ->
                out.write(Escapers.HTML.escape(messages.get(key.execute().strip()))));
        page.addObject("lang", messages.english() ? "en" : "zh-CN");
        page.addObject("otherLanguage", otherLanguage(request, messages));
        page.addObject("version", Program.VERSION);
        page.addObject("csrf", csrf(request));
        page.addObject(
                "reader",
                account
                        .map(one -> new Reader(
                                one.name(),
                                messages.get("portal.role." + one.role().id()),
                                scope(one)))
                        .stream()
                        .toList());
        page.addObject(
                "sections", account.map(one -> sections(one, name, messages)).orElse(List.of()));
        page.addObject(
                SAID,
                Optional.ofNullable(RequestContextUtils.getInputFlashMap(request))
                        .flatMap(flash -> Optional.ofNullable(flash.get(SAID)))
                        .or(() -> Optional.ofNullable(page.getModel().get(SAID)))
                        .stream()
                        .toList());
    }

    private static Optional<Account> account(HttpServletRequest request) {
        return Optional.ofNullable((Account) request.getAttribute(AccessGate.ACCOUNT));
    }

    private static List<String> scope(Account account) {
        return Stream.of(account.scope().regionPrefix(), account.scope().buyerCode())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static List<Section> sections(Account account, String page, Messages messages) {
        if (account.mustChange()) {
            // every other page leads back to the one for the password
            return List.of();
        }
        List<String> names = new ArrayList<>(FOR_ALL);
        if (account.role().may(Permission.OPERATE)) {
            names.add("uploads");
        }
        if (account.role().may(Permission.ADMINISTER)) {
            names.add("accounts");
        }
        return names.stream()
                .map(name -> new Section(
                        name.equals("overview") ? "/" : "/" + name,
                        messages.get("portal.page." + name),
                        name.equals(page)))
                .toList();
    }

    private static String csrf(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }

    /** The same page in the other language. */
    private static String otherLanguage(HttpServletRequest request, Messages messages) {
        UriComponentsBuilder same = UriComponentsBuilder.fromPath(request.getRequestURI());
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().forEach((name, values) -> same.queryParam(name, (Object[]) values));
        }
        return same.replaceQueryParam(LANGUAGE, messages.english() ? "zh-CN" : "en")
                .build()
                .encode()
                .toUriString();
    }
}
