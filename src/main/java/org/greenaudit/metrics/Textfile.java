package org.greenaudit.metrics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;

/**
 * A file for the textfile collector of the node exporter. It is written beside its place under a name that the collector
 * ignores, forced to disk, made readable for everybody and renamed, so that a reader never sees half of it. Where the
 * configured path is a directory, each job has a file of its own in it; a file holds the job that was published last.
 */
public final class Textfile implements MetricsOutlet {

    private final Path configured;

    /** The textfile at a path: a {@code .prom} file, or the collector's directory. */
    public Textfile(Path configured) {
        this.configured = configured.toAbsolutePath();
    }

    @Override
    public void publish(MetricSet complete) throws PublishException {
        write(file(complete.job()), Exposition.text(complete));
    }

    @Override
    public void update(MetricSet some) throws PublishException {
        Path file = file(some.job());
        Set<String> names = some.metrics().stream().map(Metric::id).collect(Collectors.toSet());
        try {
            String kept = Files.exists(file)
                    ? Files.readString(file)
                            .lines()
                            .filter(line -> !names.contains(name(line)))
                            .map(line -> line + "\n")
                            .collect(Collectors.joining())
                    : "";
            write(file, kept + Exposition.text(some));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private Path file(String job) {
        return Files.isDirectory(configured) ? configured.resolve("greenaudit-" + job + ".prom") : configured;
    }

    /** The metric that a line of the program's own text is about. */
    private static String name(String line) {
        return line.startsWith("# ") ? line.split(" ", 4)[2] : line.split("[{ ]", 2)[0];
    }

    private static void write(Path file, String text) throws PublishException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".partial");
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            // the exporter runs as another user
            if (Files.getFileAttributeView(fresh, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static PublishException failure(Path file, IOException e) {
        return new PublishException(Text.of("metrics.textfile.failed", file, FileTrouble.of(e)), e);
    }
}
