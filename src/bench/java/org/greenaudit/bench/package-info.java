/** The benchmark: whole processes of the audit and of its peers, in turn, as ratios. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.bench;
