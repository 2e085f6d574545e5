package org.greenaudit.catalog.name;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.Nfkc;

/**
 * Families of computers whose products are sold under the family's name and a figure or a word: 小新16, YOGA 27, ZBook Power,
 * MateBook X Pro. Such a text is a model, though it has fewer digits than others.
 */
final class ProductFamilies {

    private static final String FAMILY = "(?:小新|战|星|威|锐|灵越|成就|暗影精灵|光影精灵|拯救者|启天|扬天|天逸|昭阳|开天|天骄|新圆梦|无畏|天选|灵耀|破晓"
            + "|YOGA|XPS|ZBOOK|MACBOOK|MAC|IMAC|MATEBOOK|MATESTATION|GEEK|THINK(?:PAD|BOOK|CENTRE|STATION|VISION)|IDEAPAD|LEGION|INSPIRON|VOSTRO"
            + "|LATITUDE|OPTIPLEX|PRECISION|ALIENWARE|PAVILION|PROBOOK|ELITE(?:BOOK|DESK|ONE)|PRO(?:DESK|ONE)|ENVY|SPECTRE|OMEN|SURFACE"
            + "|VIVOBOOK|ZENBOOK|EXPERTBOOK|REDMIBOOK|MAGICBOOK|IPAD|MATEPAD|ASPIRE|SWIFT|TRAVELMATE|VERITON)";

    /** Words that tell one product of a family from another. */
    private static final String WORD =
            "(?:PRO|PLUS|AIR|MAX|ULTRA|POWER|STUDIO|FURY|FIREFLY|CREATE|SLIM|TOWER|GO|MINI|SE|NEO|BOOK|CARBON|NANO|[A-Z])";

    private static final Pattern PRODUCT = Pattern.compile("(?:" + FAMILY + ")\\s*(?<own>(?:(?:" + WORD
            + "|[0-9]{1,4}(?:[A-Z]{1,3}|\\+)?|[一二三四五六七八九十]代|20[0-9]{2}款?)[\\s-]*)+)");

    private static final Pattern BREAK = Pattern.compile("[\\s-]+");

    /** A longer text is read as any other. */
    private static final int LONGEST = 32;

    private ProductFamilies() {}

    /** Whether a text is a product of a family and nothing else. */
    static boolean tells(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        Matcher product =
                PRODUCT.matcher(Blanks.trim(ModelAsides.joined(Nfkc.of(text))).toUpperCase(Locale.ROOT));
        return product.matches() && BREAK.splitAsStream(product.group("own")).noneMatch(ProductFamilies::isData);
    }

    private static boolean isData(String word) {
        boolean lettered = word.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
        return lettered && (Measures.is(word) || TechnicalData.is(word));
    }
}
