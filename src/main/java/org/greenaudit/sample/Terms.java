package org.greenaudit.sample;

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
record Terms(String body, String standard, LocalDate issued, LocalDate expires, String status, LocalDate statusDate) {

    /** In force. */
    static final String VALID = "有效";

    Terms by(String otherBody) {
        return new Terms(otherBody, standard, issued, expires, status, statusDate);
    }

    Terms to(String otherStandard) {
        return new Terms(body, otherStandard, issued, expires, status, statusDate);
    }

    Terms lasting(LocalDate otherIssued, LocalDate otherExpires) {
        return new Terms(body, standard, otherIssued, otherExpires, status, otherIssued);
    }

    Terms became(String otherStatus, LocalDate on) {
        return new Terms(body, standard, issued, expires, otherStatus, on);
    }
}
