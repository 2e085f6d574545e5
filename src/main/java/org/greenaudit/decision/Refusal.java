package org.greenaudit.decision;

import org.greenaudit.message.Text;

/** Why something may not be decided. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text why;

    private Refusal(Text why) {
        super(why.key());
        this.why = why;
    }

    /** In words for people, which the bundle has under {@code decision.refused}. */
    static Refusal of(String why, Object... particulars) {
        return new Refusal(Text.of("decision.refused." + why, particulars));
    }

    /** Refuses what does not hold. */
    static void unless(boolean holds, String why, Object... particulars) throws Refusal {
        if (!holds) {
            throw of(why, particulars);
        }
    }

    Text why() {
        return why;
    }
}
