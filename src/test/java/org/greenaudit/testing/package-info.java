/**
 * What several test packages share: builders of purchase lines, certificates, lists, catalogs, feeds, runs and verdicts
 * with named steps, and real servers (databases, Prometheus, Pushgateway) that start by themselves.
 */
package org.greenaudit.testing;
