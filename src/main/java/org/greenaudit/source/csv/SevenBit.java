package org.greenaudit.source.csv;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese that is written with ASCII characters alone, as mail once needed: HZ, ISO-2022 and UTF-7. */
final class SevenBit {

    private static final Pattern HZ = Pattern.compile("~\\{[!-}]{2,}~}");
    private static final Pattern ISO_2022 = Pattern.compile("\\x1B(?:\\$[)*+@AB]|\\([BJ])");
    private static final Pattern UTF_7 = Pattern.compile("\\+([A-Za-z0-9+/]{3,})-?");

    /** One such word may be a model or an address; a table of purchases has one in nearly every row. */
    private static final int WORDS = 5;

    private SevenBit() {}

    /** Whether the beginning of a file is such a text. */
    static boolean is(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        String text = new String(bytes, StandardCharsets.US_ASCII);
        return isOften(HZ.matcher(text)) || isOften(ISO_2022.matcher(text)) || isUtf7(UTF_7.matcher(text));
    }

    private static boolean isOften(Matcher words) {
        return words.results().limit(WORDS).count() == WORDS;
    }

    private static boolean isUtf7(Matcher words) {
        return words.results()
                        .filter(word -> isChinese(word.group(1)))
                        .limit(WORDS)
                        .count()
                == WORDS;
    }

    /** Whether Base64 holds nothing but Chinese in UTF-16. */
    private static boolean isChinese(String base64) {
        try {
            String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_16BE);
            return !text.isEmpty()
                    && text.codePoints()
                            .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
                                    || (c >= 0x3000 && c <= 0x303F)
                                    || c >= 0xFF00);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
