/** The pages of catalogs: what counts, the certificates, and the replacing of the registry. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.portal.catalog;
