/**
 * The program's own metrics and how they leave it. {@link org.greenaudit.metrics.Metric} defines every name, type, unit,
 * help text and label; {@link org.greenaudit.metrics.RunMetrics} counts a run; the outlets publish the same content to
 * a Pushgateway, a textfile of the node exporter, and a registry to be scraped. No label can hold a buyer, a supplier,
 * a record or a partition.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.metrics;
