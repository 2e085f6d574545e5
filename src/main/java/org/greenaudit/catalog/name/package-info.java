/** How brands and models are written and compared: aliases, model lists, wildcards. Knows no certificate. */
package org.greenaudit.catalog.name;
