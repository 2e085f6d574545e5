package org.greenaudit.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.greenaudit.message.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Keeps the language that a visitor has chosen; what was chosen by TLS is sent by TLS alone. */
final class LanguageCookie implements LocaleResolver {

    private static final Duration KEPT = Duration.ofDays(365);

    private final CookieLocaleResolver plain = cookie(false);
    private final CookieLocaleResolver secure = cookie(true);

    private static CookieLocaleResolver cookie(boolean secure) {
        CookieLocaleResolver cookie = new CookieLocaleResolver("language");
        cookie.setDefaultLocale(Messages.CHINESE);
        cookie.setCookieMaxAge(KEPT);
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        cookie.setCookieSecure(secure);
        cookie.setRejectInvalidCookies(false);
        return cookie;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return plain.resolveLocale(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        (request.isSecure() ? secure : plain).setLocale(request, response, locale);
    }
}
