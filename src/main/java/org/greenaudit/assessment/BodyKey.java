package org.greenaudit.assessment;

/**
 * A certification body's certificates by their defect.
 *
 * @param body 发证机构; empty when the registry does not know the certificate
 * @param listId the list under which the certificate was looked at
 * @param defect lowest failing check 1…7, or 0 for none
 */
public record BodyKey(String body, String listId, int defect) {}
