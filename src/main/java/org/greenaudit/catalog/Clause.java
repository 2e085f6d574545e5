package org.greenaudit.catalog;

/**
 * A clause that a verdict can cite: one row of {@code clauses.csv}.
 *
 * @param id the identifier that the rule book refers to
 * @param citationZh document and clause in Chinese, such as 财库〔2019〕9号
 * @param citationEn the same in English
 */
public record Clause(String id, String citationZh, String citationEn) {}
