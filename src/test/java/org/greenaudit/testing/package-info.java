/**
 * What several test packages share: real servers (databases, Prometheus, Pushgateway) that start by themselves, and are
 * fetched where the machine lacks them.
 */
package org.greenaudit.testing;
