package org.greenaudit.rules.certificate;

import java.util.Locale;

/** What a compliant verdict rests on. */
public enum Evidence {
    /** A certificate that the buyer cites and the registry confirms. */
    CITED,
    /** A certificate that the buyer does not cite and the registry holds for this brand and model. */
    REGISTRY,
    /** The buyer's word: a cited number, and no registry to check it against. */
    DECLARED,
    /** A person's decision. */
    DECIDED,
    /** None: the verdict is not a compliant one. */
    NONE;

    /** The name in files: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
