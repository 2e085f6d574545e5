package org.greenaudit.matching;

import java.util.Locale;

/**
 * What a human must answer before the line can be judged. Texts: {@code question.<id>} in the resource bundle; the id is
 * the {@code reason} label of the undetermined metric and the {@code rule_code} cell stays empty.
 */
public enum Question {
    /** The name or code covers several kinds, of which some are listed differently or not at all. */
    KIND_AMBIGUOUS,
    /** 激光, 喷墨 or 针式? */
    PRINTER_TECHNOLOGY,
    /** The nominal cooling capacity is needed. */
    COOLING_CAPACITY,
    /** The digits mean different things in the 2013 and 2022 catalogues and nothing tells which. */
    CATEGORY_SCHEME,
    /** The category code and the name speak of different things. */
    CODE_NAME_CONFLICT,
    /** Stand-alone product, or a component of a production line? */
    PRODUCTION_LINE,
    /** Several different listed goods stand in one line. */
    SEVERAL_GOODS,
    /** The standard that certification rests on excludes this product. */
    STANDARD_EXCLUDES_PRODUCT,
    /** The registry is not complete: does the cited certificate exist? */
    CERTIFICATE_NOT_IN_PARTIAL_REGISTRY,
    /** The feed has no certificate column and the registry is not complete: is there a certificate? */
    CERTIFICATE_UNKNOWN,
    /** The cell holds a text that is no certificate's number and the registry is not complete: which certificate is it? */
    CITATION_IS_NO_NUMBER,
    /** Brand or model is needed to see which certificate covers the product. */
    MODEL_UNKNOWN,
    /** The registry's entry lacks a date that the check needs. */
    CERTIFICATE_DATA_INCOMPLETE;

    /** The name in files and metrics: lower case with dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
