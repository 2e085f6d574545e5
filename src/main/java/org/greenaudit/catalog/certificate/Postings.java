package org.greenaudit.catalog.certificate;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which certificates stand under which key, by the key's hash: one sorted long for each pair and a directory over the
 * hashes' leading bits, about 10 bytes a pair and constant time a look-up. The price: a look-up may also give
 * certificates of another key with the same 31 bits, so the caller checks what it gets; and it is built once.
 */
final class Postings {

    private final long[] pairs;
    private final int[] directory;
    private final int shift;

    private Postings(long[] pairs) {
        this.pairs = pairs;
        int bits = Math.max(1, 31 - Integer.numberOfLeadingZeros(Math.max(2, pairs.length / 2)));
        this.shift = 63 - bits;
        this.directory = new int[(1 << bits) + 1];
        int pair = 0;
        for (int bucket = 0; bucket < 1 << bits; bucket++) {
            directory[bucket] = pair;
            while (pair < pairs.length && pairs[pair] >>> shift == bucket) {
                pair++;
            }
        }
        directory[1 << bits] = pair;
    }

    /** Gives every certificate under a key of this hash, in ascending order, each once. */
    void forEach(long hash, IntConsumer certificate) {
        long wanted = hash >>> 33;
        int bucket = (int) ((wanted << 32) >>> shift);
        for (int i = directory[bucket]; i < directory[bucket + 1]; i++) {
            if (pairs[i] >>> 32 == wanted && (i == 0 || pairs[i] != pairs[i - 1])) {
                certificate.accept((int) pairs[i]);
            }
        }
    }

    /** Collects the pairs. */
    static final class Builder {

        private final IntColumn hashes = new IntColumn();
        private final IntColumn certificates = new IntColumn();

        /** Puts a certificate (a number from 0) under the key of this hash. */
        void add(long hash, int certificate) {
            hashes.add((int) (hash >>> 33));
            certificates.add(certificate);
        }

        /** The index of everything added. */
        Postings build() {
            long[] pairs = new long[hashes.size()];
            for (int i = 0; i < pairs.length; i++) {
                pairs[i] = (long) hashes.get(i) << 32 | certificates.get(i);
            }
            Arrays.sort(pairs);
            return new Postings(pairs);
        }
    }
}
