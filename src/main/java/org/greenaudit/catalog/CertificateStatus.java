package org.greenaudit.catalog;

/** 证书状态: what the registry says of a certificate. */
public enum CertificateStatus {
    /** 有效. */
    VALID("有效"),
    /** 暂停. */
    SUSPENDED("暂停"),
    /** 注销. */
    CANCELLED("注销"),
    /** 撤销. */
    REVOKED("撤销");

    private final String label;

    CertificateStatus(String label) {
        this.label = label;
    }

    /** The Chinese word in registry files. */
    public String label() {
        return label;
    }
}
