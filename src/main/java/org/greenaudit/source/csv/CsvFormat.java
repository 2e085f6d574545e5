package org.greenaudit.source.csv;

/**
 * How one file is written.
 *
 * @param charset its charset
 * @param delimiter its delimiter, an ASCII character
 * @param bom the length of its byte order mark in bytes
 */
record CsvFormat(CsvCharset charset, char delimiter, int bom) {

    /** That of a sheet in the spool. */
    static final CsvFormat SPOOLED = new CsvFormat(CsvCharset.UTF_8, ',', 0);

    /** What each byte means in such a file. */
    ByteKinds kinds() {
        return new ByteKinds(delimiter, charset == CsvCharset.GB18030);
    }
}
