package org.greenaudit.portal.access;

import java.time.Instant;
import java.util.Optional;

/**
 * An account of a person, or of a program.
 *
 * @param id its number
 * @param name what it signs in as, and what its decisions are signed with
 * @param token whether it is a program's, which signs in with a token and has no session
 * @param role what it is for
 * @param scope what it sees
 * @param mustChange whether its password was given by somebody else and must be changed first
 * @param disabled whether it may no longer sign in
 * @param lockedUntil until when it may not sign in, after too many wrong passwords
 */
public record Account(
        long id,
        String name,
        boolean token,
        Role role,
        AccessScope scope,
        boolean mustChange,
        boolean disabled,
        Optional<Instant> lockedUntil) {

    /** The same with a password that need not be changed. */
    Account withOwnPassword() {
        return new Account(id, name, token, role, scope, false, disabled, lockedUntil);
    }

    /** Whether it may not sign in at that time. */
    public boolean isLocked(Instant now) {
        return lockedUntil.filter(now::isBefore).isPresent();
    }
}
