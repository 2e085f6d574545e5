package org.greenaudit.catalog;

import java.util.Locale;

/** How a certificate stands on a day: its status as far as it had begun, and its dates. */
public enum CertificateStanding {
    /** In force. */
    VALID,
    /** Issued later. */
    NOT_YET_ISSUED,
    /** Past its last day. */
    EXPIRED,
    /** 暂停. */
    SUSPENDED,
    /** 注销. */
    CANCELLED,
    /** 撤销. */
    REVOKED;

    /** The standing that a status means once it has begun. */
    public static CertificateStanding of(CertificateStatus status) {
        return switch (status) {
            case VALID -> VALID;
            case SUSPENDED -> SUSPENDED;
            case CANCELLED -> CANCELLED;
            case REVOKED -> REVOKED;
        };
    }

    /** The name in metrics: lower case with dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
