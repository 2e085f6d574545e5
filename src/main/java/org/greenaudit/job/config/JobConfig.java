package org.greenaudit.job.config;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.purchase.MoneyUnit;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.source.csv.CsvSettings;
import org.greenaudit.source.mysql.SqlSource;

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
 * @param retain how long details stay
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
        Source source,
        LocalDate schemeSwitch,
        List<CityPlan> plans,
        AssessmentPolicy assessment,
        Report report,
        boolean allVerdicts,
        Run run,
        Retain retain) {

    public JobConfig {
        catalogs = List.copyOf(catalogs);
        plans = List.copyOf(plans);
    }

    /** Where purchases come from. */
    public sealed interface Source {

        /** What amounts are in; empty = as the header says. */
        Optional<MoneyUnit> amountUnit();

        /** The feed's own headers by the column's canonical header. */
        Map<String, String> columns();

        /** Values where a column is absent or a cell empty. */
        Map<String, String> constants();
    }

    /**
     * The CSV files of a job.
     *
     * @param files paths or glob patterns, in order
     * @param charset {@code auto} or a charset's name
     * @param delimiter {@code auto}, {@code tab} or the character
     * @param amountUnit what amounts are in; empty = as the header says
     * @param columns the feed's own headers by the column's canonical header
     * @param constants values where a column is absent or a cell empty
     */
    public record Files(
            List<String> files,
            String charset,
            String delimiter,
            Optional<MoneyUnit> amountUnit,
            Map<String, String> columns,
            Map<String, String> constants)
            implements Source {

        public Files {
            files = List.copyOf(files);
            columns = Map.copyOf(columns);
            constants = Map.copyOf(constants);
        }

        /** Files of which everything is found out. */
        static Files detected(List<String> files) {
            return new Files(files, CsvSettings.AUTO, CsvSettings.AUTO, Optional.empty(), Map.of(), Map.of());
        }

        /** Other files read in the same way. */
        Files of(List<String> others) {
            return new Files(others, charset, delimiter, amountUnit, columns, constants);
        }
    }

    /**
     * The table, view or query of a job on a MySQL or MariaDB server.
     *
     * @param url the server's JDBC address with the database; empty = from the environment
     * @param user the user; empty = from the environment
     * @param passwordVariable the environment variable that holds the password; with {@code _FILE} after it, the one that
     *     names the file that does
     * @param relation what is read
     * @param name what it is called in reports
     * @param key the column that orders the rows and tells them apart
     * @param amountUnit what amounts are in; empty = as the column's name says
     * @param columns SQL columns by feed column
     * @param constants values where a column is absent or a cell empty
     */
    public record Table(
            String url,
            String user,
            String passwordVariable,
            SqlSource relation,
            String name,
            String key,
            Optional<MoneyUnit> amountUnit,
            Map<String, String> columns,
            Map<String, String> constants)
            implements Source {

        public Table {
            columns = Map.copyOf(columns);
            constants = Map.copyOf(constants);
        }
    }

    /**
     * Where reports go.
     *
     * @param out the folder that holds {@code <audit-date>/run-<n>} and {@code latest}
     * @param locale {@code zh-CN} or {@code en}
     */
    public record Report(Path out, Locale locale) {}

    /**
     * How the work is cut.
     *
     * @param threads worker threads; empty = one for each processor
     * @param partitionMegabytes wanted size of a partition of a file, in MB
     * @param partitionRows wanted size of a partition of a table, in rows
     * @param blockLines lines judged and stored together
     */
    public record Run(Optional<Integer> threads, int partitionMegabytes, int partitionRows, int blockLines) {}

    /**
     * How long details stay; counts and assessments stay for ever.
     *
     * @param verdictNights completed audit dates of the job whose verdicts and rejected rows are kept, at least 2; the
     *     last run of each month stays besides
     */
    public record Retain(int verdictNights) {}
}
