package org.greenaudit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.testing.Programs;

/** Puts what the program once published into the past of a Prometheus, with Prometheus' own tool. */
final class Backfill {

    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(\\{.*})? (\\S+)");
    private static final int SECONDS = 60;

    private Backfill() {}

    /**
     * Writes blocks.
     *
     * @param exposition metrics in the text format
     * @param from the first moment at which they are seen, in epoch seconds
     * @param to the last
     * @param database the folder of Prometheus' database
     */
    static void write(Path exposition, long from, long to, Path database) {
        try {
            StringBuilder past = new StringBuilder();
            List<String> lines = Files.readAllLines(exposition);
            for (String line : lines) {
                Matcher sample = SAMPLE.matcher(line);
                if (sample.matches()) {
                    for (long at = from; at <= to; at += SECONDS) {
                        past.append(line).append(' ').append(at).append('\n');
                    }
                } else {
                    assertThat(line).startsWith("#");
                }
            }
            Path file = Files.createTempFile("greenaudit-past-", ".om");
            try {
                Files.writeString(file, past.append("# EOF\n"));
                Programs.Ended ended = Programs.run(
                        Programs.PROMTOOL,
                        "",
                        "tsdb",
                        "create-blocks-from",
                        "openmetrics",
                        file.toString(),
                        database.toString());
                assertThat(ended.status()).as(ended.output()).isZero();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
