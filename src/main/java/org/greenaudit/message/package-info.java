/**
 * Words for people, kept apart from facts: a {@link org.greenaudit.message.Text} is a key with arguments that is stored
 * and compared as data, and becomes Chinese or English only where it is shown. No Spring, no JDBC.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.message;
