package org.greenaudit.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.greenaudit.check.FeedCheck;
import org.greenaudit.check.JobDraft;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.portal.desk.AuditDesk;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.upload.Upload;
import org.greenaudit.portal.upload.UploadShelf;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.store.RunStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Audits of feeds that people brought: each is of a job of its own, whose file and reports lie beside the feed. The jobs that it was
 * started with know nothing of them.
 */
final class AdHocAudits {

    private static final Logger LOG = LoggerFactory.getLogger(AdHocAudits.class);
    private static final int AT_ONCE = 2;
    private static final String AD_HOC = "-adhoc-";

    /** What is left of the name of the base, so that a job's name of at most 40 has room for the rest. */
    private static final int LONGEST_BASE = 20;

    private final ServedJobs jobs;
    private final UploadShelf shelf;
    private final AuditDesk desk;
    private final RunStore runs;

    /** Looks after the jobs of audits that were started before. */
    AdHocAudits(ServedJobs jobs, UploadShelf shelf, AuditDesk desk, RunStore runs) {
        this.jobs = jobs;
        this.shelf = shelf;
        this.desk = desk;
        this.runs = runs;
        for (Upload upload : shelf.all()) {
            try {
                upload.jobFile().ifPresent(file -> jobs.add(upload.job().orElseThrow(), file));
            } catch (ConfigException e) {
                LOG.warn("the audit of upload {} is not shown: its job file cannot be used", upload.id(), e);
            }
        }
    }

    /**
     * Starts the audit of an upload, which goes on when this returns.
     *
     * @param check how it is read
     * @param window the contract dates that are audited
     * @param date the audit date
     * @param today names the job
     * @param by who starts it
     * @return the job
     * @throws UsageException when it has been started before, or others are running
     */
    synchronized String start(
            Upload upload, FeedCheck check, JobDraft.Window window, LocalDate date, LocalDate today, String by)
            throws IOException {
        if (shelf.find(upload.id()).filter(now -> now.job().isEmpty()).isEmpty()) {
            throw new UsageException(Text.of("portal.upload.started"));
        }
        if (jobs.all().stream()
                        .filter(job -> jobs.isAdHoc(job) && desk.running(job).isPresent())
                        .count()
                >= AT_ONCE) {
            throw new UsageException(Text.of("portal.upload.others", AT_ONCE));
        }
        String job = name(upload.base(), today);
        Path file = upload.folder().resolve(job + ".yaml");
        try {
            new JobDraft(file, check.settings(), Messages.in(check.settings().locale()))
                    .write(check, Optional.of(window));
            jobs.add(job, file);
            shelf.audited(upload, job);
        } catch (IOException | RuntimeException e) {
            jobs.remove(job);
            Files.deleteIfExists(file);
            throw e;
        }
        desk.start(job, Optional.of(date), false, by);
        return job;
    }

    /** A name that no job has: what was removed here, or lies on another server, may have left runs in the database. */
    private String name(String base, LocalDate today) {
        String begin = base.substring(0, Math.min(LONGEST_BASE, base.length())).replaceAll("-+", "-");
        String named = begin.replaceAll("^-|-$", "") + AD_HOC + DateTimeFormatter.BASIC_ISO_DATE.format(today) + "-";
        int n = 1;
        while (jobs.all().contains(named + n) || !runs.ofJob(named + n).isEmpty()) {
            n++;
        }
        return named + n;
    }

    /**
     * Removes an upload, with the job file and the reports of its audit. What that found stays in the database.
     *
     * @throws UsageException when its audit is running
     */
    synchronized void remove(Upload upload) throws IOException {
        if (upload.job().filter(job -> desk.running(job).isPresent()).isPresent()) {
            throw new UsageException(Text.of("portal.upload.running"));
        }
        upload.job().ifPresent(jobs::remove);
        shelf.remove(upload);
    }
}
