package org.greenaudit.purchase;

import java.util.Locale;

/**
 * Something odd in a row that could still be read; travels with the verdict. Texts: {@code warning.<name>} in the
 * resource bundle, lower case with dashes.
 */
public enum DataWarning {
    /** Quantity × unit price differs from the amount by more than 1 % and 1 yuan. */
    AMOUNT_MISMATCH,
    /** The header or job says 万元 but the cell agrees with quantity × unit price in yuan; read as yuan. */
    AMOUNT_UNIT_SUSPECT,
    /** The amount is zero or negative. */
    AMOUNT_NOT_POSITIVE,
    /** The amount has parts of a fen, which were rounded half up. */
    AMOUNT_ROUNDED,
    /** The quantity is no number, such as 一批. */
    QUANTITY_UNREADABLE,
    /** The unit price is no number. */
    UNIT_PRICE_UNREADABLE,
    /** No model, or none that names one: 详见附件. */
    MODEL_MISSING,
    /** No brand. */
    BRAND_MISSING,
    /** Code and name stood in one cell and were split. */
    CODE_GLUED,
    /** The category code is no code in any scheme. */
    CODE_UNREADABLE,
    /** The category scheme is neither 2013 nor 2022. */
    SCHEME_UNREADABLE,
    /** The date names a month only; its first day was taken. */
    DATE_MONTH_ONLY,
    /** A spreadsheet destroyed the digits of the buyer's code, which counts as none. */
    BUYER_CODE_DESTROYED,
    /** The buyer's type is not one of the known five. */
    BUYER_TYPE_UNREADABLE,
    /** No region is given, or its code is none. */
    REGION_MISSING,
    /** The region's code was read from its name. */
    REGION_FROM_NAME,
    /** No region is given; the one city of the job's plans was taken. */
    REGION_FROM_JOB,
    /** The row has fewer cells than the header. */
    CELLS_MISSING,
    /** The feed has two certificate columns for a list, and they say different things; both count. */
    CERTIFICATES_DIFFER,
    /** Status or remark say that some of the pieces went back or were cancelled; the line counts with all of them. */
    ORDER_PARTLY_RETURNED,
    /** Status or remark speak of a return or a cancellation, but not clearly of this whole order. */
    ORDER_DOUBTFUL;

    /** The name in files: lower case with dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
