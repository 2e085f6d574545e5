/**
 * What the state published, as the audit needs it: category codes in both schemes, product lists and their items,
 * certificates, certification bodies, brands, name terms, all in one immutable {@link org.greenaudit.catalog.CatalogSnapshot}.
 * Data and questions only: no files, no indexes, no Spring, no JDBC, no purchase.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.catalog;
