package org.greenaudit.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.greenaudit.message.FileTrouble;

/**
 * Sorts more rows than memory holds: what is too much for it goes to a temporary file that has no name any more, so that
 * even a killed process leaves nothing behind. Rows are added first and read then, as often as wanted. Equal keys stay in
 * the order in which they were added. Several threads may read, one may add.
 */
public final class SortedSpill implements Closeable {

    /** Bytes of rows in memory, at which they are sorted and written. */
    private static final int BYTES_IN_MEMORY = 8 << 20;

    /** Where several sort at once, each has no less. */
    private static final int LEAST_BYTES_IN_MEMORY = 1 << 20;

    /** So many runs are merged at once at most, each of which takes a block of memory. */
    private static final int MOST_RUNS = 64;

    private static final String ENDING = ".sorted";

    /** What an object costs beside its bytes. */
    private static final int OVERHEAD = 64;

    /**
     * A row.
     *
     * @param key says its place by its bytes, as unsigned numbers
     * @param value what else it holds
     */
    public record Row(byte[] key, byte[] value) {}

    /** Goes over rows in their order. */
    public interface Cursor {

        /** Whether there is a next row. */
        boolean hasNext() throws IOException;

        /** The next row, without taking it. */
        Row peek();

        /** Takes the next row. */
        Row take();
    }

    /** A file with runs of about one size: those of memory, or what {@link #MOST_RUNS} runs of the level below became. */
    private record Level(FileChannel file, List<SpillRun> runs) {}

    private final Path folder;
    private final int bytesInMemory;
    private final List<Level> levels = new ArrayList<>();
    private List<Row> rows = new ArrayList<>();
    private int bytes;
    private boolean complete;
    private boolean sorted;

    /** An empty one, which writes to this folder where it must. */
    public SortedSpill(Path folder) {
        this(folder, BYTES_IN_MEMORY);
    }

    SortedSpill(Path folder, int bytesInMemory) {
        this.folder = folder;
        this.bytesInMemory = bytesInMemory;
    }

    /** One of so many that sort at once and share the memory of one. */
    public static SortedSpill shared(Path folder, int sharers) {
        return new SortedSpill(folder, Math.max(BYTES_IN_MEMORY / sharers, LEAST_BYTES_IN_MEMORY));
    }

    /** Adds a row. */
    public void add(byte[] key, byte[] value) throws IOException {
        if (complete) {
            throw new IllegalStateException("rows are being read");
        }
        rows.add(new Row(key, value));
        bytes += key.length + value.length + OVERHEAD;
        if (bytes >= bytesInMemory) {
            spill();
        }
    }

    /** Every row. */
    public Cursor all() throws IOException {
        return between(new byte[0], new byte[] {(byte) 0xff});
    }

    /** The rows from a key up to another one, which is not among them. */
    public Cursor between(byte[] from, byte[] behind) throws IOException {
        sort();
        Cursor found =
                levels.isEmpty() ? new Memory() : levels.get(0).runs().get(0).from(from);
        while (found.hasNext() && Arrays.compareUnsigned(found.peek().key(), from) < 0) {
            found.take();
        }
        return new Until(found, behind);
    }

    @Override
    public void close() throws IOException {
        for (Level level : levels) {
            level.file().close();
        }
    }

    /** Sorts the rows, of which there are no more to come; whoever reads first does it where nobody did before. */
    public synchronized void sort() throws IOException {
        if (sorted) {
            return;
        }
        if (complete) {
            throw new IllegalStateException("the rows could not be sorted");
        }
        complete = true;
        if (levels.isEmpty()) {
            sortMemory();
        } else {
            sortFiles();
        }
        sorted = true;
    }

    private void sortFiles() throws IOException {
        spill();
        List<SpillRun> runs = new ArrayList<>();
        for (Level level : levels) {
            runs.addAll(0, level.runs());
        }
        if (runs.size() > 1) {
            List<Level> merged = List.copyOf(levels);
            add(newLevel(), SpillRun.merged(runs));
            for (Level level : merged) {
                level.file().close();
            }
            levels.removeAll(merged);
        }
    }

    private void sortMemory() {
        rows.sort(Comparator.comparing(Row::key, Arrays::compareUnsigned));
    }

    private void spill() throws IOException {
        sortMemory();
        add(0, new Memory());
        rows = new ArrayList<>();
        bytes = 0;
    }

    /** Adds a run to a level, which becomes one run of the next when it is full. */
    private void add(int number, Cursor run) throws IOException {
        Level level = number == levels.size() ? newLevel() : levels.get(number);
        add(level, run);
        if (level.runs().size() == MOST_RUNS) {
            add(number + 1, SpillRun.merged(level.runs()));
            level.runs().clear();
            level.file().truncate(0);
        }
    }

    private void add(Level level, Cursor run) throws IOException {
        try {
            level.runs().add(SpillRun.write(run, level.file()));
        } catch (IOException e) {
            throw FileTrouble.at(folder, e);
        }
    }

    private Level newLevel() throws IOException {
        Level level = new Level(PrivateFiles.temporary(folder, ENDING), new ArrayList<>());
        levels.add(level);
        return level;
    }

    /** The sorted rows that never left memory. */
    private final class Memory implements Cursor {

        private int next;

        @Override
        public boolean hasNext() {
            return next < rows.size();
        }

        @Override
        public Row peek() {
            return rows.get(next);
        }

        @Override
        public Row take() {
            return rows.get(next++);
        }
    }

    /** The rows before a key. */
    private record Until(Cursor rows, byte[] behind) implements Cursor {

        @Override
        public boolean hasNext() throws IOException {
            return rows.hasNext() && Arrays.compareUnsigned(rows.peek().key(), behind) < 0;
        }

        @Override
        public Row peek() {
            return rows.peek();
        }

        @Override
        public Row take() {
            return rows.take();
        }
    }
}
