/** What a bureau watches: the rules of Prometheus and the dashboards of Grafana in {@code jobs/monitoring}. */
package org.greenaudit.monitoring;
