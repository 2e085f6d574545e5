package org.greenaudit.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A work that the audit and its peers do in turn, A B C A B C, so that each ratio is one of neighbours in time. */
final class Contest {

    private final String work;
    private final BenchData data;
    private final Contestant audit;
    private final List<Peer> peers = new ArrayList<>();

    /** A peer, and how many times its effort the audit is to take. */
    private record Peer(String name, String target, Contestant contestant) {}

    Contest(String work, BenchData data, Contestant audit) {
        this.work = work;
        this.data = data;
        this.audit = audit;
    }

    /** One more peer. */
    Contest against(String peer, String target, Contestant contestant) {
        peers.add(new Peer(peer, target, contestant));
        return this;
    }

    /** Lets all of them work so many times; a row for each peer. */
    List<Row> rows(int rounds) throws IOException, InterruptedException {
        if (peers.isEmpty()) {
            return List.of();
        }
        List<Row.Effort> own = new ArrayList<>();
        List<List<Row.Effort>> others = new ArrayList<>();
        peers.forEach(peer -> others.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            own.add(effort(audit));
            for (int i = 0; i < peers.size(); i++) {
                others.get(i).add(effort(peers.get(i).contestant()));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < peers.size(); i++) {
            rows.add(new Row(work, peers.get(i).name(), peers.get(i).target(), own, others.get(i)));
        }
        return rows;
    }

    /** Lets the audit work alone so many times. */
    Row row(int rounds, String target) throws IOException, InterruptedException {
        List<Row.Effort> own = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            own.add(effort(audit));
        }
        return new Row(work, "", target, own, List.of());
    }

    private Row.Effort effort(Contestant contestant) throws IOException, InterruptedException {
        Path folder = data.empty("run");
        return new Row.Effort(Run.of(contestant.process(folder), folder), contestant.done(folder));
    }
}
