package org.greenaudit.source;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.greenaudit.file.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * Notes which record ids may occur twice, keeping only a 64-bit hash of each: of a million ids in memory, of more in a
 * temporary file, where one can be had. An id that truly occurs twice is always noted; one that only shares its hash is
 * sorted out by reading the ids noted here once more. All ids are added before the first is asked for. Used by one thread.
 */
public final class RepeatCandidates implements Closeable {

    private static final int IN_MEMORY = 1 << 20;

    /** The hashes of each of these spans are compared at a time. */
    private static final int SPANS = 1 << 8;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private int inMemory;
    private final LongHashSet repeated = new LongHashSet();
    /** Where each span begins in the sorted hashes of each run in the file; every run but the last is of the same size. */
    private final List<int[]> runs = new ArrayList<>();

    private long[] hashes = new long[1 << 10];
    private int count;
    private boolean compared;
    private @Nullable FileChannel file;

    /** No ids yet; a temporary file in this folder, which is made where it is missing, takes what is too much for memory. */
    public RepeatCandidates(Path folder) {
        this(folder, IN_MEMORY);
    }

    RepeatCandidates(Path folder, int inMemory) {
        this.folder = folder;
        this.inMemory = inMemory;
    }

    /**
     * Takes the next id; the empty id is none.
     *
     * @throws UncheckedIOException when the file cannot be written on
     */
    public void add(String id) {
        if (compared) {
            throw new IllegalStateException("ids have been asked for");
        }
        if (id.isEmpty()) {
            return;
        }
        if (count == inMemory && hasFile()) {
            spill();
        }
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.min(inMemory, 2 * count));
        }
        hashes[count++] = hash(id);
    }

    /** Who only looks at feeds need not be able to write: without a file all stay in memory. */
    private boolean hasFile() {
        if (file == null) {
            try {
                file = PrivateFiles.temporary(folder, ".ids");
            } catch (IOException none) {
                inMemory = Integer.MAX_VALUE;
            }
        }
        return file != null;
    }

    /** Whether the id may occur twice. */
    public boolean mayRepeat(String id) {
        compare();
        return !id.isEmpty() && repeated.contains(hash(id));
    }

    /**
     * Whether no id occurs twice.
     *
     * @throws UncheckedIOException when the file cannot be written or read
     */
    public boolean isEmpty() {
        compare();
        return repeated.isEmpty();
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void compare() {
        if (compared) {
            return;
        }
        compared = true;
        if (runs.isEmpty()) {
            note(hashes, count);
        } else {
            spill();
            for (int span = 0; span < SPANS; span++) {
                long[] alike = ofSpan(span);
                note(alike, alike.length);
            }
        }
        hashes = new long[0];
    }

    private void note(long[] numbers, int to) {
        Arrays.sort(numbers, 0, to);
        for (int i = 1; i < to; i++) {
            if (numbers[i] == numbers[i - 1]) {
                repeated.add(numbers[i]);
            }
        }
    }

    private void spill() {
        Arrays.sort(hashes, 0, count);
        int[] starts = new int[SPANS + 1];
        for (int i = 0; i < count; i++) {
            starts[spanOf(hashes[i]) + 1] = i + 1;
        }
        for (int span = 1; span <= SPANS; span++) {
            starts[span] = Math.max(starts[span], starts[span - 1]);
        }
        try {
            FileChannel out = Objects.requireNonNull(file);
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
            for (int i = 0; i < count; i++) {
                buffer.putLong(hashes[i]);
                if (!buffer.hasRemaining() || i == count - 1) {
                    buffer.flip();
                    while (buffer.hasRemaining()) {
                        out.write(buffer);
                    }
                    buffer.clear();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs.add(starts);
        count = 0;
    }

    /** The hashes of a span of all runs. */
    private long[] ofSpan(int span) {
        int all = runs.stream()
                .mapToInt(starts -> starts[span + 1] - starts[span])
                .reduce(0, Math::addExact);
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(all, Long.BYTES));
        for (int run = 0; run < runs.size(); run++) {
            int[] starts = runs.get(run);
            read(bytes, (long) run * inMemory + starts[span], starts[span + 1] - starts[span]);
        }
        long[] alike = new long[all];
        bytes.flip().asLongBuffer().get(alike);
        return alike;
    }

    private void read(ByteBuffer into, long from, int numbers) {
        int to = into.position() + numbers * Long.BYTES;
        long at = from * Long.BYTES;
        into.limit(to);
        try {
            FileChannel in = Objects.requireNonNull(file);
            while (into.hasRemaining()) {
                int read = in.read(into, at);
                if (read < 0) {
                    throw new EOFException();
                }
                at += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        into.limit(into.capacity());
    }

    private static int spanOf(long hash) {
        // in the order of signed numbers
        return (int) (hash >> (Long.SIZE - Byte.SIZE)) + SPANS / 2;
    }

    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
