/**
 * What pages and the API do for whoever asks, so that the two cannot differ: the served jobs, their runs, findings and files
 * within a scope, and the doors through which audits are started and decisions made.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.portal.desk;
