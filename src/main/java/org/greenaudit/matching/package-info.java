/**
 * Which listed items a purchase falls under, and why: the scheme its code is written in, what its name says, the kinds
 * and capacities that rows ask for. Knows no certificate and no duty. No Spring, no JDBC.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.matching;
