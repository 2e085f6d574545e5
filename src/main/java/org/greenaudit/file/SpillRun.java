package org.greenaudit.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.greenaudit.file.SortedSpill.Cursor;
import org.greenaudit.file.SortedSpill.Row;
import org.jspecify.annotations.Nullable;

/** Sorted rows in a file, packed in blocks. */
record SpillRun(FileChannel file, List<Block> blocks) {

    /** Bytes of rows that are packed and read together. */
    private static final int BLOCK = 64 << 10;

    /**
     * So many rows, packed.
     *
     * @param first the key of the first one
     * @param at where it begins in the file
     * @param packed its bytes there
     */
    record Block(byte[] first, long at, int packed) {}

    /** Writes rows, which come sorted, behind what the file holds. */
    static SpillRun write(Cursor rows, FileChannel to) throws IOException {
        Writer writer = new Writer(to);
        while (rows.hasNext()) {
            writer.add(rows.take());
        }
        return writer.end();
    }

    /** The rows from the block in which a key may be. */
    Cursor from(byte[] key) {
        return new Blocks(this, key, 0);
    }

    /** The rows of several runs, those of earlier ones first where keys are equal. */
    static Cursor merged(List<SpillRun> runs) throws IOException {
        return new Merged(runs);
    }

    private static final class Writer {

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

        SpillRun end() throws IOException {
            if (block.size() > 0) {
                flush();
            }
            return new SpillRun(to, blocks);
        }

        private void flush() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(BLOCK / 2);
            Deflater deflater = new Deflater(Deflater.BEST_SPEED);
            try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, BLOCK)) {
                block.writeTo(out);
            } finally {
                deflater.end();
            }
            long at = to.size();
            ByteBuffer left = ByteBuffer.wrap(packed.toByteArray());
            for (long next = at; left.hasRemaining(); ) {
                next += to.write(left, next);
            }
            blocks.add(new Block(first, at, packed.size()));
            block.reset();
        }
    }

    private static final class Merged implements Cursor {

        private final Queue<Blocks> sources = new PriorityQueue<>(
                Comparator.comparing((Blocks run) -> run.peek().key(), Arrays::compareUnsigned)
                        .thenComparingInt(run -> run.number));

        /** Whose row was taken last, and who may have another. */
        private @Nullable Blocks last;

        Merged(List<SpillRun> runs) throws IOException {
            for (int run = 0; run < runs.size(); run++) {
                offer(new Blocks(runs.get(run), new byte[0], run));
            }
        }

        private void offer(Blocks source) throws IOException {
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
            Blocks first = sources.remove();
            last = first;
            return first.take();
        }
    }

    private static final class Blocks implements Cursor {

        private final FileChannel from;
        private final List<Block> blocks;
        private final int number;
        private final List<Row> read = new ArrayList<>();
        private int block;
        private int next;

        Blocks(SpillRun run, byte[] from, int number) {
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
}
