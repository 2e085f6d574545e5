package org.greenaudit.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.greenaudit.message.Messages;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The two languages of the pages: Chinese, unless the visitor has switched to English. */
final class Languages {

    private static final Messages CHINESE = Messages.in(Messages.CHINESE);
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    private Languages() {}

    /** The words in which a request is answered. */
    static Messages of(HttpServletRequest request) {
        return RequestContextUtils.getLocale(request).getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? ENGLISH
                : CHINESE;
    }
}
