package org.greenaudit.job.config;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person asks for on the command line; what is absent comes from the job file.
 *
 * @param jobFile the job file
 * @param name the name of the audit in the place of the job's
 * @param inputs CSV files in the place of the job's source; empty for the job's own
 * @param date the audit date
 * @param from first contract date of the window
 * @param to last contract date of the window
 * @param catalogs catalog directories in the place of the job's, the base first; empty for the job's own
 * @param out the folder for reports
 * @param locale the language of reports
 * @param allVerdicts keep every in-scope verdict, whatever the job says
 * @param rerun run again although this audit is already completed
 */
public record AuditRequest(
        Path jobFile,
        Optional<String> name,
        List<Path> inputs,
        Optional<LocalDate> date,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        List<Path> catalogs,
        Optional<Path> out,
        Optional<Locale> locale,
        boolean allVerdicts,
        boolean rerun) {

    public AuditRequest {
        inputs = List.copyOf(inputs);
        catalogs = List.copyOf(catalogs);
    }
}
