package org.greenaudit.portal.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.job.config.AuditRequest;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Text;
import org.greenaudit.portal.night.Nights;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.store.RunRecord;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The jobs that a server looks after: those that it was started with, and those of ad-hoc audits, which come and go meanwhile, have
 * no schedule and stand for nothing but themselves. A job file is read again for every audit and page, so that a change of it needs
 * no new start.
 */
public final class ServedJobs {

    private static final int AD_HOC_CATALOGS = 2;

    /** No purchase is outside these. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Map<String, Path> adHoc = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final Map<String, CatalogSnapshot> catalogs = new ConcurrentHashMap<>();

    /** Those of ad-hoc audits, of which there may be many; each may be as large as that of the nights. */
    private final Cache<String, CatalogSnapshot> catalogsOfAdHoc =
            Caffeine.newBuilder().maximumSize(AD_HOC_CATALOGS).build();

    private final Clock clock;

    /**
     * The jobs of these files.
     *
     * @throws ConfigException when one of them cannot be used, or two have one name
     */
    public ServedJobs(List<Path> jobFiles, Clock clock) {
        this.clock = clock;
        List<Text> problems = new ArrayList<>();
        for (Path file : jobFiles) {
            String name = settings(file, Optional.empty(), Optional.empty(), Optional.empty(), false)
                    .job()
                    .name();
            Path other = files.putIfAbsent(name, file);
            if (other != null) {
                problems.add(Text.of("portal.job.twice", other, file, name));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** The names of those that it was started with, in the order in which they were given. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** The names of all, those of ad-hoc audits behind the others. */
    public List<String> all() {
        return Stream.concat(files.keySet().stream(), adHoc.keySet().stream()).toList();
    }

    /** Whether that is a job of an ad-hoc audit. */
    public boolean isAdHoc(String job) {
        return adHoc.containsKey(job);
    }

    /**
     * Looks after the job of an ad-hoc audit from now on.
     *
     * @throws ConfigException when its file cannot be used, or is that of another job
     */
    public void add(String job, Path file) {
        String name = settings(file, Optional.empty(), Optional.empty(), Optional.empty(), false)
                .job()
                .name();
        if (!name.equals(job) || files.containsKey(job)) {
            throw new ConfigException(List.of(Text.of("portal.job.twice", file, file, name)));
        }
        adHoc.put(job, file);
    }

    /** Looks after the job of an ad-hoc audit no longer. */
    public void remove(String job) {
        adHoc.remove(job);
        catalogsOfAdHoc.invalidate(job);
    }

    /** Those that run by a schedule, as their files were when the server started. */
    public List<Nights.Scheduled> scheduled() {
        return names().stream()
                .flatMap(name -> settings(name, Optional.empty(), false).job().schedule().stream()
                        .map(schedule -> new Nights.Scheduled(name, schedule)))
                .toList();
    }

    /**
     * The settings of a night.
     *
     * @param date the audit date, unless the job file names one
     * @throws ConfigException when the job file cannot be used any more
     */
    public RunSettings night(String job, LocalDate date) {
        RunSettings own = settings(job, Optional.empty(), false);
        return own.job().auditDate().isPresent() ? own : settings(job, Optional.of(date), false);
    }

    /**
     * The job that a page is asked for; the first one where it is asked for none.
     *
     * @throws ResponseStatusException when there is no such job
     */
    public String chosen(Optional<String> asked) {
        String job = asked.filter(name -> !name.isEmpty()).orElse(names().get(0));
        if (!files.containsKey(job) && !adHoc.containsKey(job)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return job;
    }

    /** A job to choose. */
    public record Choice(String name, boolean chosen, boolean adHoc) {}

    /** The jobs to choose from; none where there is no choice. */
    public List<Choice> choices(String chosen) {
        List<String> all = all();
        return all.size() == 1
                ? List.of()
                : all.stream()
                        .map(name -> new Choice(name, name.equals(chosen), isAdHoc(name)))
                        .toList();
    }

    /**
     * The settings of an audit.
     *
     * @param date the audit date; empty for the job's own, or today
     * @throws ConfigException when the job file cannot be used any more
     */
    public RunSettings settings(String job, Optional<LocalDate> date, boolean rerun) {
        return settings(file(job), date, Optional.empty(), Optional.empty(), rerun);
    }

    /**
     * The settings with the audit date and the window of a run.
     *
     * @throws ConfigException when the job file cannot be used any more
     */
    public RunSettings settings(RunRecord run) {
        return settings(
                file(run.jobName()),
                Optional.of(run.auditDate()),
                Optional.of(run.from()),
                Optional.of(run.to()),
                false);
    }

    /**
     * The settings of an audit of another file in the place of a job's purchases, whatever their contract dates.
     *
     * @throws ConfigException when the job file cannot be used any more
     */
    public RunSettings settings(String job, Path input) {
        return RunSettings.of(
                new AuditRequest(
                        file(job),
                        Optional.empty(),
                        List.of(input),
                        Optional.empty(),
                        Optional.of(FIRST_DAY),
                        Optional.of(LAST_DAY),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false),
                LocalDate.now(clock));
    }

    private RunSettings settings(
            Path file, Optional<LocalDate> date, Optional<LocalDate> from, Optional<LocalDate> to, boolean rerun) {
        return RunSettings.of(
                new AuditRequest(
                        file,
                        Optional.empty(),
                        List.of(),
                        date,
                        from,
                        to,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        rerun),
                LocalDate.now(clock));
    }

    private Path file(String job) {
        return Optional.ofNullable(files.get(job))
                .or(() -> Optional.ofNullable(adHoc.get(job)))
                .orElseThrow(() -> new IllegalArgumentException("not a job of this server: " + job));
    }

    /** The catalogs of a job as its last audit read them, or as they are. */
    public CatalogSnapshot catalog(String job) {
        Map<String, CatalogSnapshot> known = isAdHoc(job) ? catalogsOfAdHoc.asMap() : catalogs;
        return known.computeIfAbsent(
                job,
                name -> CatalogLoader.load(
                        settings(name, Optional.empty(), false).catalogs(), FeedColumn.headers(), warning -> {}));
    }

    /** The same where they have been read. */
    public Optional<CatalogSnapshot> known(String job) {
        return Optional.ofNullable(catalogs.get(job));
    }

    /** Notes the catalogs that an audit of a job has just read. */
    public void read(String job, CatalogSnapshot catalog) {
        if (isAdHoc(job)) {
            catalogsOfAdHoc.put(job, catalog);
        } else {
            catalogs.put(job, catalog);
        }
    }
}
