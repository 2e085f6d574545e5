package org.greenaudit.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds requests, beginning with what the job file says. */
record Ask(
        Path job,
        Optional<LocalDate> date,
        Optional<Path> out,
        Optional<Locale> locale,
        boolean allVerdicts,
        boolean again,
        ProgressListener progress) {

    static Ask of(Path job) {
        return new Ask(job, Optional.empty(), Optional.empty(), Optional.empty(), false, false, ProgressListener.NONE);
    }

    Ask out(Path folder) {
        return new Ask(job, date, Optional.of(folder), locale, allVerdicts, again, progress);
    }

    Ask on(LocalDate day) {
        return new Ask(job, Optional.of(day), out, locale, allVerdicts, again, progress);
    }

    Ask in(String tag) {
        return new Ask(job, date, out, Optional.of(Locale.forLanguageTag(tag)), allVerdicts, again, progress);
    }

    Ask withAllVerdicts() {
        return new Ask(job, date, out, locale, true, again, progress);
    }

    Ask rerun() {
        return new Ask(job, date, out, locale, allVerdicts, true, progress);
    }

    Ask telling(ProgressListener listener) {
        return new Ask(job, date, out, locale, allVerdicts, again, listener);
    }

    AuditRequest request() {
        return new AuditRequest(
                job,
                List.of(),
                date,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                out,
                locale,
                allVerdicts,
                again,
                progress);
    }
}
