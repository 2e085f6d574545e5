package org.greenaudit.testing;

import java.nio.file.Path;
import java.util.List;

/** The columns of a report's files as {@code src/docs/files.md} promises them to those who read the files. */
public final class DataDictionary {

    private static final Path PAGE = Path.of("src", "docs", "files.md");

    private DataDictionary() {}

    /** The English headers of a file, in their order. */
    public static List<String> english(String file) {
        return table(file).names();
    }

    /** The Chinese headers of a file, in their order. */
    public static List<String> chinese(String file) {
        return table(file).rows().stream().map(row -> row.get(1)).toList();
    }

    private static Markdown.Table table(String file) {
        return Markdown.read(PAGE).tables().stream()
                .filter(table -> List.of(table.heading().split(", ")).contains(file))
                .findFirst()
                .orElseThrow();
    }
}
