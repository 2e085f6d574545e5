package org.greenaudit.report.html;

import org.greenaudit.assessment.BuyerKey;

/** Where the figures of a page lead to: places of a report's files, or pages of the server. Empty where there is nothing. */
public interface PageLinks {

    /** They lead nowhere. */
    PageLinks NONE = new PageLinks() {};

    /**
     * The violations.
     *
     * @param rule of that rule alone; empty for all
     */
    default String violations(String rule) {
        return "";
    }

    /** The violations of a duty, by its id. */
    default String violationsOf(String duty) {
        return violations("");
    }

    /**
     * The open questions.
     *
     * @param question those of that id alone; empty for all
     */
    default String questions(String question) {
        return "";
    }

    /** The violations that the previous run did not have. */
    default String newViolations() {
        return "";
    }

    /** The rows that could not be read. */
    default String rejected() {
        return "";
    }

    /** What was found in a region. */
    default String region(String regionCode) {
        return "";
    }

    /** What a unit is assessed by. */
    default String unit(BuyerKey unit) {
        return "";
    }

    /** All regions, where a page shows the first of them; empty where it shows all. */
    default String regions() {
        return "";
    }
}
