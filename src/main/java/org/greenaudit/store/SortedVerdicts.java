package org.greenaudit.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.greenaudit.file.SortedSpill;
import org.greenaudit.rules.Outcome;

/**
 * The verdicts of a run in the order of its report: by region, buyer code, buyer name, record and list, as UTF-8 bytes. An
 * index in that order would cost the database many times what the verdicts cost, since they are stored in another one.
 */
public final class SortedVerdicts implements Closeable {

    /** A verdict where it is stored, as the cells of its row. */
    record Placed(int partition, long seq, List<Object> cells) {

        Outcome outcome() {
            return Outcome.valueOf(cell("outcome"));
        }

        private String cell(String column) {
            return (String) cells.get(VerdictRow.place(column));
        }
    }

    /** What a verdict is sorted by. */
    private static final List<String> KEY = List.of("region_code", "buyer_code", "buyer_name", "record_id", "list_id");

    /** More than the columns of a verdict can hold. */
    private static final int LONGEST_ROW = 1 << 18;

    private final Map<Outcome, List<SortedSpill>> outcomes = new EnumMap<>(Outcome.class);

    /**
     * None yet.
     *
     * @param sorters how many {@link Sorter}s take them in
     */
    SortedVerdicts(Set<Outcome> outcomes, Path folder, int sorters) {
        for (Outcome outcome : outcomes) {
            this.outcomes.put(
                    outcome,
                    Stream.generate(() -> SortedSpill.shared(folder, sorters))
                            .limit(sorters)
                            .toList());
        }
    }

    /** Takes in some of the verdicts; used by one thread. */
    final class Sorter {

        private final int number;
        private final ByteBuffer row = ByteBuffer.allocate(LONGEST_ROW);

        /** The sorter of that number, from 0. */
        Sorter(int number) {
            this.number = number;
        }

        void add(Placed placed) throws IOException {
            List<SortedSpill> spills = outcomes.get(placed.outcome());
            if (spills == null) {
                return;
            }
            for (String part : KEY) {
                row.put(placed.cell(part).getBytes(StandardCharsets.UTF_8)).put((byte) 0);
            }
            row.putInt(placed.partition()).putLong(placed.seq());
            byte[] key = taken();
            VerdictRow.write(placed.cells(), row);
            spills.get(number).add(key, taken());
        }

        private byte[] taken() {
            byte[] bytes = Arrays.copyOf(row.array(), row.position());
            row.clear();
            return bytes;
        }

        /** Sorts them, when all are taken in. */
        void sort() throws IOException {
            for (List<SortedSpill> spills : outcomes.values()) {
                spills.get(number).sort();
            }
        }
    }

    /** Hands out the verdicts with these outcomes. */
    public void read(Set<Outcome> wanted, RowSink<StoredVerdict> sink) throws IOException {
        read(wanted, place -> true, sink);
    }

    /**
     * Hands out some of the verdicts with these outcomes.
     *
     * @param places which of them, by their place among all of these outcomes, from 0
     */
    public void read(Set<Outcome> wanted, IntPredicate places, RowSink<StoredVerdict> sink) throws IOException {
        int[] place = {0};
        read(wanted, new byte[0], new byte[] {(byte) 0xff}, row -> {
            if (places.test(place[0]++)) {
                sink.accept(verdict(row));
            }
        });
    }

    /** Hands out those of one region code, which may be empty. */
    public void read(Set<Outcome> wanted, String regionCode, RowSink<StoredVerdict> sink) throws IOException {
        read(
                wanted,
                (regionCode + '\0').getBytes(StandardCharsets.UTF_8),
                (regionCode + '\1').getBytes(StandardCharsets.UTF_8),
                row -> sink.accept(verdict(row)));
    }

    private static StoredVerdict verdict(SortedSpill.Row row) {
        return VerdictRow.verdict(VerdictRow.cells(ByteBuffer.wrap(row.value())));
    }

    @Override
    public void close() throws IOException {
        for (List<SortedSpill> spills : outcomes.values()) {
            for (SortedSpill spill : spills) {
                spill.close();
            }
        }
    }

    private void read(Set<Outcome> wanted, byte[] from, byte[] behind, RowSink<SortedSpill.Row> sink)
            throws IOException {
        Queue<SortedSpill.Cursor> sources =
                new PriorityQueue<>(Comparator.comparing(cursor -> cursor.peek().key(), Arrays::compareUnsigned));
        for (Outcome outcome : wanted) {
            for (SortedSpill spill : spills(outcome)) {
                SortedSpill.Cursor cursor = spill.between(from, behind);
                if (cursor.hasNext()) {
                    sources.add(cursor);
                }
            }
        }
        while (!sources.isEmpty()) {
            SortedSpill.Cursor first = sources.remove();
            sink.accept(first.take());
            if (first.hasNext()) {
                sources.add(first);
            }
        }
    }

    private List<SortedSpill> spills(Outcome outcome) {
        List<SortedSpill> spills = outcomes.get(outcome);
        if (spills == null) {
            throw new IllegalArgumentException("not sorted: " + outcome);
        }
        return spills;
    }
}
