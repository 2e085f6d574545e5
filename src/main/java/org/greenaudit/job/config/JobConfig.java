package org.greenaudit.job.config;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.source.SourceSettings;

/**
 * A job file: what a bureau audits, by which plans, and where the reports go. Paths are resolved against the file.
 *
 * @param file the job file
 * @param name the job's name: {@code a-z}, {@code 0-9} and dashes, at most 40
 * @param title for people, in Chinese
 * @param titleEn the same in English
 * @param notice printed on top of reports, in Chinese; empty for none
 * @param noticeEn the same in English
 * @param auditDate the date as of which the night is audited; else the day on which it runs
 * @param from first contract date of the window; else 1 January of the audit date's year
 * @param to last contract date of the window; else the audit date
 * @param catalogs catalog directories, the base first
 * @param source where purchases come from
 * @param schemeSwitch first contract date on which an unmarked category code is taken as one of 2022
 * @param plans the city plans
 * @param assessment the numbers of the assessment
 * @param report where reports go
 * @param allVerdicts whether every in-scope verdict is kept
 * @param run how the work is cut
 * @param verdictNights completed audit dates of the job whose verdicts and rejected rows are kept, at least 2; the last
 *     run of each month stays besides, and counts and assessments stay for ever
 */
public record JobConfig(
        Path file,
        String name,
        String title,
        String titleEn,
        String notice,
        String noticeEn,
        Optional<LocalDate> auditDate,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        List<Path> catalogs,
        SourceSettings source,
        LocalDate schemeSwitch,
        List<CityPlan> plans,
        AssessmentPolicy assessment,
        Report report,
        boolean allVerdicts,
        Run run,
        int verdictNights,
        Optional<NightSchedule> schedule) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    public JobConfig {
        catalogs = List.copyOf(catalogs);
        plans = List.copyOf(plans);
    }

    /** Whether a text can be the name of a job: letters a to z, digits, dashes, at most 40; reports have their own latest. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.equals("latest");
    }

    /**
     * The same job under another name, with reports in a folder of that name beside its own runs: nothing of it is compared
     * with them.
     */
    JobConfig named(String other) {
        return new JobConfig(
                file,
                other,
                title,
                titleEn,
                notice,
                noticeEn,
                auditDate,
                from,
                to,
                catalogs,
                source,
                schemeSwitch,
                plans,
                assessment,
                new Report(report.out().resolve(other), report.locale(), report.sign()),
                allVerdicts,
                run,
                verdictNights,
                schedule);
    }

    /**
     * Where reports go.
     *
     * @param out the folder that holds {@code <audit-date>/run-<n>} and {@code latest}
     * @param locale {@code zh-CN} or {@code en}
     * @param sign the PKCS#12 file with the key that signs them; absent = they are not signed
     */
    public record Report(Path out, Locale locale, Optional<Path> sign) {}

    /**
     * How the work is cut.
     *
     * @param threads worker threads; empty = one for each processor
     * @param partitionMegabytes wanted size of a partition of a file, in MB
     * @param partitionRows wanted size of a partition of a table, in rows
     * @param blockLines lines judged and stored together
     * @param workers who evaluates partitions on other machines; empty = this process alone
     */
    public record Run(
            Optional<Integer> threads,
            int partitionMegabytes,
            int partitionRows,
            int blockLines,
            Optional<RemoteWorkers> workers) {}
}
