package org.greenaudit.source.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A window that slides over a file: the scanner works on its bytes in place, and nothing is copied but the rest of a
 * row when the window moves on. Each byte is read once.
 */
final class ByteWindow implements Closeable {

    /** Small enough to stay in the processor's cache. */
    private static final int CAPACITY = 256 * 1024;

    private final FileChannel channel;
    private final ByteObserver observer;
    private byte[] bytes;
    private int limit;
    private long base;
    private boolean ended;

    /** A window whose first byte is the file's byte at that position. */
    ByteWindow(Path file, long position, ByteObserver observer) throws IOException {
        this(file, position, observer, CAPACITY);
    }

    /** The same with room for that many bytes at first, at least 1. */
    ByteWindow(Path file, long position, ByteObserver observer, int capacity) throws IOException {
        this.bytes = new byte[capacity];
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.observer = observer;
        this.base = position;
        try {
            channel.position(position);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The bytes; valid from 0 to {@link #limit()}. Another array after {@link #fill}. */
    byte[] bytes() {
        return bytes;
    }

    /** One past the last valid byte. */
    int limit() {
        return limit;
    }

    /** The position in the file of the byte at that index. */
    long position(int index) {
        return base + index;
    }

    /**
     * Moves the bytes from {@code keep} on to the window's beginning and reads more behind them.
     *
     * @return whether there was more
     */
    boolean fill(int keep) throws IOException {
        if (keep > 0) {
            System.arraycopy(bytes, keep, bytes, 0, limit - keep);
            base += keep;
            limit -= keep;
        }
        if (ended) {
            return false;
        }
        if (limit == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int read = channel.read(ByteBuffer.wrap(bytes, limit, bytes.length - limit));
        if (read <= 0) {
            ended = true;
            return false;
        }
        observer.accept(bytes, limit, read);
        limit += read;
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
