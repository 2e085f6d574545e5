package org.greenaudit.catalog.certificate;

import java.util.List;
import java.util.regex.Pattern;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.text.Nfkc;

/**
 * What can be the number of a certificate at all: 正在办理, 详见附件, 00000, ￥5000, a date, a telephone number or the number of
 * a standard cites none.
 */
public final class CertificateNumbers {

    /** Well below the 9 and 12 digits of the known formats, which are hints and no proof. */
    private static final int FEWEST_DIGITS = 4;

    private static final int FEWEST_LETTERS_AND_DIGITS = 6;

    /** Nothing that would make it part of a longer number stands before or behind it. */
    private static final String ALONE = "(?<![A-Za-z0-9]|[A-Za-z0-9][-./])(?:%s)(?![A-Za-z0-9]|[-./][A-Za-z0-9])";

    private static final String DAY = "(?:(?:19|20)[0-9]{2}[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?"
            + "|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))";
    /** Dates and spans of them, with a time of day or without: 2026-03-05 10:20, 2024.1.1-2028.12.31, 20260305. */
    private static final String DATES = DAY + "(?:\\s*[-~至到—–]+\\s*" + DAY + ")?(?:\\s+[0-9]{1,2}(?::[0-9]{2}){1,2})?";

    /** Mobile numbers, numbers with an area code, service numbers: 138 0013 8000, 0794-8221234, 400-800-1234. */
    private static final String TELEPHONES = "(?:86[-\\s]?)?1[3-9][0-9](?:[-\\s]?[0-9]{4}){2}"
            + "|(?:86[-\\s]?)?0[0-9]{2,3}[-)\\s]{1,2}[0-9]{7,8}(?:-[0-9]{1,6})?|[48]00(?:-?[0-9]{3}-?[0-9]{4}|-[0-9]{4}-?[0-9]{3})";
    /** Any digits behind the word for it: 电话 8221234. */
    private static final Pattern CALLED = Pattern.compile(
            "(?:电话|手机|传真|联系方式|tel|phone|mobile|fax)[^A-Za-z0-9]{0,6}[0-9][0-9\\s()-]{5,20}", Pattern.CASE_INSENSITIVE);

    private static final Pattern TELEPHONE = Pattern.compile(TELEPHONES);

    private static final String STANDARDS =
            "(?:GB|HJ|JB|QB|SJ|YD|DB[0-9]{0,2})\\s*(?:/?\\s*[TZ])?\\s*[0-9]{3,5}(?:\\.[0-9]{1,2})?\\s*[-—–]+\\s*(?:19|20)?[0-9]{2}";

    private static final List<Pattern> OTHERS = List.of(
            CALLED,
            Pattern.compile(String.format(ALONE, TELEPHONES)),
            Pattern.compile(String.format(ALONE, DATES)),
            Pattern.compile(String.format(ALONE, STANDARDS)));

    private CertificateNumbers() {}

    /** Whether a text is the number of a telephone, with the word for it or without. */
    public static boolean isTelephone(String text) {
        String told = Nfkc.of(text).strip();
        return CALLED.matcher(told).matches() || TELEPHONE.matcher(told).matches();
    }

    /** A cited text with dates, telephone numbers and the numbers of standards cut out of it. */
    static String withoutOthers(String cited) {
        if (isOneWord(cited)) {
            return cited;
        }
        String text = cited;
        for (Pattern other : OTHERS) {
            text = other.matcher(text).replaceAll(";");
        }
        return text;
    }

    /** As most numbers are: a letter, and then letters and digits only. */
    private static boolean isOneWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a text can be a certificate's number: enough letters and digits, digits that differ (behind letters, that are
     * no row of zeros), and no amount of money. Width, case, blanks and dashes do not matter.
     */
    public static boolean possible(String cited) {
        String number = ModelKeys.normalise(cited);
        int letters = 0;
        int digits = 0;
        char first = 0;
        boolean differ = false;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (Character.getType(c) == Character.CURRENCY_SYMBOL || c == '元') {
                return false;
            }
            if (c >= '0' && c <= '9') {
                first = digits == 0 ? c : first;
                differ |= c != first;
                digits++;
            } else if (c >= 'A' && c <= 'Z') {
                letters++;
            }
        }
        boolean counts = differ || (letters > 0 && first != '0');
        return counts && digits >= FEWEST_DIGITS && letters + digits >= FEWEST_LETTERS_AND_DIGITS;
    }
}
