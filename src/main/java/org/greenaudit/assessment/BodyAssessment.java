package org.greenaudit.assessment;

import java.util.Map;

/**
 * A certification body's row of {@code bodies.csv} (joint liability, 连带责任).
 *
 * @param body 发证机构; empty for certificates the registry does not know
 * @param listId the list
 * @param certificates certificates looked at, counted per line, with the lines' amount
 * @param defects by defect number 1…7
 */
public record BodyAssessment(String body, String listId, Count certificates, Map<Integer, Count> defects) {}
