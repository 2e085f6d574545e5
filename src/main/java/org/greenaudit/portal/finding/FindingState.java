package org.greenaudit.portal.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a finding after it was reported. */
public enum FindingState {
    /** Nobody has decided about it. */
    OPEN,
    /** Somebody has; the next audit takes it into account. */
    DECIDED,
    /** A decision names it and does not apply: its facts have changed, or its last day is over. */
    STALE;

    /** The name in addresses and the API: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that name. */
    public static Optional<FindingState> of(String id) {
        return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
    }
}
