/**
 * The certificate registry: certificate files read row by row, and the compact index that answers by number and by
 * brand and model. Knows no list but by its id, and judges nothing.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.catalog.certificate;
