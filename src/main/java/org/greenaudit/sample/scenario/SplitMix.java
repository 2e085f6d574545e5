package org.greenaudit.sample.scenario;

/**
 * SplitMix64 (Steele, Lea, Flood 2014), written out so that the numbers of a seed stay the same on every Java version.
 * Not safe for several threads.
 */
public final class SplitMix {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public SplitMix(long seed) {
        this.state = mix(seed);
    }

    /** Starts again for one line of a seed, so that a line does not depend on the lines before it. */
    public void restart(long seed, long line) {
        state = mix(seed + line * GAMMA);
    }

    /** A number from 0 to bound − 1; the bound must be positive. The bias is below bound ÷ 2³². */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    private long next() {
        state += GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
