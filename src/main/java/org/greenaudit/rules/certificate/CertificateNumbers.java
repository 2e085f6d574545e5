package org.greenaudit.rules.certificate;

import org.greenaudit.catalog.name.ModelKeys;

/** What can be the number of a certificate at all: 正在办理, 详见附件, 00000 or ￥5000 cites none. */
public final class CertificateNumbers {

    /** Well below the 9 and 12 digits of the known formats, which are hints and no proof. */
    private static final int FEWEST_DIGITS = 4;

    private static final int FEWEST_LETTERS_AND_DIGITS = 6;

    private CertificateNumbers() {}

    /**
     * Whether a text can be a certificate's number: enough letters and digits, digits that are not all the same, and no
     * amount of money. Width, case, blanks and dashes do not matter.
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
        return differ && digits >= FEWEST_DIGITS && letters + digits >= FEWEST_LETTERS_AND_DIGITS;
    }
}
