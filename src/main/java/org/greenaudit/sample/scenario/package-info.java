/**
 * The situations that a generated feed goes through, each with the verdicts that the audit must find. Everything is
 * fictional. Writes no bytes.
 */
@NullMarked
package org.greenaudit.sample.scenario;

import org.jspecify.annotations.NullMarked;
