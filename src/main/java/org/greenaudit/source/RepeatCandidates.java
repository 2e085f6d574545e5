package org.greenaudit.source;

/**
 * Notes which record ids may occur twice, keeping only a 64-bit hash of each. An id that truly occurs
 * twice is always noted; one that only shares its hash is sorted out by reading the ids noted here once more.
 */
public final class RepeatCandidates {

    private final LongHashSet seen = new LongHashSet();
    private final LongHashSet repeated = new LongHashSet();

    /** Takes the next id; the empty id is none. */
    public void add(String id) {
        if (!id.isEmpty()) {
            long hash = hash(id);
            if (!seen.add(hash)) {
                repeated.add(hash);
            }
        }
    }

    /** Whether the id may occur twice. */
    public boolean mayRepeat(String id) {
        return !id.isEmpty() && repeated.contains(hash(id));
    }

    /** Whether no id occurs twice. */
    public boolean isEmpty() {
        return repeated.isEmpty();
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
