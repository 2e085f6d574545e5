/** The commands a person types, and what they print. Decides nothing. */
package org.greenaudit.cli;
