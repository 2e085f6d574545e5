/** How brands and models are written and compared: aliases, model lists, wildcards. Knows no certificate. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.catalog.name;
