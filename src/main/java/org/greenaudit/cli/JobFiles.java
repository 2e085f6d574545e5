package org.greenaudit.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.source.CsvSettings;

/** Reads what commands need of a job file besides running it. */
interface JobFiles {

    /** The job that runs without any argument. */
    Path SAMPLE = Path.of("jobs", "sample.yaml");

    /** The job for {@code --input} without {@code --job}: never the sample's, whose certificates are invented. */
    Path NIGHTLY = Path.of("jobs", "nightly-audit.yaml");

    /**
     * Reads a job file.
     *
     * @param job the job file
     * @param inputs CSV files instead of the job's source; empty for the job's own
     * @param catalogs a catalog directory in the place of the job's
     */
    JobView read(Path job, List<Path> inputs, Optional<Path> catalogs);

    /** The job to use where none is named. */
    static Path orDefault(Path job, List<Path> inputs) {
        return Optional.ofNullable(job).orElse(inputs.isEmpty() ? SAMPLE : NIGHTLY);
    }

    /**
     * A job as commands see it.
     *
     * @param locale the language of its reports
     * @param catalogs its catalog directories, the base first
     * @param plans its city plans
     * @param schemeSwitch first contract date on which codes are taken to be of the 2022 catalogue
     * @param source its source
     */
    record JobView(
            Locale locale, List<Path> catalogs, List<CityPlan> plans, LocalDate schemeSwitch, SourceView source) {}

    /** A job's source, once the catalog's header aliases are known. */
    @FunctionalInterface
    interface SourceView {
        /** How its files are read. */
        CsvSettings settings(CatalogSnapshot catalog);
    }
}
