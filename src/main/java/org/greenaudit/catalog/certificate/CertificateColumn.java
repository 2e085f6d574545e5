package org.greenaudit.catalog.certificate;

import java.util.Optional;
import java.util.regex.Pattern;
import org.greenaudit.text.NameKeys;

/** A column of a certificate file, by its Chinese or its English header. */
enum CertificateColumn {
    NUMBER("证书编号", "certificate_no", true),
    CATEGORY("认证类别", "category", true),
    BODY("发证机构", "body", true),
    HOLDER("获证组织", "holder", false),
    MAKER("生产者", "maker", false),
    BRAND("品牌", "brand", true),
    PRODUCT_NAME("产品名称", "product_name", true),
    PRODUCT_CLASS("产品类别", "product_class", true),
    MODELS("规格型号", "models", true),
    STANDARD("认证依据", "standard", true),
    ENERGY_GRADE("能效等级", "energy_grade", false),
    ISSUED("颁证日期", "issued", true),
    EXPIRES("到期日期", "expires", true),
    VALIDITY("有效期", "validity", false),
    STATUS("证书状态", "status", true),
    STATUS_DATE("状态日期", "status_date", false);

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}+");

    private final String chinese;
    private final String english;
    private final boolean required;

    CertificateColumn(String chinese, String english, boolean required) {
        this.chinese = chinese;
        this.english = english;
        this.required = required;
    }

    /** The Chinese header with the English one, for messages. */
    String label() {
        return chinese + " (" + english + ")";
    }

    /** The Chinese header. */
    String chinese() {
        return chinese;
    }

    /** The English header. */
    String english() {
        return english;
    }

    /** Whether a file must have it: every column that a check reads, even where its cells are empty. */
    boolean required() {
        return required;
    }

    /** A header as headers compare: blanks, case, width and punctuation do not matter. */
    static String key(String header) {
        return PUNCTUATION.matcher(NameKeys.normalise(header)).replaceAll("");
    }

    /** The column of a header cell; empty for unknown columns. */
    static Optional<CertificateColumn> of(String header, CertificateWords words) {
        String written = key(header);
        String name = key(words.columns().getOrDefault(written, written));
        for (CertificateColumn column : values()) {
            if (name.equals(column.chinese) || name.equals(key(column.english))) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
