/** Faults as a bureau meets them: real processes killed, stopped, raced, cut off from their database, out of disk. */
package org.greenaudit.faults;
