package org.greenaudit.catalog;

import java.time.LocalDate;

/**
 * A product kind that a current standard leaves out although a list still names it, so that no body can certify it:
 * tablets and GB 28380-2025 from 2026-02-01, toilets with warm-water washing and GB 25502-2024 from 2025-05-01.
 *
 * @param listId the list concerned
 * @param kind the product kind (with its sub-kinds)
 * @param standard the standard that excludes it
 * @param from first contract date concerned
 */
public record StandardExclusion(String listId, String kind, String standard, LocalDate from) {}
