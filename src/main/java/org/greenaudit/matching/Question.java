package org.greenaudit.matching;

import org.greenaudit.message.OpenQuestion;

/** What remains open about what was bought. */
public enum Question implements OpenQuestion {
    /** The name or code covers several kinds, of which some are listed differently or not at all. */
    KIND_AMBIGUOUS,
    /** 激光, 喷墨 or 针式? */
    PRINTER_TECHNOLOGY,
    /** The nominal cooling capacity is needed. */
    COOLING_CAPACITY,
    /** The digits mean different things in the 2013 and 2022 catalogues and nothing tells which. */
    CATEGORY_SCHEME,
    /** The category code and the name mean different things. */
    CODE_NAME_CONFLICT,
    /** Stand-alone product, or a component of a production line? */
    PRODUCTION_LINE,
    /** Several different listed goods stand in one line. */
    SEVERAL_GOODS,
    /** The standard that certification rests on excludes this product. */
    STANDARD_EXCLUDES_PRODUCT
}
