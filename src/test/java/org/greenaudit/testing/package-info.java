/** What several test packages share: real database servers that start by themselves. */
package org.greenaudit.testing;
