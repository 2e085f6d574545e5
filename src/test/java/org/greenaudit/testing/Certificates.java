package org.greenaudit.testing;

import java.time.LocalDate;
import java.util.Optional;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateStatus;

/**
 * Builds a product certificate; everything in it is fictional. Unless a step says otherwise it covers the desktop computer
 * 示例甲 M100 and is in force from 2024-01-01 to 2028-12-31:
 *
 * <pre>{@code
 * Certificate ended = Certificates.energySaving("CQC1").models("M200；M300").expires("2025-12-31").build();
 * }</pre>
 */
public final class Certificates {

    private final String number;
    private final String category;
    private String body = "示例认证中心";
    private String holder = "示例获证组织";
    private String maker = "";
    private String brand = "示例甲";
    private String productName = "台式计算机";
    private String kind = "台式计算机";
    private String models = "M100";
    private String standard = "GB 28380-2012";
    private Optional<LocalDate> issued = Optional.of(LocalDate.of(2024, 1, 1));
    private Optional<LocalDate> expires = Optional.of(LocalDate.of(2028, 12, 31));
    private CertificateStatus status = CertificateStatus.VALID;
    private Optional<LocalDate> statusDate = Optional.empty();

    private Certificates(String number, String category) {
        this.number = number;
        this.category = category;
    }

    /** An energy-saving certificate (节能产品). */
    public static Certificates energySaving(String number) {
        return of(number, "节能产品");
    }

    /** An eco-label certificate (环境标志产品). */
    public static Certificates ecoLabel(String number) {
        return of(number, "环境标志产品");
    }

    /** A certificate of another category (认证类别). */
    public static Certificates of(String number, String category) {
        return new Certificates(number, category);
    }

    /** The certification body (发证机构). */
    public Certificates body(String name) {
        body = name;
        return this;
    }

    /** Who holds it (获证组织). */
    public Certificates holder(String name) {
        holder = name;
        return this;
    }

    public Certificates brand(String name) {
        brand = name;
        return this;
    }

    /** The product's name as printed; the kind is set by its own step. */
    public Certificates productName(String name) {
        productName = name;
        return this;
    }

    /** The product kind; empty when the registry does not know it. */
    public Certificates kind(String name) {
        kind = name;
        return this;
    }

    /** The models covered, as written: several may be separated by ；, with wildcards. */
    public Certificates models(String text) {
        models = text;
        return this;
    }

    /** The standard that it certifies (认证依据). */
    public Certificates standard(String name) {
        standard = name;
        return this;
    }

    /** The first day of validity; empty when unknown. */
    public Certificates issued(String date) {
        issued = date(date);
        return this;
    }

    /** The last day of validity; empty when unknown. */
    public Certificates expires(String date) {
        expires = date(date);
        return this;
    }

    /** Its status and the first day of it; the day is empty when unknown. */
    public Certificates status(CertificateStatus value, String since) {
        status = value;
        statusDate = date(since);
        return this;
    }

    private static Optional<LocalDate> date(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    /** The certificate; later steps do not change it. */
    public Certificate build() {
        return new Certificate(
                number,
                category,
                body,
                holder,
                maker,
                brand,
                productName,
                kind,
                models,
                standard,
                issued,
                expires,
                status,
                statusDate);
    }
}
