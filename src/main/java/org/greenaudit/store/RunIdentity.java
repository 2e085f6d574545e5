package org.greenaudit.store;

import java.time.LocalDate;

/**
 * What makes two starts the same audit: a second start continues or reuses the run of the first.
 *
 * @param jobName the job
 * @param auditDate the audit date
 * @param from first contract date of the window
 * @param to last contract date of the window
 */
public record RunIdentity(String jobName, LocalDate auditDate, LocalDate from, LocalDate to) {}
