/**
 * What people decided about findings, and whether it still applies: a decision holds while the facts hold that it was made
 * on, and never touches a line that it does not name.
 */
@NullMarked
package org.greenaudit.decision;

import org.jspecify.annotations.NullMarked;
