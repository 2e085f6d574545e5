/** The commands a person types, and what they print. */
package org.greenaudit.cli;
