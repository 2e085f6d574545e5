package org.greenaudit.hostile;

import java.util.Map;
import java.util.TreeMap;

/** Lines and fen by what must become of them: {@code read}, {@code rejected} (which are read too), {@code total} and so on. */
public final class Tally {

    /** Every row that is not set apart. */
    public static final String READ = "read";

    /** Rows that cannot be read. */
    public static final String REJECTED = "rejected";

    /**
     * So many lines and what they are worth.
     *
     * @param lines how many
     * @param fen their sum, of those amounts that can be read
     */
    public record Sum(long lines, long fen) {

        static final Sum NONE = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(lines + other.lines, fen + other.fen);
        }
    }

    private final Map<String, Sum> sums = new TreeMap<>();

    /** Adds a purchase that is to be judged. */
    void purchase(long fen) {
        add(READ, fen);
    }

    /** Adds a row that is to be rejected. */
    void rejected(long fen) {
        add(READ, fen);
        add(REJECTED, fen);
    }

    /** Adds a row that is to be set apart. */
    void apart(String reason, long fen) {
        add(reason, fen);
    }

    private void add(String what, long fen) {
        sums.merge(what, new Sum(1, fen), Sum::plus);
    }

    /** Adds all of another tally. */
    public void add(Tally other) {
        other.sums.forEach((what, sum) -> sums.merge(what, sum, Sum::plus));
    }

    /** The sum under a name. */
    public Sum of(String what) {
        return sums.getOrDefault(what, Sum.NONE);
    }

    /** All rows, but for blank ones. */
    public long rows() {
        return sums.entrySet().stream()
                .filter(each -> !each.getKey().equals(REJECTED))
                .mapToLong(each -> each.getValue().lines())
                .sum();
    }

    @Override
    public String toString() {
        return sums.toString();
    }
}
