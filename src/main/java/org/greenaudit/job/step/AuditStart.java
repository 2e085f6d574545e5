package org.greenaudit.job.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Text;

/**
 * One start of an audit. Used by one thread.
 *
 * @param settings what it is to carry out
 * @param catalog the catalogs
 * @param listener is notified of the progress
 * @param begun when it began
 * @param notices what went wrong beside the audit itself; grows
 */
public record AuditStart(
        RunSettings settings, CatalogSnapshot catalog, ProgressListener listener, Instant begun, List<Text> notices) {

    public AuditStart(RunSettings settings, CatalogSnapshot catalog, ProgressListener listener, Instant begun) {
        this(settings, catalog, listener, begun, new ArrayList<>());
    }

    /** Adds notices. */
    public void note(List<Text> texts) {
        notices.addAll(texts);
    }
}
