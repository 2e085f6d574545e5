package org.greenaudit.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What files are called in reports: their names, with as many folders before them as it takes to tell them apart. */
public final class SourceNames {

    private SourceNames() {}

    /** The names of different files, in their order; parts are joined by {@code /}. */
    public static List<String> of(List<Path> files) {
        int longest = files.stream().mapToInt(Path::getNameCount).max().orElse(1);
        List<String> names = files.stream().map(f -> name(f, 1)).toList();
        for (int parts = 2; parts <= longest; parts++) {
            Map<String, Integer> counts = new HashMap<>();
            names.forEach(n -> counts.merge(n, 1, Integer::sum));
            int depth = parts;
            List<String> before = names;
            names = IntStream.range(0, files.size())
                    .mapToObj(
                            i -> counts.getOrDefault(before.get(i), 1) > 1 ? name(files.get(i), depth) : before.get(i))
                    .toList();
        }
        return names;
    }

    private static String name(Path file, int parts) {
        int count = file.getNameCount();
        StringBuilder name = new StringBuilder();
        for (int i = Math.max(0, count - parts); i < count; i++) {
            name.append(name.length() == 0 ? "" : "/").append(file.getName(i));
        }
        return name.toString();
    }
}
