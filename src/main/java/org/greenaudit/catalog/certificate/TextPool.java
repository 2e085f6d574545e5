package org.greenaudit.catalog.certificate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts without repetition as UTF-8 in byte pieces, numbered 0, 1, 2 … in the order of their arrival, and found again
 * in constant time. A text costs its bytes and about 16 more, where a String in a map costs about 130; reading one
 * makes a new String.
 */
final class TextPool {

    /** No such text. */
    static final int ABSENT = -1;

    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;

    private final List<byte[]> pieces = new ArrayList<>();
    private final IntColumn ends = new IntColumn();
    private final IntColumn hashes = new IntColumn();
    private int[] slots = new int[64];

    int size() {
        return ends.size();
    }

    /** The text's number; a new one when it was not there. */
    int intern(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int hash = (int) Hashes.of(text);
        int slot = slotOf(bytes, hash);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        int id = size();
        append(bytes);
        hashes.add(hash);
        slots[slot] = id + 1;
        if (2 * size() > slots.length) {
            grow();
        }
        return id;
    }

    /** The text's number, or {@link #ABSENT}. */
    int find(String text) {
        return slots[slotOf(text.getBytes(StandardCharsets.UTF_8), (int) Hashes.of(text))] - 1;
    }

    /** The text of that number. */
    String get(int id) {
        int start = start(id);
        byte[] bytes = new byte[ends.get(id) - start];
        int done = 0;
        while (done < bytes.length) {
            int offset = (start + done) & MASK;
            int count = Math.min(bytes.length - done, MASK + 1 - offset);
            System.arraycopy(pieces.get((start + done) >>> BITS), offset, bytes, done, count);
            done += count;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether the text of that number begins so. */
    boolean startsWith(int id, byte[] beginning) {
        int start = start(id);
        return ends.get(id) - start >= beginning.length && holdsAt(start, beginning);
    }

    private int start(int id) {
        return id == 0 ? 0 : ends.get(id - 1);
    }

    private int slotOf(byte[] bytes, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && !holds(slots[slot] - 1, bytes, hash)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean holds(int id, byte[] bytes, int hash) {
        if (hashes.get(id) != hash) {
            return false;
        }
        int start = start(id);
        return ends.get(id) - start == bytes.length && holdsAt(start, bytes);
    }

    private boolean holdsAt(int start, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (pieces.get((start + i) >>> BITS)[(start + i) & MASK] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private void append(byte[] bytes) {
        int end = size() == 0 ? 0 : ends.get(size() - 1);
        int newEnd = Math.addExact(end, bytes.length);
        for (byte b : bytes) {
            if (end >>> BITS == pieces.size()) {
                pieces.add(new byte[1 << BITS]);
            }
            pieces.get(end >>> BITS)[end & MASK] = b;
            end++;
        }
        ends.add(newEnd);
    }

    private void grow() {
        int[] wider = new int[2 * slots.length];
        int mask = wider.length - 1;
        for (int id = 0; id < size(); id++) {
            int slot = hashes.get(id) & mask;
            while (wider[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            wider[slot] = id + 1;
        }
        slots = wider;
    }
}
