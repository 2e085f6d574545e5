package org.greenaudit.portal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.greenaudit.job.AuditConfiguration;
import org.greenaudit.message.Messages;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Account;

/**
 * Who asks for a page, and in which language.
 *
 * @param account the account as it is now
 * @param messages the words of the language
 * @param address the address that the request came from
 */
record Visit(Account account, Messages messages, String address) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** What the account sees. */
    AccessScope scope() {
        return account.scope();
    }

    /** A time as people read it: to the minute, in the bureau's zone. */
    String time(Instant instant) {
        return TIME.format(instant.atZone(AuditConfiguration.ZONE));
    }

    /** The text of a message key. */
    String say(String key, Object... args) {
        return messages.get(key, args);
    }
}
