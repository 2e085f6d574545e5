package org.greenaudit.metrics;

/** The jobs whose figures leave the process. */
@FunctionalInterface
public interface PublishedJobs {

    /** Whether the figures of a job are published. */
    boolean covers(String job);
}
