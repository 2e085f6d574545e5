package org.greenaudit.job.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.decision.Decisions;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.report.ReportWriter;
import org.greenaudit.report.data.RunData;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.source.PurchaseSource;

/**
 * What an audit is made of besides the job and the database: the program's own parts, and the places at which a test
 * puts something simpler.
 */
public interface AuditComponents {

    /** The source of purchases. */
    PurchaseSource source(RunSettings settings, CatalogSnapshot catalog);

    /**
     * Loads the catalogs.
     *
     * @param warnings takes what does not stop an audit
     * @throws org.greenaudit.catalog.CatalogException when they cannot be used
     */
    default CatalogSnapshot catalog(List<Path> directories, Consumer<CatalogProblem> warnings) {
        return CatalogLoader.load(directories, FeedColumn.headers(), warnings);
    }

    /** The judge of lines inside the window, who honours these decisions. */
    default LineEvaluator evaluator(RunSettings settings, CatalogSnapshot catalog, Decisions decisions) {
        return settings.evaluator(catalog, decisions);
    }

    /**
     * Writes the reports of a run.
     *
     * @throws IOException when a file cannot be written
     */
    default void report(RunData data, RunSettings settings) throws IOException {
        new ReportWriter(data, Messages.in(settings.locale()), settings.signer(), settings.threads())
                .write(settings.out());
    }
}
