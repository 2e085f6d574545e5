package org.greenaudit.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every judgement case and every goods name that may be looked at, to be judged as they stand and after a change. The
 * chain is that of the judgement cases.
 */
final class JudgedLines implements AutoCloseable {

    /** The cells that people write as text. */
    static final List<String> TEXTS = List.of("item_name", "category_name", "brand", "model", "spec");

    /** A change to a line; a line that it does not concern has no changed forms. */
    interface Change {
        Stream<JudgementCase> of(JudgementCase line);
    }

    /** Whether a line's verdict under a list may turn into another when the line is changed. */
    interface Law {
        boolean allows(Verdicts verdicts);
    }

    /**
     * A line before and after a change, and what it is told under one list.
     *
     * @param told the verdict in the words of the cases, or {@code not-applicable}
     * @param then the verdict after the change
     */
    record Verdicts(JudgementCase line, JudgementCase changed, String list, String told, String then) {

        boolean same() {
            return told.equals(then);
        }

        @Override
        public String toString() {
            return "%s%n  %s%n  %s: %s%n  then: %s".formatted(line, difference(line, changed), list, told, then);
        }
    }

    private final Path folder;
    private final CaseWorld world;
    private final List<JudgementCase> lines;
    private final List<Map<String, String>> judged;

    JudgedLines() throws IOException {
        folder = Files.createTempDirectory("greenaudit-lines-");
        world = new CaseWorld(folder);
        lines = Stream.concat(JudgementCase.all().stream(), GoodsNames.tuned().stream())
                .toList();
        judged = lines.stream().map(this::told).toList();
    }

    private JudgedLines(JudgedLines others, List<JudgementCase> lines) {
        folder = others.folder;
        world = others.world;
        this.lines = lines;
        judged = lines.stream().map(this::told).toList();
    }

    /** What a change makes of the lines; it replaces them. */
    JudgedLines each(Change change) {
        return new JudgedLines(this, lines.stream().flatMap(change::of).toList());
    }

    /** What a line is told, by list id. */
    Map<String, String> told(JudgementCase line) {
        return world.answer(line).told();
    }

    /** The lines on which a change leads from a verdict to one that the law does not allow, in words. */
    List<String> breaking(Law law, Change change) {
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            JudgementCase line = lines.get(i);
            Map<String, String> before = judged.get(i);
            change.of(line).filter(changed -> !changed.equals(line)).forEach(changed -> {
                Map<String, String> after = told(changed);
                before.forEach((list, told) -> {
                    Verdicts verdicts = new Verdicts(line, changed, list, told, after.getOrDefault(list, ""));
                    if (!law.allows(verdicts)) {
                        broken.add(verdicts.toString());
                    }
                });
            });
        }
        return broken;
    }

    private static String difference(JudgementCase line, JudgementCase changed) {
        return String.join(
                "; ",
                changed.cells().keySet().stream()
                        .sorted()
                        .filter(column -> !line.cell(column).equals(changed.cell(column)))
                        .map(column -> "%s “%s” → “%s”".formatted(column, line.cell(column), changed.cell(column)))
                        .toList());
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
