package org.greenaudit.source;

/**
 * What a source held when it was planned: what reports name, and what must be the same for a run to be continued.
 *
 * @param sourceNo its number from 0
 * @param name the name in reports: the file's name, of a sheet {@code file#sheet}, or what the job calls its table
 * @param bytes its size, of a sheet the workbook's; 0 for a table
 * @param sha256 SHA-256 of its content, hex; of a sheet the workbook's; of a table, over the keys and CRC-32 of its rows in key order
 * @param charset the charset found or set
 * @param rows data rows (header and blank lines not counted), including malformed ones
 */
public record SourceContent(int sourceNo, String name, long bytes, String sha256, String charset, long rows) {}
