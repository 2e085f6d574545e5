package org.greenaudit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.JobConfig;
import org.greenaudit.job.JobConfigLoader;
import org.greenaudit.source.CsvSettings;

/** Reads job files as the audit does, for commands that run without it. */
final class JobFileReader implements JobFiles {

    @Override
    public JobView read(Path job, List<Path> inputs, Optional<Path> catalogs) {
        JobConfig config = JobConfigLoader.load(job);
        return new JobView(
                config.report().locale(),
                catalogs.map(List::of).orElse(config.catalogs()),
                config.plans(),
                config.schemeSwitch(),
                catalog -> settings(config.source(), inputs, catalog));
    }

    private static CsvSettings settings(JobConfig.Source source, List<Path> inputs, CatalogSnapshot catalog) {
        List<String> files = inputs.isEmpty()
                ? source.files()
                : inputs.stream().map(Path::toString).toList();
        return new CsvSettings(
                files,
                source.charset(),
                source.delimiter(),
                source.columns(),
                source.constants(),
                source.amountUnit(),
                catalog.headerAliases(),
                CsvSettings.DEFAULT_PARTITION_BYTES,
                0);
    }
}
