package org.greenaudit.catalog;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.regex.Matcher;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.Brackets;
import org.greenaudit.text.Nfkc;

/**
 * Letters and digits that mean something else among certain goods than among others: B35 is how a motor is mounted and Dyn11
 * how a transformer is wired, while 1008w is the model of a printer and no power.
 *
 * @param codes the codes by product kind, those of the kinds above included
 */
public record GoodsCodes(Map<String, Codes> codes) {

    /** No code at all. */
    public static final GoodsCodes NONE = new GoodsCodes(Map.of());

    private static final java.util.regex.Pattern WORD = java.util.regex.Pattern.compile("[^\\s;,、()]+");

    /**
     * The codes of a kind.
     *
     * @param data texts that are data, whole
     * @param models texts that are models though they are written as data
     */
    public record Codes(Pattern data, Pattern models) {

        private boolean isData(String text) {
            return data.matcher(text).matches();
        }
    }

    public GoodsCodes {
        codes = Map.copyOf(codes);
    }

    /** Whether a text is a model of the kind, whatever it would be among other goods. */
    public boolean isModel(String kind, String text) {
        Codes own = codes.get(kind);
        return own != null && own.models().matcher(Blanks.remove(Nfkc.of(text))).matches();
    }

    /** A model's text without what is data among goods of the kind; the same string where it holds none. */
    public String withoutData(String kind, String text) {
        Codes own = codes.get(kind);
        if (own == null) {
            return text;
        }
        String plain = Brackets.round(Nfkc.of(text));
        if (own.isData(Blanks.remove(plain))) {
            return "";
        }
        Matcher words = WORD.matcher(plain);
        String rest = words.replaceAll(word -> Matcher.quoteReplacement(without(own, word.group())));
        return rest.equals(plain) ? text : Blanks.trim(rest);
    }

    /** A word, or pieces of it between slashes. Digits alone may be part of a model there. */
    private static String without(Codes own, String word) {
        if (isCode(own, word)) {
            return "";
        }
        StringBuilder kept = new StringBuilder();
        for (String piece : word.split("/", -1)) {
            if (!isCode(own, piece)) {
                kept.append(kept.isEmpty() ? "" : "/").append(piece);
            }
        }
        return kept.toString();
    }

    private static boolean isCode(Codes own, String text) {
        return own.isData(text) && text.chars().anyMatch(Character::isLetter);
    }
}
