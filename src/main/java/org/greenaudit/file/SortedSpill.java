package org.greenaudit.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.greenaudit.message.FileTrouble;
import org.jspecify.annotations.Nullable;

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

    /** Bytes of rows that are packed and read together. */
    private static final int BLOCK = 64 << 10;

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

    private record Block(byte[] first, long at, int packed) {}

    /** Sorted blocks of a file. */
    private record Run(FileChannel file, List<Block> blocks) {}

    /** A file with runs of about one size: those of memory, or what {@link #MOST_RUNS} runs of the level below became. */
    private record Level(FileChannel file, List<Run> runs) {}

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
        Cursor found = levels.isEmpty()
                ? new Memory()
                : new Spilled(levels.get(0).runs().get(0), from);
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
        List<Run> runs = new ArrayList<>();
        for (Level level : levels) {
            runs.addAll(0, level.runs());
        }
        if (runs.size() > 1) {
            List<Level> merged = List.copyOf(levels);
            addTo(newLevel(), new Merged(runs));
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
        addTo(level, run);
        if (level.runs().size() == MOST_RUNS) {
            add(number + 1, new Merged(level.runs()));
            level.runs().clear();
            level.file().truncate(0);
        }
    }

    private Level newLevel() throws IOException {
        Level level = new Level(PrivateFiles.temporary(folder, ENDING), new ArrayList<>());
        levels.add(level);
        return level;
    }

    private void addTo(Level level, Cursor run) throws IOException {
        Writer writer = new Writer(level.file());
        while (run.hasNext()) {
            writer.add(run.take());
        }
        level.runs().add(new Run(level.file(), writer.end()));
    }

    /** Writes a run behind what the file holds. */
    private final class Writer {

        private final FileChannel to;
        private final List<Block> blocks = new ArrayList<>();
        private final ByteArrayOutputStream block = new ByteArrayOutputStream(BLOCK);
        private byte[] first = new byte[0];

        Writer(FileChannel to) {
            this.to = to;
        }

        void add(Row row) throws IOException {
            if (block.size() == 0) {
                first = row.key();
            }
            DataOutputStream out = new DataOutputStream(block);
            out.writeInt(row.key().length);
            out.write(row.key());
            out.writeInt(row.value().length);
            out.write(row.value());
            if (block.size() >= BLOCK) {
                flush();
            }
        }

        List<Block> end() throws IOException {
            if (block.size() > 0) {
                flush();
            }
            return blocks;
        }

        private void flush() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(BLOCK / 2);
            Deflater deflater = new Deflater(Deflater.BEST_SPEED);
            try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, BLOCK)) {
                block.writeTo(out);
            } finally {
                deflater.end();
            }
            try {
                long at = to.size();
                ByteBuffer left = ByteBuffer.wrap(packed.toByteArray());
                for (long next = at; left.hasRemaining(); ) {
                    next += to.write(left, next);
                }
                blocks.add(new Block(first, at, packed.size()));
            } catch (IOException e) {
                throw FileTrouble.at(folder, e);
            }
            block.reset();
        }
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

    /** The rows of several runs, those of earlier ones first where keys are equal. */
    private static final class Merged implements Cursor {

        private final Queue<Spilled> sources = new PriorityQueue<>(
                Comparator.comparing((Spilled run) -> run.peek().key(), Arrays::compareUnsigned)
                        .thenComparingInt(run -> run.number));

        /** Whose row was taken last, and who may have another. */
        private @Nullable Spilled last;

        Merged(List<Run> runs) throws IOException {
            for (int run = 0; run < runs.size(); run++) {
                offer(new Spilled(runs.get(run), new byte[0], run));
            }
        }

        private void offer(Spilled source) throws IOException {
            if (source.hasNext()) {
                sources.add(source);
            }
        }

        @Override
        public boolean hasNext() throws IOException {
            if (last != null) {
                offer(last);
                last = null;
            }
            return !sources.isEmpty();
        }

        @Override
        public Row peek() {
            return sources.element().peek();
        }

        @Override
        public Row take() {
            Spilled first = sources.remove();
            last = first;
            return first.take();
        }
    }

    /** The rows of a run from the block in which a key may be. */
    private static final class Spilled implements Cursor {

        private final FileChannel from;
        private final List<Block> blocks;
        private final int number;
        private final List<Row> read = new ArrayList<>();
        private int block;
        private int next;

        Spilled(Run run, byte[] from) {
            this(run, from, 0);
        }

        Spilled(Run run, byte[] from, int number) {
            this.from = run.file();
            this.blocks = run.blocks();
            this.number = number;
            // rows with this very key may begin in the block before
            int low = 0;
            int high = blocks.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (Arrays.compareUnsigned(blocks.get(middle).first(), from) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            this.block = Math.max(0, low - 1);
        }

        @Override
        public boolean hasNext() throws IOException {
            if (next == read.size() && block < blocks.size()) {
                load(blocks.get(block++));
            }
            return next < read.size();
        }

        @Override
        public Row peek() {
            return read.get(next);
        }

        @Override
        public Row take() {
            return read.get(next++);
        }

        private void load(Block wanted) throws IOException {
            read.clear();
            next = 0;
            ByteBuffer packed = ByteBuffer.allocate(wanted.packed());
            while (packed.hasRemaining() && from.read(packed, wanted.at() + packed.position()) >= 0) {
                // a read may bring less than is asked for
            }
            try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed.array()))) {
                ByteBuffer rows = ByteBuffer.wrap(in.readAllBytes());
                while (rows.hasRemaining()) {
                    byte[] key = bytes(rows);
                    read.add(new Row(key, bytes(rows)));
                }
            }
        }

        private static byte[] bytes(ByteBuffer from) {
            byte[] bytes = new byte[from.getInt()];
            from.get(bytes);
            return bytes;
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
