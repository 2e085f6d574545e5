/**
 * What several test packages share: builders of purchase lines, certificates, lists, catalogs, feeds, runs and verdicts
 * with named steps, and real servers (databases, Prometheus, Pushgateway) that start by themselves and are fetched where
 * the machine lacks them.
 */
package org.greenaudit.testing;
