package org.greenaudit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown page as far as the project's pages use the language: headings, tables, fenced code, code in a line, links.
 *
 * @param headings the headings in order
 * @param tables the tables in order
 * @param blocks the fenced code in order
 * @param prose every line that is not fenced code
 */
public record Markdown(List<Heading> headings, List<Table> tables, List<Block> blocks, List<String> prose) {

    private static final Pattern HEADING = Pattern.compile("(#+) (.+)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final String FENCE = "```";

    /**
     * A heading.
     *
     * @param level the number of {@code #}
     * @param text its text
     */
    public record Heading(int level, String text) {

        /** The anchor that a Git host gives a heading when no heading before it has the same. */
        String anchor() {
            return text.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-');
        }
    }

    /**
     * A table.
     *
     * @param heading the text of the heading above it
     * @param rows the cells of each row, without the head
     */
    public record Table(String heading, List<List<String>> rows) {

        /** The code in the first cell of each row. */
        public List<String> names() {
            return rows.stream().map(row -> code(row.get(0)).get(0)).toList();
        }
    }

    /**
     * Fenced code.
     *
     * @param language what stands behind the opening fence
     * @param lines its lines
     */
    public record Block(String language, List<String> lines) {

        /** The lines, each with its end. */
        public String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    public Markdown {
        headings = List.copyOf(headings);
        tables = List.copyOf(tables);
        blocks = List.copyOf(blocks);
        prose = List.copyOf(prose);
    }

    /** Reads a page. */
    public static Markdown read(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of these lines. */
    public static Markdown of(List<String> lines) {
        List<Heading> headings = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        List<String> prose = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher heading = HEADING.matcher(line);
            if (line.startsWith(FENCE)) {
                int end = i + 1;
                while (!lines.get(end).equals(FENCE)) {
                    end++;
                }
                blocks.add(new Block(line.substring(FENCE.length()), List.copyOf(lines.subList(i + 1, end))));
                i = end;
                continue;
            }
            prose.add(line);
            if (heading.matches()) {
                headings.add(new Heading(heading.group(1).length(), heading.group(2)));
            } else if (line.startsWith("|") && i > 0 && lines.get(i - 1).startsWith("|")) {
                if (line.startsWith("|---")) {
                    tables.add(new Table(headings.get(headings.size() - 1).text(), new ArrayList<>()));
                } else {
                    tables.get(tables.size() - 1).rows().add(cells(line));
                }
            }
        }
        return new Markdown(headings, tables, blocks, prose);
    }

    /** The anchors of the headings. */
    public Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        for (Heading heading : headings) {
            String anchor = heading.anchor();
            for (int again = 1; !anchors.add(anchor); again++) {
                anchor = heading.anchor() + "-" + again;
            }
        }
        return anchors;
    }

    /** The targets of links and pictures. */
    public List<String> links() {
        return prose.stream()
                .flatMap(line -> matches(LINK, line.replaceAll(CODE.pattern(), "")))
                .toList();
    }

    /** The code in a line's text. */
    public static List<String> code(String line) {
        return matches(CODE, line).toList();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.strip().replaceAll("^\\||\\|$", "").split("(?<!\\\\)\\|", -1)) {
            cells.add(cell.strip().replace("\\|", "|"));
        }
        return List.copyOf(cells);
    }

    private static Stream<String> matches(Pattern pattern, String line) {
        return pattern.matcher(line).results().map((MatchResult found) -> found.group(1));
    }
}
