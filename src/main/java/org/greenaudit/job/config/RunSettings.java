package org.greenaudit.job.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.DecidedEvaluator;
import org.greenaudit.decision.Decisions;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.OrderWords;
import org.greenaudit.report.ReportFolder;
import org.greenaudit.report.seal.ReportSigner;
import org.greenaudit.rules.Judge;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.rules.PlannedRegions;
import org.greenaudit.rules.WindowEvaluator;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.settings.Secret;
import org.greenaudit.source.InputFiles;
import org.greenaudit.source.SourceSettings;
import org.greenaudit.source.csv.CsvSettings;
import org.greenaudit.store.RunIdentity;

/**
 * A job file and a request taken together: everything that an audit depends on besides its data.
 *
 * @param request what was asked for
 * @param job the job file
 * @param auditDate the audit date
 * @param from first contract date of the window
 * @param to last contract date of the window
 * @param catalogs catalog directories, the base first
 * @param source where purchases come from: the job's source, or the files named on the command line
 * @param out the folder for reports
 * @param locale the language of reports
 * @param allVerdicts whether every in-scope verdict is kept
 * @param threads worker threads, at least 1
 */
public record RunSettings(
        AuditRequest request,
        JobConfig job,
        LocalDate auditDate,
        LocalDate from,
        LocalDate to,
        List<Path> catalogs,
        SourceSettings source,
        Path out,
        Locale locale,
        boolean allVerdicts,
        int threads) {

    /**
     * Reads the job file and decides every setting.
     *
     * @param today the date of today, taken where neither the request nor the job names an audit date
     * @throws ConfigException when the job file cannot be used, or the settings cannot be: a window that ends before it begins, files that do not exist
     */
    public static RunSettings of(AuditRequest request, LocalDate today) {
        JobConfig file = JobConfigLoader.load(request.jobFile());
        JobConfig job = request.name().map(file::named).orElse(file);
        LocalDate auditDate = request.date().or(job::auditDate).orElse(today);
        List<String> inputs = request.inputs().stream()
                .map(path -> path.toAbsolutePath().normalize().toString())
                .toList();
        RunSettings settings = new RunSettings(
                request,
                job,
                auditDate,
                request.from().or(job::from).orElse(LocalDate.of(auditDate.getYear(), 1, 1)),
                request.to().or(job::to).orElse(auditDate),
                request.catalogs().isEmpty() ? job.catalogs() : request.catalogs(),
                inputs.isEmpty() ? job.source() : files(job.source(), inputs),
                request.out().orElse(job.report().out()),
                request.locale().orElse(job.report().locale()),
                request.allVerdicts() || job.allVerdicts(),
                job.run().threads().orElse(Runtime.getRuntime().availableProcessors()));
        settings.check();
        return settings;
    }

    /** The columns that feeds may have by these catalogs, with what they and the job's plans tell of regions. */
    public FeedColumns columns(CatalogSnapshot catalog) {
        return FeedColumns.of(
                catalog.certificateColumns(),
                catalog.headerAliases(),
                new PlannedRegions(catalog.regions(), job.plans()),
                new OrderWords(catalog.orderWords()));
    }

    /** The judge of lines by these catalogs and decisions, whatever their contract date. */
    public LineEvaluator evaluator(CatalogSnapshot catalog, Decisions decisions) {
        return new DecidedEvaluator(
                catalog, classifier(catalog), new Judge(catalog, job.plans()), decisions, auditDate);
    }

    /** What finds the listed items of lines by these catalogs. */
    public Classifier classifier(CatalogSnapshot catalog) {
        return new Classifier(catalog, new SchemeDefault(job.schemeSwitch()));
    }

    /** A judge of the lines inside the window, to whom all others are outside every list. */
    public WindowEvaluator windowed(CatalogSnapshot catalog, LineEvaluator inside) {
        return new WindowEvaluator(from, to, catalog.listIds(), inside);
    }

    /** What makes another start the same audit. */
    public RunIdentity identity() {
        return new RunIdentity(job.name(), auditDate, from, to);
    }

    /** Where the reports of a run of this audit are, if they exist. */
    public Optional<Path> reportDir(int runNo) {
        return Optional.of(out.resolve(auditDate.toString()).resolve("run-" + runNo))
                .filter(Files::isDirectory);
    }

    /**
     * Makes sure, before anything is read, that reports can be written.
     *
     * @param database the identity of the database that the runs are stored in
     * @throws ConfigException when the folder for reports is none and cannot become one, or belongs to another job or database
     */
    public void requireReportFolder(String database) {
        Path there = out.toAbsolutePath().normalize();
        boolean possible = isPossible(there);
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!possible || !Files.isDirectory(there) || !Files.isWritable(there)) {
            throw new ConfigException(
                    List.of(wrong(request.out().isPresent(), "--out", "report.out", out, "writable-directory")));
        }
        ReportFolder.owner(out).filter(owner -> !owner.is(job.name(), database)).ifPresent(owner -> {
            throw new ConfigException(List.of(
                    owner.job().equals(job.name())
                            ? Text.of("config.out-of-other-database", out, job.name(), owner.database(), database)
                            : Text.of("config.out-of-other-job", out, owner.job(), job.name())));
        });
    }

    /** Whether the system lets a path be: it may be too long, or lead in a circle. */
    private static boolean isPossible(Path path) {
        try {
            Files.readAttributes(path, BasicFileAttributes.class);
            return true;
        } catch (IOException e) {
            return e instanceof NoSuchFileException;
        }
    }

    private void check() {
        List<Text> problems = new ArrayList<>();
        request.name()
                .filter(name -> !JobConfig.isName(name))
                .ifPresent(name -> problems.add(wrong(true, "--name", "name", name, "name")));
        if (from.isAfter(to)) {
            boolean asked = request.from().isPresent() || request.to().isPresent();
            problems.add(
                    asked ? Text.of("config.window.asked", from, to) : Text.of("config.window", job.file(), from, to));
        }
        source.namedFiles().ifPresent(files -> check(files, !request.inputs().isEmpty(), problems));
        for (Path catalog : catalogs) {
            if (!Files.isDirectory(catalog)) {
                problems.add(wrong(!request.catalogs().isEmpty(), "--catalogs", "catalogs", catalog, "directory"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /**
     * The key that signs the reports; none where they are not signed.
     *
     * @throws ConfigException when it cannot be used
     */
    public Optional<ReportSigner> signer() {
        return SigningKey.of(job, name -> Optional.ofNullable(System.getenv(name)));
    }

    /** How files named on the command line are read: as the job's files, or as files of which nothing is known. */
    private static SourceSettings files(SourceSettings source, List<String> inputs) {
        return source.withFiles(inputs).orElseGet(() -> CsvSettings.detected(inputs));
    }

    private void check(List<String> files, boolean asked, List<Text> problems) {
        if (files.isEmpty()) {
            problems.add(Text.of("config.missing", job.file(), "source.files", "@config.expected.files"));
        }
        for (String file : files) {
            if (!InputFiles.isPattern(file) && !Files.exists(Path.of(file))) {
                problems.add(wrong(asked, "--input", "source.files", file, "file"));
            }
        }
    }

    /** A wrong value, reported where it was given: an option of the command line, or a key of the job file. */
    private Text wrong(boolean asked, String option, String key, Object value, String expected) {
        String expectation = "@config.expected." + expected;
        return asked
                ? Text.of("config.option", option, Secret.shown(value), expectation)
                : Text.of("config.wrong", job.file(), key, Secret.shown(value), expectation);
    }
}
