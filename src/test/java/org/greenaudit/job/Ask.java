package org.greenaudit.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.job.config.AuditRequest;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RunSettings;
import org.springframework.context.ApplicationContext;

/** Builds one request, beginning with what the job file says. */
public final class Ask {

    private final Path job;
    private List<Path> inputs = List.of();
    private List<Path> catalogs = List.of();
    private Optional<LocalDate> date = Optional.empty();
    private Optional<Path> out = Optional.empty();
    private Optional<Locale> locale = Optional.empty();
    private boolean allVerdicts;
    private boolean again;

    private Ask(Path job) {
        this.job = job;
    }

    public static Ask of(Path job) {
        return new Ask(job);
    }

    public Ask inputs(Path... files) {
        inputs = List.of(files);
        return this;
    }

    public Ask catalogs(Path... folders) {
        catalogs = List.of(folders);
        return this;
    }

    public Ask out(Path folder) {
        out = Optional.of(folder);
        return this;
    }

    public Ask on(LocalDate day) {
        date = Optional.of(day);
        return this;
    }

    public Ask in(String tag) {
        locale = Optional.of(Locale.forLanguageTag(tag));
        return this;
    }

    Ask withAllVerdicts() {
        allVerdicts = true;
        return this;
    }

    public Ask rerun() {
        return rerun(true);
    }

    Ask rerun(boolean wanted) {
        again = wanted;
        return this;
    }

    public AuditRequest request() {
        return new AuditRequest(
                job,
                Optional.empty(),
                inputs,
                date,
                Optional.empty(),
                Optional.empty(),
                catalogs,
                out,
                locale,
                allVerdicts,
                again);
    }

    /** Runs an audit in a context, as of its day. */
    public static AuditResult audit(ApplicationContext context, AuditRequest request) {
        return audit(context, request, ProgressListener.NONE);
    }

    static AuditResult audit(ApplicationContext context, AuditRequest request, ProgressListener listener) {
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        return context.getBean(AuditService.class).run(RunSettings.of(request, today), listener);
    }
}
