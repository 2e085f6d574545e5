package org.greenaudit.store;

/**
 * A source of a run: a row of {@code audit_source}.
 *
 * @param sourceNo its number from 0
 * @param name the name in reports
 * @param bytes its size
 * @param sha256 its content's SHA-256, hex
 * @param charset its charset
 * @param rows its data rows
 */
public record SourceRow(int sourceNo, String name, long bytes, String sha256, String charset, long rows) {}
