package org.greenaudit.sample.scenario;

import java.time.LocalDate;

/**
 * The terms of a certificate.
 *
 * @param body 发证机构
 * @param standard 认证依据
 * @param issued 颁证日期
 * @param expires 到期日期
 * @param status 证书状态: {@link #VALID} or 暂停, 注销, 撤销
 * @param statusDate 状态日期
 */
public record CertificateTerms(
        String body, String standard, LocalDate issued, LocalDate expires, String status, LocalDate statusDate) {

    /** In force. */
    public static final String VALID = "有效";

    CertificateTerms by(String otherBody) {
        return new CertificateTerms(otherBody, standard, issued, expires, status, statusDate);
    }

    CertificateTerms to(String otherStandard) {
        return new CertificateTerms(body, otherStandard, issued, expires, status, statusDate);
    }

    CertificateTerms lasting(LocalDate otherIssued, LocalDate otherExpires) {
        return new CertificateTerms(body, standard, otherIssued, otherExpires, status, otherIssued);
    }

    CertificateTerms became(String otherStatus, LocalDate on) {
        return new CertificateTerms(body, standard, issued, expires, otherStatus, on);
    }
}
