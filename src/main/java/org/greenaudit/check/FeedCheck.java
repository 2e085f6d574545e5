package org.greenaudit.check;

import java.io.IOException;
import java.util.List;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.config.SourceFactory;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourcePlan;

/**
 * How the input of an audit would be read.
 *
 * @param settings the audit
 * @param plan the sources that there are
 * @param pictures how each of them is read
 */
public record FeedCheck(RunSettings settings, SourcePlan plan, List<FeedPicture> pictures) {

    public FeedCheck {
        pictures = List.copyOf(pictures);
    }

    /**
     * Reads the input once, and judges nothing.
     *
     * @throws org.greenaudit.purchase.InputException when it cannot be read at all, in words for the user
     * @throws org.greenaudit.settings.ConfigException when the job file does not go with the catalogs
     */
    public static FeedCheck of(RunSettings settings, CatalogSnapshot catalog, SourceFactory sources)
            throws IOException {
        try (PurchaseSource source = sources.of(settings, catalog)) {
            SourcePlan plan = source.plan();
            return new FeedCheck(settings, plan, FeedPicture.of(source, plan, settings));
        }
    }
}
