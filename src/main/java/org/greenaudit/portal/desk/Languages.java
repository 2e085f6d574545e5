package org.greenaudit.portal.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.greenaudit.message.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The two languages of the server: Chinese, unless the visitor of a page has switched to English, or a program accepts English
 * rather.
 */
public final class Languages {

    private static final Messages CHINESE = Messages.in(Messages.CHINESE);
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);
    private static final List<String> KNOWN = List.of(Messages.CHINESE.getLanguage(), Locale.ENGLISH.getLanguage());

    private Languages() {}

    /** The words in which a request is answered. */
    public static Messages of(HttpServletRequest request) {
        String language = ApiPath.leads(request)
                ? accepted(request)
                : RequestContextUtils.getLocale(request).getLanguage();
        return language.equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : CHINESE;
    }

    private static String accepted(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            // the request would have the machine's
            return Messages.CHINESE.getLanguage();
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(KNOWN::contains)
                .findFirst()
                .orElse(Messages.CHINESE.getLanguage());
    }
}
