package org.greenaudit.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.greenaudit.catalog.CatalogLoader;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.message.Messages;
import org.greenaudit.report.ReportWriter;
import org.greenaudit.report.RunData;

/** The program's own parts. */
final class StandardParts implements AuditParts {

    private final SourceFactory sources;

    StandardParts(SourceFactory sources) {
        this.sources = sources;
    }

    @Override
    public CatalogSnapshot catalog(List<Path> directories) {
        return CatalogLoader.load(directories);
    }

    @Override
    public PurchaseSource source(RunSettings settings, CatalogSnapshot catalog) {
        return sources.of(settings, catalog.headerAliases());
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
