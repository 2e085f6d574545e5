package org.greenaudit.sample;

/**
 * An administrative region (行政区划).
 *
 * @param code its code
 * @param name its name
 */
record Region(String code, String name) {}
