package org.greenaudit.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.file.DurableFiles;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;

/**
 * A file for the textfile collector of the node exporter. It is written next to its final place under a name that the
 * collector ignores, forced to disk, made readable for everybody and renamed, so that a reader never sees half of it. If
 * the configured path is a directory, each job has a file of its own in it. A file holds the metrics of one job; another
 * job does not overwrite it.
 */
public final class Textfile implements MetricsOutlet {

    /** The ending of the names of the files that the collector reads. */
    static final String ENDING = ".prom";

    /** The job label of a sample. It cannot match inside another label's value, where quotation marks follow a backslash. */
    private static final Pattern JOB = Pattern.compile("[{,]\\s*" + Label.JOB.id() + "\\s*=\\s*\"([^\"]*)\"");

    private final Path configured;

    /** The textfile at a path: a {@code .prom} file, or the collector's directory. */
    public Textfile(Path configured) {
        this.configured = configured.toAbsolutePath();
    }

    @Override
    public void publish(MetricSet complete) {
        replace(complete.job(), present -> Exposition.text(complete));
    }

    @Override
    public void update(MetricSet some) {
        Set<String> names = some.metrics().stream().map(Metric::id).collect(Collectors.toSet());
        replace(
                some.job(),
                present -> present.lines()
                                .filter(line -> !names.contains(name(line)))
                                .map(line -> line + "\n")
                                .collect(Collectors.joining())
                        + Exposition.text(some));
    }

    private void replace(String job, UnaryOperator<String> change) {
        Path file = file(job);
        try {
            FileTrouble.requireFileOrNone(file);
            String present = Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
            Optional<String> other =
                    jobs(present).filter(name -> !name.equals(job)).findFirst();
            if (other.isPresent()) {
                throw new PublishException(Text.of("metrics.textfile.other-job", file, job, other.get()), null);
            }
            DurableFiles.replace(file, change.apply(present));
        } catch (IOException e) {
            throw new PublishException(Text.of("metrics.textfile.failed", file, FileTrouble.of(e)), e);
        }
    }

    /** A path that does not end in {@code .prom} is a directory, even a missing one, so that no other file is overwritten. */
    private Path file(String job) {
        boolean one = configured.toString().endsWith(ENDING) && !Files.isDirectory(configured);
        return one ? configured : configured.resolve("greenaudit-" + job + ENDING);
    }

    /** The metric that a line belongs to; empty for a comment about none. */
    private static String name(String line) {
        if (!line.startsWith("#")) {
            return line.split("[{ ]", 2)[0];
        }
        String[] words = line.split(" ", 4);
        return words.length > 2 ? words[2] : "";
    }

    /** The jobs of the samples in a text; for a sample without a job, the name of its metric. */
    private static Stream<String> jobs(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> {
                    Matcher job = JOB.matcher(line);
                    return job.find() ? job.group(1) : name(line);
                });
    }
}
