package org.greenaudit.job;

import org.greenaudit.catalog.CatalogSnapshot;

/**
 * What one start is to carry out.
 *
 * @param request as it was asked for
 * @param settings what was decided from it and the job file
 * @param catalog the catalogs
 * @param start the start
 */
record Order(AuditRequest request, RunSettings settings, CatalogSnapshot catalog, Start start) {

    String jobName() {
        return settings.job().name();
    }
}
