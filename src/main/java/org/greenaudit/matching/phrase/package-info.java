/**
 * What a name says, read from its own words: which goods it names, or that it names a service, works, an accessory or other
 * goods. Knows no list, no code and no other text of the line. No Spring, no JDBC.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.matching.phrase;
