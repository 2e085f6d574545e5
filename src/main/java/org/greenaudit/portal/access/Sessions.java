package org.greenaudit.portal.access;

import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;

/** Ends people's sessions at this server: the next request of an ended one is nobody's. */
final class Sessions {

    /** In the place of a session's id: all of them. */
    static final String NONE = "";

    private final SessionRegistry registry;

    Sessions(SessionRegistry registry) {
        this.registry = registry;
    }

    /**
     * Ends an account's sessions.
     *
     * @param kept the id of one that goes on; {@link #NONE} for none
     */
    void end(Account account, String kept) {
        registry.getAllSessions(new Visitor(account), false).stream()
                .filter(session -> !session.getSessionId().equals(kept))
                .forEach(SessionInformation::expireNow);
    }
}
