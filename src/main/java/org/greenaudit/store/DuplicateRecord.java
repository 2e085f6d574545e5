package org.greenaudit.store;

/**
 * A row to reject as a duplicate: a row of {@code audit_duplicate}.
 *
 * @param sourceNo the later row's source
 * @param line the later row's line
 * @param firstSource the first row's source name
 * @param firstLine the first row's line
 */
public record DuplicateRecord(int sourceNo, long line, String firstSource, long firstLine) {}
