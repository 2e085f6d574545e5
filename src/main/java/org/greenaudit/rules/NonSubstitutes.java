package org.greenaudit.rules;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers that announce another scheme (CCC, energy-label filing, ISO), which is never a substitute. */
final class NonSubstitutes {

    private final List<Pattern> patterns;

    NonSubstitutes(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /** Whether a cited number announces another scheme; width and case do not matter. */
    boolean matches(String number) {
        if (patterns.isEmpty()) {
            return false;
        }
        String text = Normalizer.normalize(number, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        for (Pattern pattern : patterns) {
            if (pattern.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }
}
