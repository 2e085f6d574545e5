package org.greenaudit.assessment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.purchase.SetApart.Span;

/**
 * What the total lines of the sources say (合计, 小计), and the sums of the rows above them. Adding the sums of the
 * partitions gives those of the run, in any order, since each part keeps its place. Not safe for several threads.
 */
public final class TotalSums {

    private static final String NOTE = "assessment.total.";

    /** Differences told one by one. */
    private static final int MOST = 20;

    /**
     * Where a part begins.
     *
     * @param sourceNo the source's number
     * @param line the line of its first row
     */
    public record Place(int sourceNo, long line) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return sourceNo == other.sourceNo
                    ? Long.compare(line, other.line)
                    : Integer.compare(sourceNo, other.sourceNo);
        }
    }

    /**
     * Rows without a total between them, or a total line.
     *
     * @param span what a total line adds up; nothing for rows
     * @param purchases the amount of its purchases, rejected ones included, or of the total line, in fen
     * @param refunds the amount of its refunds below zero
     * @param returned the amount of its orders that were given back, as they were bought
     * @param cancelled the amount of its cancelled orders
     */
    public record Part(Span span, long purchases, long refunds, long returned, long cancelled) {

        private static final Part NONE = new Part(Span.NOTHING, 0, 0, 0, 0);

        private boolean total() {
            return span != Span.NOTHING;
        }

        private Part plus(Part other) {
            return new Part(
                    span,
                    purchases + other.purchases,
                    refunds + other.refunds,
                    returned + other.returned,
                    cancelled + other.cancelled);
        }

        /** Whether it comes to that amount, with or without what was given back or cancelled. */
        private boolean is(long fen) {
            for (long withRefunds : new long[] {purchases, purchases + refunds}) {
                for (long withReturned : new long[] {withRefunds, withRefunds + returned}) {
                    if (withReturned == fen || withReturned + cancelled == fen) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private final NavigableMap<Place, Part> parts = new TreeMap<>();

    /** Takes rows that follow each other in a source, in any order. */
    public void add(List<? extends Parsed> rows) {
        NavigableMap<Place, Part> totals = new TreeMap<>();
        for (Parsed row : rows) {
            if (row instanceof SetApart apart && apart.reason() == SetApart.Reason.TOTAL) {
                totals.put(place(row), new Part(apart.span(), row.amountFen(), 0, 0, 0));
            }
        }
        NavigableMap<Place, Part> open = new TreeMap<>();
        Map<Place, Place> firsts = new TreeMap<>();
        for (Parsed row : rows) {
            Place at = place(row);
            if (totals.containsKey(at)) {
                continue;
            }
            Place behind = totals.floorKey(at);
            Place segment = behind == null ? new Place(at.sourceNo(), 0) : behind;
            firsts.merge(segment, at, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            open.merge(segment, part(row), Part::plus);
        }
        open.forEach((segment, part) -> plus(firsts.getOrDefault(segment, segment), part));
        totals.forEach(this::plus);
    }

    private static Place place(Parsed row) {
        return new Place(row.ref().sourceNo(), row.ref().line());
    }

    private static Part part(Parsed row) {
        long fen = row.amountFen();
        if (row instanceof SetApart apart) {
            return switch (apart.reason()) {
                case REFUND -> new Part(Span.NOTHING, 0, Math.min(fen, 0), Math.max(fen, 0), 0);
                case CANCELLED -> new Part(Span.NOTHING, 0, 0, 0, fen);
                case NOTE, TOTAL -> Part.NONE;
            };
        }
        return new Part(Span.NOTHING, fen, 0, 0, 0);
    }

    /** Adds those of another partition. */
    public void add(TotalSums other) {
        other.parts.forEach(this::plus);
    }

    /** Takes a stored part back. */
    public void plus(Place place, Part part) {
        parts.merge(place, part, Part::plus);
    }

    /** Every part by its place. */
    public Map<Place, Part> parts() {
        return parts;
    }

    /**
     * Each total line with an amount against the rows above it: since the last total that spans as much or more, or since the
     * beginning. So 小计 is compared with the rows since any total, and 合计 with those of all 小计 above it. A total that
     * only says again what the one right above it said (合计（大写）) is as right as that one.
     *
     * @param names the names of the sources by number
     */
    public List<FeedNote> notes(List<String> names) {
        List<FeedNote> notes = new ArrayList<>();
        for (int sourceNo = 0; sourceNo < names.size(); sourceNo++) {
            notes.addAll(compared(sourceNo, names.get(sourceNo)));
        }
        return notes;
    }

    /** Whether a note is one of these, which speak of a source as a whole. */
    public static boolean isNote(FeedNote note) {
        return note.text().key().startsWith(NOTE);
    }

    private List<FeedNote> compared(int sourceNo, String name) {
        Part all = Part.NONE;
        Map<Span, Part> since = new EnumMap<>(Span.class);
        Part rightAbove = Part.NONE;
        boolean rightAboveEqual = false;
        List<String> equal = new ArrayList<>();
        List<FeedNote> notes = new ArrayList<>();
        for (Map.Entry<Place, Part> entry :
                parts.subMap(new Place(sourceNo, 0), new Place(sourceNo + 1, 0)).entrySet()) {
            Part part = entry.getValue();
            if (!part.total()) {
                all = all.plus(part);
                for (Span span : Span.values()) {
                    since.merge(span, part, Part::plus);
                }
                rightAbove = part;
                continue;
            }
            if (part.purchases() == 0) {
                continue;
            }
            Part below = since.getOrDefault(part.span(), Part.NONE);
            boolean again = rightAboveEqual && rightAbove.equals(part);
            rightAboveEqual = again || all.is(part.purchases()) || below.is(part.purchases());
            rightAbove = part;
            if (rightAboveEqual) {
                equal.add(String.valueOf(entry.getKey().line()));
            } else if (notes.size() < MOST) {
                notes.add(unequal(name, entry.getKey().line(), part, below, all));
            }
            since.keySet().removeIf(span -> span.compareTo(part.span()) <= 0);
        }
        if (!equal.isEmpty()) {
            String lines = String.join(", ", equal.subList(0, Math.min(MOST, equal.size())));
            notes.add(0, new FeedNote(false, Text.of(NOTE + "equal", name, equal.size(), lines)));
        }
        return notes;
    }

    /** Where no row lies between the two totals, the sum between them says nothing. */
    private static FeedNote unequal(String name, long line, Part total, Part since, Part all) {
        String says = yuan(total.purchases());
        return new FeedNote(
                true,
                since.equals(all) || since.equals(Part.NONE)
                        ? Text.of(NOTE + "unequal", name, line, says, yuan(all.purchases()))
                        : Text.of(
                                NOTE + "unequal-part",
                                name,
                                line,
                                says,
                                yuan(since.purchases()),
                                yuan(all.purchases())));
    }

    private static String yuan(long fen) {
        return Numbers.yuan(new Count(0, fen));
    }
}
