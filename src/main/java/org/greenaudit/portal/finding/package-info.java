/**
 * The findings of a run as the pages show them: filtered, sorted, paged and put into files without asking the database, and
 * single ones looked up there. Whatever is asked for takes an {@code AccessScope}.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.portal.finding;
