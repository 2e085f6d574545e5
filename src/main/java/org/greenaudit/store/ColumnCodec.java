package org.greenaudit.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.message.Text;

/** How values stand in the tables: texts no longer than their column, money in yuan, messages as data. */
final class ColumnCodec {

    /** Column lengths that several tables share. */
    static final int REGION_CODE = 32;

    static final int REGION_NAME = 100;
    static final int BUYER_CODE = 64;
    static final int BUYER_NAME = 200;
    static final int RECORD_ID = 200;
    static final int SOURCE_NAME = 255;
    static final int MESSAGE = 2000;
    static final int WARNINGS = 4000;

    private static final char BETWEEN_TEXTS = '\u001e';
    private static final String ELLIPSIS = "…";

    private ColumnCodec() {}

    /** The text, cut to a number of UTF-16 units (never inside a character) with an ellipsis as its last one. */
    static String clip(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    /** An amount of yuan in fen. */
    static long fen(BigDecimal yuan) {
        return yuan.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** A text in at most that many characters; arguments that are too long are cut, never dropped. */
    static String encode(Text text, int max) {
        return encodeAll(List.of(text), max);
    }

    /** Several texts in at most that many characters. */
    static String encodeAll(List<Text> texts, int max) {
        String all = join(texts, Integer.MAX_VALUE);
        for (int longest = 400; all.length() > max && longest >= 25; longest /= 2) {
            all = join(texts, longest);
        }
        List<Text> fewer = new ArrayList<>(texts);
        while (all.length() > max) {
            // hundreds of texts on one line: the first ones say enough
            fewer.remove(fewer.size() - 1);
            all = join(fewer, 25);
        }
        return all;
    }

    static List<Text> decodeAll(String stored) {
        if (stored.isEmpty()) {
            return List.of();
        }
        List<Text> texts = new ArrayList<>();
        for (String part : stored.split(String.valueOf(BETWEEN_TEXTS), -1)) {
            texts.add(Text.decode(part));
        }
        return texts;
    }

    private static String join(List<Text> texts, int longestArgument) {
        StringBuilder all = new StringBuilder();
        for (Text text : texts) {
            if (!all.isEmpty()) {
                all.append(BETWEEN_TEXTS);
            }
            List<String> args = new ArrayList<>(text.args().size());
            for (String arg : text.args()) {
                args.add(clip(arg.replace(BETWEEN_TEXTS, ' '), longestArgument));
            }
            all.append(new Text(text.key(), args).encode());
        }
        return all.toString();
    }
}
