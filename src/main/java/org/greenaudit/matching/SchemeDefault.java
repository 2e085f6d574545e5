package org.greenaudit.matching;

import java.time.LocalDate;
import org.greenaudit.catalog.CategoryScheme;

/**
 * Which catalogue codes are taken to be written in when nothing else tells.
 *
 * @param switchDate the first contract date on which the 2022 catalogue is the default; before it that catalogue was not
 *     in use
 */
public record SchemeDefault(LocalDate switchDate) {

    /** 2013 before 2022-09-01, 2022 from then on. */
    public static final SchemeDefault STANDARD = new SchemeDefault(LocalDate.of(2022, 9, 1));

    /** The default scheme of a contract date. */
    public CategoryScheme on(LocalDate contractDate) {
        return contractDate.isBefore(switchDate) ? CategoryScheme.GPC2013 : CategoryScheme.GPC2022;
    }
}
