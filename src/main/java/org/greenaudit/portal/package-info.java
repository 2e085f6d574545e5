/** The pages of the bureau and the same by HTTP: they show what the store holds and judge nothing. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.portal;
