/**
 * From catalog folders to one checked, fingerprinted {@link org.greenaudit.catalog.CatalogSnapshot}: a reader for each
 * file and the checks between files. Nothing here is used once the snapshot stands.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.catalog.load;
