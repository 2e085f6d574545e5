package org.greenaudit.catalog;

import com.google.re2j.Pattern;

/**
 * A shape of numbers that announces another scheme (CCC, energy-label filing, management systems), which is never a
 * substitute for the two certifications.
 *
 * @param pattern searched in the number's comparable form ({@code ModelKeys.normalise})
 * @param meaning the scheme, in Chinese
 */
public record NonSubstitute(Pattern pattern, String meaning) {

    /** Whether a number in its comparable form has the shape. */
    public boolean matches(String normalised) {
        return pattern.matcher(normalised).find();
    }
}
