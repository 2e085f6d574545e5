package org.greenaudit.rules.certificate;

/**
 * A certificate in a verdict, for the table of certification bodies (joint liability).
 *
 * @param number 证书编号
 * @param body 发证机构; empty when the registry does not know the certificate
 * @param defect the number (1…7) of its lowest failing check; 0 when it fails none
 */
public record CitedCertificate(String number, String body, int defect) {}
