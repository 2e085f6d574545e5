package org.greenaudit.rules;

import java.util.List;
import java.util.Locale;

/**
 * What a person's decision did to a line under one list.
 *
 * @param decision the decision's number
 * @param listId the list
 * @param state whether it applied
 * @param without the outcome without it, an {@link Outcome} id or {@value #OUTSIDE}
 * @param with the outcome as it stands
 * @param changed the canonical headers of the facts that are no longer those it was made on
 */
public record DecisionUse(
        long decision, String listId, State state, String without, String with, List<String> changed) {

    /** The outcome of a line outside the list. */
    public static final String OUTSIDE = "outside";

    /** Whether a decision applied. */
    public enum State {
        /** It applied. */
        APPLIED,
        /** The facts that it was made on have changed. */
        STALE,
        /** Its last day is over. */
        EXPIRED;

        /** The name in files and metrics: lower case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DecisionUse {
        changed = List.copyOf(changed);
    }
}
