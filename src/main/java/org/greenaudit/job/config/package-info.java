/** The job file, read strictly, and what it asks for: sources, city plans, settings of a run. Reads nothing of purchases. */
@NullMarked
package org.greenaudit.job.config;

import org.jspecify.annotations.NullMarked;
