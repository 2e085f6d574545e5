package org.greenaudit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares ratios with those of a record, a {@code benchmark.csv} of an earlier day that was kept. */
final class Guard {

    /** Machines and their neighbours differ; what the ratios of one run may differ by for that is less. */
    private static final double ALLOWED = 2;

    private static final int WORK = 0;
    private static final int PEER = 1;
    private static final int WALL = 2;
    private static final int CPU = 5;

    private final Map<String, String[]> recorded = new HashMap<>();

    /**
     * A guard with this record.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    Guard(Path csv) throws IOException {
        if (!Files.isRegularFile(csv)) {
            throw new IllegalArgumentException("bench.record: there is no file “" + csv + "”");
        }
        for (String line : Files.readAllLines(csv)) {
            // texts in quotes may hold commas
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            recorded.put(key(cells[WORK].replace("\"", ""), cells[PEER].replace("\"", "")), cells);
        }
    }

    /** The rows that got more than twice as slow against their peer, in words; one of a peer without a record is among them. */
    List<String> slower(List<Row> rows) {
        List<String> slower = new ArrayList<>();
        if (rows.stream().noneMatch(Row::compares)) {
            slower.add("nothing was measured that the record could be compared with");
        }
        for (Row row : rows) {
            if (!row.compares()) {
                continue;
            }
            String name = key(row.work(), row.peer());
            String[] before = recorded.get(name);
            if (before == null) {
                slower.add(name + ": not in the record");
            } else {
                check(name + ", wall time", row.wallRatio(), before[WALL], slower);
                check(name + ", processor time", row.cpuRatio(), before[CPU], slower);
            }
        }
        return slower;
    }

    private static void check(String name, Spread now, String before, List<String> slower) {
        double ratio = Double.parseDouble(before);
        if (now.median() > ALLOWED * ratio) {
            slower.add(String.format(Locale.ROOT, "%s: ratio %s, in the record %.2f", name, now, ratio));
        }
    }

    private static String key(String work, String peer) {
        return work + " against " + peer;
    }
}
