package org.greenaudit.sample;

import java.util.Optional;
import org.greenaudit.catalog.Duty;
import org.greenaudit.matching.Question;
import org.greenaudit.rules.Outcome;

/**
 * What the audit must find for a line under one list, given the generated certificates as a complete registry and the
 * sample's catalog overlay.
 *
 * @param outcome the outcome; empty when the line lies outside the list
 * @param rule the primary rule of a violation, else empty
 * @param question the question of an undetermined line
 * @param duty the duty; empty outside the list
 * @param entryId the list row; empty when outside the list or when several rows would do
 */
public record ExpectedVerdict(
        Optional<Outcome> outcome, String rule, Optional<Question> question, Optional<Duty> duty, String entryId) {

    /** Outside the list. */
    public static final ExpectedVerdict OUTSIDE =
            new ExpectedVerdict(Optional.empty(), "", Optional.empty(), Optional.empty(), "");

    /** A certificate covers it. */
    static ExpectedVerdict compliant(Listing listing) {
        return listing.listed() ? of(Outcome.COMPLIANT, "", Optional.empty(), listing) : OUTSIDE;
    }

    /** An exemption or justification. */
    static ExpectedVerdict exempt(Listing listing) {
        return listing.listed() ? of(Outcome.EXEMPT, "", Optional.empty(), listing) : OUTSIDE;
    }

    /** A defect of that number. */
    static ExpectedVerdict defect(Listing listing, int number) {
        return of(Outcome.VIOLATION, listing.letter() + number, Optional.empty(), listing);
    }

    /** An integrity rule. */
    static ExpectedVerdict integrity(Listing listing, String rule) {
        return of(Outcome.VIOLATION, rule, Optional.empty(), listing);
    }

    /** An open question. */
    static ExpectedVerdict open(Listing listing, Question question) {
        return of(Outcome.UNDETERMINED, "", Optional.of(question), listing);
    }

    /** The same for a buyer who is only encouraged. */
    ExpectedVerdict advisory() {
        return duty.isEmpty()
                ? this
                : new ExpectedVerdict(outcome, rule, question, Optional.of(Duty.ADVISORY), entryId);
    }

    /** The same where several rows would do. */
    ExpectedVerdict anyEntry() {
        return new ExpectedVerdict(outcome, rule, question, duty, "");
    }

    private static ExpectedVerdict of(Outcome outcome, String rule, Optional<Question> question, Listing listing) {
        Duty duty = listing.starred() ? Duty.MANDATORY : Duty.PRIORITY;
        return new ExpectedVerdict(Optional.of(outcome), rule, question, Optional.of(duty), listing.entryId());
    }
}
