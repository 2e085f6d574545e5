/** What several test packages share: real servers (databases, Prometheus, Pushgateway) that start by themselves. */
package org.greenaudit.testing;
