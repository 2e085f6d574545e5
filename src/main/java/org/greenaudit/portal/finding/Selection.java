package org.greenaudit.portal.finding;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import org.greenaudit.assessment.Count;
import org.greenaudit.store.StoredVerdict;

/**
 * Some findings of a run in an order, page by page. A page begins behind or ends before a finding, which need not be selected
 * itself: one that was decided meanwhile, and is open no more, still tells where the next page begins.
 */
public final class Selection {

    /**
     * Some of the findings.
     *
     * @param rows the findings
     * @param before how many selected ones stand before them
     */
    public record Page(List<FindingRow> rows, int before) {}

    private final FindingIndex index;
    private final FindingStates states;
    private final IntPredicate inScope;
    private final IntToLongFunction key;
    private final long[] keys;
    private final Count count;

    /**
     * A selection.
     *
     * @param inScope the places that may be known of at all
     * @param key says where a place stands in the order; its lower half is the place itself
     * @param keys those of the selected findings, in ascending order
     */
    Selection(FindingIndex index, FindingStates states, IntPredicate inScope, IntToLongFunction key, long[] keys) {
        this.index = index;
        this.states = states;
        this.inScope = inScope;
        this.key = key;
        this.keys = keys;
        this.count = new Count(
                keys.length,
                Arrays.stream(keys).map(each -> index.amount((int) each)).sum());
    }

    /** The run's findings, of which these are some. */
    FindingIndex index() {
        return index;
    }

    /** How many there are, and their amount. */
    public Count count() {
        return count;
    }

    /**
     * Those behind a finding; from the first on where none is named, or one that is not in the scope.
     *
     * @param place the finding's place in the run
     * @param most how many at most
     */
    public Page behind(OptionalInt place, int most) {
        int from = 0;
        if (place.isPresent() && isKnown(place.getAsInt())) {
            int found = Arrays.binarySearch(keys, key.applyAsLong(place.getAsInt()));
            from = found < 0 ? -found - 1 : found + 1;
        }
        return page(from, Math.min(most, keys.length - from));
    }

    /** Those right before a finding, at most so many, in the same order; none where it is not in the scope. */
    public Page before(int place, int most) {
        int to = 0;
        if (isKnown(place)) {
            int found = Arrays.binarySearch(keys, key.applyAsLong(place));
            to = found < 0 ? -found - 1 : found;
        }
        int from = Math.max(0, to - most);
        return page(from, to - from);
    }

    private boolean isKnown(int place) {
        return place >= 0 && place < index.size() && inScope.test(place);
    }

    private Page page(int from, int size) {
        return new Page(
                Arrays.stream(keys, from, from + size)
                        .mapToObj(each -> index.row((int) each, states))
                        .toList(),
                from);
    }

    /** Takes findings one by one. */
    public interface Reader {

        /**
         * Takes a finding.
         *
         * @param row as a list shows it
         * @param verdict as it is stored
         */
        void accept(FindingRow row, StoredVerdict verdict) throws IOException;
    }

    /** Hands out all of them in the order of the report, whatever their order here. */
    public void read(Reader reader) throws IOException {
        BitSet places = places();
        int[] next = {places.nextSetBit(0)};
        index.read(places::get, verdict -> {
            reader.accept(index.row(next[0], states), verdict);
            next[0] = places.nextSetBit(next[0] + 1);
        });
    }

    /** The places of all of them. */
    BitSet places() {
        BitSet places = new BitSet(index.size());
        for (long each : keys) {
            places.set((int) each);
        }
        return places;
    }
}
