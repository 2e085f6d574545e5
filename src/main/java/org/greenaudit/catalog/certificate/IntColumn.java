package org.greenaudit.catalog.certificate;

import java.util.ArrayList;
import java.util.List;

/** A growing column of ints in pieces of fixed size, so that growth copies nothing and wastes little. */
final class IntColumn {

    private static final int BITS = 12;
    private static final int MASK = (1 << BITS) - 1;

    private final List<int[]> pieces = new ArrayList<>();
    private int size;

    void add(int value) {
        if ((size & MASK) == 0) {
            pieces.add(new int[1 << BITS]);
        }
        pieces.get(size >>> BITS)[size & MASK] = value;
        size++;
    }

    int get(int index) {
        return pieces.get(index >>> BITS)[index & MASK];
    }

    int size() {
        return size;
    }
}
