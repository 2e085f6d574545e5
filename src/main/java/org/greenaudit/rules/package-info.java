/**
 * The judgement: duties, certificate checks 1 to 7 (one class each), integrity rules, and the verdict with its evidence.
 * No Spring, no JDBC; “today” is never read here.
 */
@NullMarked
package org.greenaudit.rules;

import org.jspecify.annotations.NullMarked;
