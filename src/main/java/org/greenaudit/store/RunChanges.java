package org.greenaudit.store;

/**
 * What changed since the previous completed run of the same job.
 *
 * @param previousRunId that run
 * @param added new violations (advisory ones apart)
 * @param resolved violations of that run that are none in this one (advisory ones apart)
 */
public record RunChanges(String previousRunId, long added, long resolved) {}
