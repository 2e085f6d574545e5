/** The job file, read strictly, and what it asks for: sources, city plans, settings of a run. Reads nothing of purchases. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.job.config;
