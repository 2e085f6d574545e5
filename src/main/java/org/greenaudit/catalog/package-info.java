/**
 * What the state published and what helps to read it: category codes in both schemes, product lists and their items,
 * certificates, certification bodies, brands, name terms. Loaded, checked and fingerprinted once per run into one
 * immutable {@link org.greenaudit.catalog.CatalogSnapshot}. No Spring, no JDBC, no purchase.
 */
@NullMarked
package org.greenaudit.catalog;

import org.jspecify.annotations.NullMarked;
