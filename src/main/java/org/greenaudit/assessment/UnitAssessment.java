package org.greenaudit.assessment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.greenaudit.catalog.Duty;

/**
 * The assessment of one buying unit: a row of {@code buyers.csv}. Advisory lines have a count of their own and enter no
 * other. A line counts once for each list it is in.
 *
 * @param buyer the unit
 * @param regionName its region's name
 * @param lists the indicator of each list that it bought from
 * @param duties the indicator of each duty that it had, mandatory or priority
 * @param recyclable in-scope lines of listed items of which there are recycled products
 * @param recycled of those, recycled products
 * @param advisory in-list lines under an advisory duty
 * @param repeatViolations see {@link UnitHistory#repeatViolations}
 * @param oldestOpenDays days from the earliest contract date of an open violation to the audit date, if any is open
 * @param score 0…100 with one decimal; empty when not graded
 * @param grade {@code A}, {@code B}, {@code C} or {@code D}; empty when not graded
 */
public record UnitAssessment(
        BuyerKey buyer,
        String regionName,
        Map<String, Indicator> lists,
        Map<Duty, Indicator> duties,
        Count recyclable,
        Count recycled,
        Count advisory,
        long repeatViolations,
        Optional<Long> oldestOpenDays,
        Optional<BigDecimal> score,
        Optional<String> grade) {

    /** The indicator of a list. */
    public Indicator list(String listId) {
        return lists.getOrDefault(listId, Indicator.EMPTY);
    }

    /** The indicator of a duty. */
    public Indicator duty(Duty duty) {
        return duties.getOrDefault(duty, Indicator.EMPTY);
    }

    /** Everything under a mandatory or priority duty. */
    public Count inScope() {
        return sum(Indicator::inScope);
    }

    /** In-scope lines that could not be decided. */
    public Count undetermined() {
        return sum(Indicator::undetermined);
    }

    /** Exempted lines. */
    public Count exempt() {
        return sum(Indicator::exempt);
    }

    private Count sum(Function<Indicator, Count> part) {
        return Count.sum(duties.values().stream().map(part).toList());
    }
}
