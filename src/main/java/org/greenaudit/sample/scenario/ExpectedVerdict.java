package org.greenaudit.sample.scenario;

/**
 * What the audit must find for a line under one list, given the generated certificates as a complete registry and the
 * sample's catalog overlay. All values are the identifiers that the audit's files use, written out here again, so
 * that the expectation does not depend on the code that judges.
 *
 * @param outcome the outcome; empty when the line lies outside the list
 * @param rule the primary rule of a violation, or the integrity rule that asks, else empty
 * @param question the question of an undetermined line, else empty
 * @param duty the duty; empty outside the list or when several rows are right
 * @param entryId the list row; empty outside the list or when several rows are right
 */
public record ExpectedVerdict(String outcome, String rule, String question, String duty, String entryId) {

    /** Outside the list. */
    public static final ExpectedVerdict OUTSIDE = new ExpectedVerdict("", "", "", "", "");

    /** A certificate covers it. */
    static ExpectedVerdict compliant(Listing listing) {
        return listing.listed() ? of("compliant", "", "", listing) : OUTSIDE;
    }

    /** An exemption or justification. */
    static ExpectedVerdict exempt(Listing listing) {
        return listing.listed() ? of("exempt", "", "", listing) : OUTSIDE;
    }

    /** A defect of that number. */
    static ExpectedVerdict defect(Listing listing, int number) {
        return violation(listing, listing.letter() + number);
    }

    /** A violation of that rule. */
    static ExpectedVerdict violation(Listing listing, String rule) {
        return of("violation", rule, "", listing);
    }

    /** An open question, by its identifier. */
    static ExpectedVerdict open(Listing listing, String question) {
        return of("undetermined", "", question, listing);
    }

    /** An open question that an integrity rule asks. */
    static ExpectedVerdict open(Listing listing, String question, String rule) {
        return of("undetermined", rule, question, listing);
    }

    /** The same for a buyer who is only encouraged. */
    ExpectedVerdict advisory() {
        return outcome.isEmpty() ? this : new ExpectedVerdict(outcome, rule, question, "advisory", entryId);
    }

    /** The same where several rows, perhaps of different duties, are right. */
    ExpectedVerdict anyEntry() {
        return new ExpectedVerdict(outcome, rule, question, "", "");
    }

    private static ExpectedVerdict of(String outcome, String rule, String question, Listing listing) {
        return new ExpectedVerdict(
                outcome, rule, question, listing.starred() ? "mandatory" : "priority", listing.entryId());
    }
}
