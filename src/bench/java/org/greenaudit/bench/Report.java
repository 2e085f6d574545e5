package org.greenaudit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of the benchmark: on the screen row by row, and at the end as Markdown and as CSV. */
final class Report {

    private static final String HEAD =
            """
            | Work | Against | Wall time, ratio | Processor time, ratio | Target | Audit’s wall, s | Audit’s processor, s | Audit’s peak, MiB |
            |---|---|---|---|---|---|---|---|
            """;

    private final String setting;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** A report of what is measured in this setting: machine, versions, day. */
    Report(String setting) {
        this.setting = setting;
        System.out.print(setting + "\n\n" + HEAD);
    }

    void add(List<Row> several) {
        several.forEach(this::add);
    }

    void add(Row row) {
        rows.add(row);
        System.out.print(markdown(row));
    }

    /** Says something that stands below the table. */
    void note(String text) {
        notes.add(text);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Writes {@code benchmark.md} and {@code benchmark.csv}. */
    void write(Path folder) throws IOException {
        StringBuilder markdown = new StringBuilder(setting).append("\n\n").append(HEAD);
        rows.forEach(row -> markdown.append(markdown(row)));
        notes.forEach(note -> markdown.append('\n').append(note).append('\n'));
        notes.forEach(System.out::println);
        Files.writeString(folder.resolve("benchmark.md"), markdown);
        StringBuilder csv = new StringBuilder("work,peer,wall_ratio,wall_ratio_lowest,wall_ratio_highest,"
                + "cpu_ratio,cpu_ratio_lowest,cpu_ratio_highest,target,wall_seconds,cpu_seconds,peak_mib,setting\n");
        rows.forEach(row -> csv.append(csv(row)));
        Files.writeString(folder.resolve("benchmark.csv"), csv);
    }

    private static String markdown(Row row) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %.1f | %.1f | %.0f |%n",
                row.work(),
                row.compares() ? row.peer() : "–",
                row.compares() ? row.wallRatio() : "–",
                row.compares() ? row.cpuRatio() : "–",
                row.target(),
                row.own(Run::wallSeconds).median(),
                row.own(Run::cpuSeconds).median(),
                row.own(Run::peakMebibytes).highest());
    }

    private String csv(Row row) {
        return String.format(
                Locale.ROOT,
                "\"%s\",\"%s\",%s,%s,\"%s\",%.2f,%.2f,%.0f,\"%s\"%n",
                row.work(),
                row.peer(),
                row.compares() ? csv(row.wallRatio()) : ",,",
                row.compares() ? csv(row.cpuRatio()) : ",,",
                row.target(),
                row.own(Run::wallSeconds).median(),
                row.own(Run::cpuSeconds).median(),
                row.own(Run::peakMebibytes).highest(),
                setting);
    }

    private static String csv(Spread ratio) {
        return String.format(Locale.ROOT, "%.3f,%.3f,%.3f", ratio.median(), ratio.lowest(), ratio.highest());
    }
}
