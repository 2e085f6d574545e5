package org.greenaudit.job;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.source.InputFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves what ends within a minute to the quicker of the two compilers of the Java VM, as {@code -XX:TieredStopAtLevel=1} does:
 * the other one's code is faster, but making it takes most of the processor time of the first minute. It cannot be had back
 * in the same process. Virtual machines that know no such directives go on as they are.
 */
public final class QuickCompiler {

    /** What is read, in bytes, up to which a night is shorter so: some 200,000 lines. */
    private static final long MOST_BYTES = 64 << 20;

    /** How many bytes of text a byte of a workbook may hold. */
    private static final int PACKED = 10;

    /** Only the other compiler knows the processor's own instructions for digests, and the first pattern that fits decides. */
    private static final String DIRECTIVES =
            """
            [{ match: "sun/security/provider/*.*", c2: { Exclude: false } },
             { match: "*.*", c2: { Exclude: true } }]
            """;

    private static final Logger LOG = LoggerFactory.getLogger(QuickCompiler.class);

    private QuickCompiler() {}

    /** Leaves an audit to it whose feeds and catalogs are small; how large a table is nobody knows yet. */
    public static void forSmall(RunSettings settings) {
        settings.source().namedFiles().ifPresent(files -> {
            try {
                long bytes = 0;
                for (Path file : InputFiles.of(files)) {
                    bytes += isText(file) ? Files.size(file) : PACKED * Files.size(file);
                }
                for (Path catalog : settings.catalogs()) {
                    bytes += below(catalog);
                }
                if (bytes <= MOST_BYTES) {
                    alone();
                }
            } catch (IOException | RuntimeException e) {
                // the audit itself tells what cannot be read
                LOG.debug("files could not be measured", e);
            }
        });
    }

    private static boolean isText(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static long below(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> below = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** Leaves everything to it from now on. */
    public static void alone() {
        try {
            Path directives = Files.createTempFile("greenaudit-", ".json");
            try {
                Files.writeString(directives, DIRECTIVES);
                // the command is parsed once more: a path may hold blanks
                Object answer = ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "compilerDirectivesAdd",
                                new Object[] {new String[] {"\"" + directives + "\""}},
                                new String[] {String[].class.getName()});
                LOG.debug("{}", answer);
            } finally {
                Files.delete(directives);
            }
        } catch (JMException | JMRuntimeException | IOException e) {
            LOG.info("both compilers of the virtual machine work", e);
        }
    }
}
