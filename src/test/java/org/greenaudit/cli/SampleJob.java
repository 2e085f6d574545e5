package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.greenaudit.GreenAudit;
import org.greenaudit.testing.LibreOffice;
import org.greenaudit.testing.Settings;

/** The sample's job through the whole program: its catalogs and settings, with feeds, reports and a database of its own. */
final class SampleJob implements AutoCloseable {

    private static final String JOB = "--job=jobs/sample.yaml";

    private final Settings settings = new Settings();
    private final Path folder;

    /** A job that keeps everything below a folder. */
    SampleJob(Path folder) {
        this.folder = folder;
        settings.set("greenaudit.data-dir", folder.resolve("data"));
    }

    /** What a command printed, in Chinese; its status must be this. */
    String run(int status, String command, String... more) {
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told);
        String[] words = Stream.concat(Stream.of(command, JOB), Stream.of(more)).toArray(String[]::new);
        assertThat(new Cli(new Console(writer, writer, false), GreenAudit.class).run(words))
                .as(told.toString())
                .isEqualTo(status);
        return told.toString();
    }

    /** Audits feeds as of a day, and gives the report. */
    Path audit(String date, Path... feeds) {
        run(
                0,
                "audit",
                Stream.concat(
                                Stream.of("--date=" + date, "--out=" + folder.resolve("out")),
                                Stream.of(feeds).map(feed -> "--input=" + feed))
                        .toArray(String[]::new));
        return folder.resolve("out").resolve("latest");
    }

    /** What {@code decide} says of a file. */
    String decide(int status, Path file, String... more) {
        return run(
                status,
                "decide",
                Stream.concat(Stream.of("--file=" + file), Stream.of(more)).toArray(String[]::new));
    }

    /** What {@code decisions} lists. */
    String decisions() {
        return run(0, "decisions");
    }

    /** The workbook of the newest report as LibreOffice saves it. */
    Path workbook() {
        LibreOffice.convert(folder.resolve("out/latest/report.xlsx"), "xls", folder);
        return folder.resolve("report.xls");
    }

    @Override
    public void close() {
        settings.close();
    }
}
