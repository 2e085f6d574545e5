package org.greenaudit.portal.desk;

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
public record Visit(Account account, Messages messages, String address) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** What the account sees. */
    public AccessScope scope() {
        return account.scope();
    }

    /** A time as people read it: to the minute, in the bureau's zone. */
    public String time(Instant instant) {
        return TIME.format(instant.atZone(AuditConfiguration.ZONE));
    }

    /** The text of a message key. */
    public String say(String key, Object... args) {
        return messages.get(key, args);
    }
}
