package org.greenaudit.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A row of the benchmark: a work that the audit did several times, alone or in turn with a peer.
 *
 * @param work what was done
 * @param peer who did the same in turn; empty where the audit did it alone
 * @param target what is to be reached
 * @param own the audit's runs
 * @param peers the peer's runs, one for each of the audit's; none where the audit did it alone
 */
record Row(String work, String peer, String target, List<Effort> own, List<Effort> peers) {

    /** A run, and by how much of the work its effort is divided before it is compared. */
    record Effort(Run run, double done) {}

    /** How many times the peer's wall time the audit took. */
    Spread wallRatio() {
        return ratio(Run::wallSeconds);
    }

    /** How many times the peer's processor time the audit took. */
    Spread cpuRatio() {
        return ratio(Run::cpuSeconds);
    }

    private Spread ratio(ToDoubleFunction<Run> effort) {
        return Spread.of(IntStream.range(0, own.size())
                .mapToDouble(i -> share(own.get(i), effort) / share(peers.get(i), effort)));
    }

    private static double share(Effort effort, ToDoubleFunction<Run> seconds) {
        return seconds.applyAsDouble(effort.run()) / effort.done();
    }

    /** Whether it has a ratio. */
    boolean compares() {
        return !peers.isEmpty();
    }

    /** The audit's own figures. */
    Spread own(ToDoubleFunction<Run> figure) {
        return Spread.of(own.stream().map(Effort::run).mapToDouble(figure));
    }
}
