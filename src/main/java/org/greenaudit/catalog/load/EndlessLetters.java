package org.greenaudit.catalog.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The letters U+1C80 to U+1C88, old forms of Cyrillic ones. Compared without their case, RE2/J 1.8 goes from one of them to its
 * other cases until it is back, and never is.
 */
final class EndlessLetters {

    private static final int FIRST = 0x1c80;
    private static final int LAST = 0x1c88;

    /** What stands for one letter, or for a class of them: by its code, escaped, with a name, or as it is. */
    private static final Pattern SIGN = Pattern.compile(
            "\\\\x\\{(?<code>[0-9A-Fa-f]{1,6})}|\\\\x(?<byte>[0-9A-Fa-f]{2})"
                    + "|(?<named>\\\\[pP](?:\\{[^}]*})?|\\\\[dDsSwW]|\\[:[^\\]]*:])|\\\\(?<escaped>.)|(?<letter>.)",
            Pattern.DOTALL);

    private static final int NONE = -1;

    private EndlessLetters() {}

    /** Whether a pattern names one of them, or a range in which they are. */
    static boolean in(String pattern) {
        Matcher sign = SIGN.matcher(pattern);
        boolean inClass = false;
        boolean first = false;
        boolean range = false;
        int before = NONE;
        while (sign.find()) {
            String plain = sign.group("letter");
            if (!inClass && "[".equals(plain)) {
                inClass = true;
                first = true;
                before = NONE;
            } else if (inClass && first && "^".equals(plain)) {
                // what follows is still the first
                before = NONE;
            } else if (inClass && !first && "]".equals(plain)) {
                inClass = false;
                range = false;
            } else if (inClass && "-".equals(plain) && before != NONE && !range) {
                range = true;
            } else {
                int letter = letter(sign);
                int from = range ? before : letter;
                if (from <= LAST && letter >= FIRST) {
                    return true;
                }
                before = range ? NONE : letter;
                range = false;
                first = false;
            }
        }
        return false;
    }

    /** A control letter such as \\t lies below all of them, as does the one that it is written with. */
    private static int letter(Matcher sign) {
        if (sign.group("named") != null) {
            return NONE;
        }
        String code = sign.group("code") == null ? sign.group("byte") : sign.group("code");
        if (code != null) {
            return Integer.parseInt(code, 16);
        }
        String text = sign.group("letter") == null ? sign.group("escaped") : sign.group("letter");
        return text.codePointAt(0);
    }
}
