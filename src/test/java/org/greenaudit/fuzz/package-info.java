/** Every parser against inputs that nobody foresaw: it answers, or fails as it says it does and names the place. */
package org.greenaudit.fuzz;
