package org.greenaudit.job.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.config.SourceFactory;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.report.ReportWriter;
import org.greenaudit.report.RunData;
import org.greenaudit.rules.CatalogEvaluator;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.source.PurchaseSource;

/** The program's own parts. */
public final class DefaultComponents implements AuditComponents {

    private final SourceFactory sources;

    public DefaultComponents(SourceFactory sources) {
        this.sources = sources;
    }

    @Override
    public CatalogSnapshot catalog(List<Path> directories) {
        return CatalogLoader.load(directories, FeedColumn.headers());
    }

    @Override
    public PurchaseSource source(RunSettings settings, CatalogSnapshot catalog) {
        return sources.of(settings, catalog);
    }

    @Override
    public LineEvaluator evaluator(RunSettings settings, CatalogSnapshot catalog) {
        return new CatalogEvaluator(
                catalog, settings.job().schemeSwitch(), settings.job().plans());
    }

    @Override
    public void report(RunData data, Locale locale, Path out) throws IOException {
        new ReportWriter(data, Messages.in(locale)).write(out);
    }
}
