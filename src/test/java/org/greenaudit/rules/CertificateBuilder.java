package org.greenaudit.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateStatus;

/** A certificate for the tests: in force, for 示例甲 M100, a desktop computer, unless told otherwise. All fictional. */
public final class CertificateBuilder {

    private final String number;
    private String category = "节能产品";
    private String body = "示例认证中心";
    private String brand = "示例甲";
    private String kind = "台式计算机";
    private String models = "M100";
    private String standard = "GB 28380-2012";
    private Optional<LocalDate> issued = Optional.of(LocalDate.of(2024, 1, 1));
    private Optional<LocalDate> expires = Optional.of(LocalDate.of(2028, 12, 31));
    private CertificateStatus status = CertificateStatus.VALID;
    private Optional<LocalDate> statusDate = Optional.empty();

    private CertificateBuilder(String number) {
        this.number = number;
    }

    public static CertificateBuilder certificate(String number) {
        return new CertificateBuilder(number);
    }

    public CertificateBuilder eco() {
        category = "环境标志产品";
        return this;
    }

    public CertificateBuilder body(String value) {
        body = value;
        return this;
    }

    public CertificateBuilder brand(String value) {
        brand = value;
        return this;
    }

    public CertificateBuilder kind(String value) {
        kind = value;
        return this;
    }

    public CertificateBuilder models(String value) {
        models = value;
        return this;
    }

    public CertificateBuilder standard(String value) {
        standard = value;
        return this;
    }

    public CertificateBuilder issued(String date) {
        issued = date(date);
        return this;
    }

    public CertificateBuilder expires(String date) {
        expires = date(date);
        return this;
    }

    public CertificateBuilder status(CertificateStatus value, String since) {
        status = value;
        statusDate = date(since);
        return this;
    }

    private static Optional<LocalDate> date(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    public Certificate build() {
        return new Certificate(
                number,
                category,
                body,
                "示例获证组织",
                brand,
                kind,
                kind,
                models,
                standard,
                issued,
                expires,
                status,
                statusDate);
    }
}
