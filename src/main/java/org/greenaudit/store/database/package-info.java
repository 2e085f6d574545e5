/**
 * The database itself: H2 embedded or MySQL, its address and passwords, migrations, checks, and which failures pass by
 * themselves. Knows no run and no verdict.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.store.database;
