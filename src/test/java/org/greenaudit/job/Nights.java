package org.greenaudit.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.job.config.AuditRequest;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.store.Stores;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The program on a real database in a temporary folder, started once for all end-to-end tests. Each test gives its job a
 * name of its own, so that no other test's runs come before its own.
 */
public final class Nights implements AutoCloseable {

    private static final Path JOBS = Path.of("jobs").toAbsolutePath();

    private final Path home;
    private final CutParts parts = new CutParts();
    private final ConfigurableApplicationContext context;

    private Nights() {
        try {
            home = Files.createTempDirectory("greenaudit-nights");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context = new SpringApplicationBuilder(AuditConfiguration.class)
                .initializers(c -> ((GenericApplicationContext) c).registerBean(AuditComponents.class, () -> parts))
                .run(
                        "--greenaudit.data-dir=" + home.resolve("data"),
                        "--logging.level.root=off",
                        "--logging.level.org.springframework=off",
                        "--logging.level.org.springframework.batch=off");
    }

    /** Runs an audit. */
    public AuditResult audit(AuditRequest request) {
        return Ask.audit(context, request);
    }

    /** Runs an audit of settings, its sources cut into about so many partitions; 0 leaves that to the job. */
    public AuditResult audit(RunSettings settings, ProgressListener listener, int partitions) {
        parts.partitions = partitions;
        try {
            return context.getBean(AuditService.class).run(settings, listener);
        } finally {
            parts.partitions = 0;
        }
    }

    /** What the database holds. */
    public Stores stores() {
        return context.getBean(Stores.class);
    }

    /** The units of a completed audit. */
    List<UnitAssessment> units(AuditResult audit) throws IOException {
        List<UnitAssessment> units = new ArrayList<>();
        stores().assessments().units(audit.run().orElseThrow().id(), units::add);
        return units;
    }

    /** The parts, to cut the sources. */
    CutParts parts() {
        return parts;
    }

    /** A folder for a test's files, made when it is missing. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(home.resolve(name));
    }

    /** The sample's job under another name, with further settings, so that its runs are the first of their job. */
    public Path sampleJob(String name, String more) throws IOException {
        String sample = Files.readString(JOBS.resolve("sample.yaml"));
        String moved = sample.replaceFirst("(?m)^name: .*$", "name: " + name)
                .replaceAll("(?m)^( *- )(.+)$", "$1" + JOBS + "/$2");
        return Files.writeString(home.resolve(name + ".yaml"), moved + more);
    }

    /** The sample's job under another name, for one other feed. */
    public Path jobOf(String name, Path feed, String more) throws IOException {
        Path job = sampleJob(name, more);
        String text = Files.readString(job);
        return Files.writeString(job, text.replaceFirst("(?m)^ *- .*/sample/\\*\\.csv$", "    - " + feed));
    }

    @Override
    public void close() throws IOException {
        context.close();
        try (Stream<Path> all = Files.walk(home)) {
            List<Path> inward = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : inward) {
                Files.delete(path);
            }
        }
    }

    /** Hands the one instance to tests, and closes it after the last test class. */
    public static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Nights.class;
        }

        @Override
        public Nights resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Nights.class))
                    .computeIfAbsent(Nights.class, key -> new Nights(), Nights.class);
        }
    }
}
