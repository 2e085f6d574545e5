package org.greenaudit.job;

import java.util.Optional;

/**
 * How one try to carry out an order ended.
 *
 * @param result what came of it
 * @param transientFailure whether another try may succeed
 * @param session the database session that held the job's lock, if there was one
 */
record AuditAttempt(AuditResult result, boolean transientFailure, Optional<Long> session) {

    /** One that no other is to follow. */
    static AuditAttempt last(AuditResult result) {
        return new AuditAttempt(result, false, Optional.empty());
    }
}
