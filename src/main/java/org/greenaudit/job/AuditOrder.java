package org.greenaudit.job;

import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.config.AuditRequest;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.step.AuditStart;

/**
 * What one start is to carry out.
 *
 * @param request as it was asked for
 * @param settings what was decided from it and the job file
 * @param catalog the catalogs
 * @param start the start
 */
record AuditOrder(AuditRequest request, RunSettings settings, CatalogSnapshot catalog, AuditStart start) {

    String jobName() {
        return settings.job().name();
    }
}
