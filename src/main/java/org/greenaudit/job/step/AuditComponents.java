package org.greenaudit.job.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.report.RunData;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.source.PurchaseSource;

/** What an audit is made of besides the job and the database: the places at which a test puts something simpler. */
public interface AuditComponents {

    /**
     * Loads the catalogs.
     *
     * @throws org.greenaudit.catalog.CatalogException when they cannot be used
     */
    CatalogSnapshot catalog(List<Path> directories);

    /** The source of purchases. */
    PurchaseSource source(RunSettings settings, CatalogSnapshot catalog);

    /** The judge of lines inside the window. */
    LineEvaluator evaluator(RunSettings settings, CatalogSnapshot catalog);

    /**
     * Writes the reports of a run.
     *
     * @throws IOException when a file cannot be written
     */
    void report(RunData data, Locale locale, Path out) throws IOException;
}
