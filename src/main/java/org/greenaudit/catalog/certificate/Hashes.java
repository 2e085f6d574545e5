package org.greenaudit.catalog.certificate;

/** 64-bit hashes of texts, good enough to be cut to any part of their bits. */
final class Hashes {

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hashes() {}

    /** The hash of some texts in their order; where one ends and the next begins counts. */
    static long of(CharSequence... texts) {
        long hash = SEED;
        for (CharSequence text : texts) {
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * PRIME;
            }
            hash = (hash ^ 0x1f) * PRIME;
        }
        return spread(hash);
    }

    private static long spread(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xbf58476d1ce4e5b9L;
        return mixed ^ (mixed >>> 32);
    }
}
