package org.greenaudit.catalog;

/** The edition of 政府采购品目分类目录 (the government procurement category catalogue) a code is written in. */
public enum CategoryScheme {
    /** The 2013 catalogue: a letter and 2 to 10 digits; the product lists are written in it. */
    GPC2013("2013"),
    /** The 2022 catalogue: a letter and exactly 8 digits, padded with {@code 00}; in use since 2022-09-01. */
    GPC2022("2022");

    private final String year;

    CategoryScheme(String year) {
        this.year = year;
    }

    /** The name in feeds and reports: {@code 2013} or {@code 2022}. */
    public String year() {
        return year;
    }
}
