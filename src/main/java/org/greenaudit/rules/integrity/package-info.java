/**
 * What is wrong with the record of a purchase, whatever its certificates prove: the integrity rules (C01 …), one class
 * each, and the exemption that a line claims. A new rule is a class here, named in {@link
 * org.greenaudit.rules.integrity.IntegrityRule#all}.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.rules.integrity;
