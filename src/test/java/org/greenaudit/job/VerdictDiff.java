package org.greenaudit.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What changed between two reports, told by rule and outcome. */
final class VerdictDiff {

    private static final int EXAMPLES = 3;

    private VerdictDiff() {}

    /**
     * The verdicts that appeared, disappeared or changed, a line for each rule and outcome.
     *
     * @return no line when both hold the same verdicts
     */
    static List<String> between(Map<String, String> before, Map<String, String> after) {
        SortedMap<String, String> was = verdicts(before);
        SortedMap<String, String> is = verdicts(after);
        SortedMap<String, List<String>> changes = new TreeMap<>();
        TreeSet<String> lines = new TreeSet<>(was.keySet());
        lines.addAll(is.keySet());
        for (String line : lines) {
            String old = was.getOrDefault(line, "nothing");
            String now = is.getOrDefault(line, "nothing");
            if (!old.equals(now)) {
                changes.computeIfAbsent(old + " → " + now, key -> new ArrayList<>())
                        .add(line);
            }
        }
        return changes.entrySet().stream()
                .map(change -> change.getKey() + ": " + change.getValue().size() + " (" + examples(change.getValue()))
                .toList();
    }

    private static String examples(List<String> lines) {
        String some = String.join("; ", lines.subList(0, Math.min(EXAMPLES, lines.size())));
        return some + (lines.size() > EXAMPLES ? "; …)" : ")");
    }

    /** Violations and undetermined lines: what a line is under a list. */
    private static SortedMap<String, String> verdicts(Map<String, String> files) {
        SortedMap<String, String> verdicts = new TreeMap<>();
        for (String file : List.of("violations.csv", "undetermined.csv")) {
            for (Map<String, String> row : ReportFiles.rows(files.getOrDefault(file, ""), ReportFiles.VERDICT)) {
                String what = row.get("rule_code").isEmpty() ? row.get("message") : row.get("rule_code");
                verdicts.put(
                        row.get("record_id") + " " + row.get("list"),
                        row.get("outcome") + " " + what + " " + row.get("duty"));
            }
        }
        return verdicts;
    }
}
