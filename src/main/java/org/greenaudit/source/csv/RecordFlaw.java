package org.greenaudit.source.csv;

/** What keeps a record from being taken apart into cells. */
enum RecordFlaw {
    /** Nothing. */
    NONE,
    /** A quote opens, and no quote that could close it follows. */
    UNCLOSED_QUOTE,
    /** Text follows a closing quote. */
    MALFORMED_QUOTE,
    /** A cell or the record is too long. */
    TOO_LONG,
    /** A NUL byte. */
    NUL
}
