/** How brands and models are written and compared: aliases, model lists, wildcards. Knows no certificate. */
@NullMarked
package org.greenaudit.catalog.name;

import org.jspecify.annotations.NullMarked;
