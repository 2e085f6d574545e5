/** What lets an audit office check a report alone: the signature of its manifest, and the check against both. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.report.seal;
