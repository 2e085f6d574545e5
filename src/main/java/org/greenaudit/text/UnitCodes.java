package org.greenaudit.text;

import java.util.regex.Pattern;

/** The code of a unit, most often the 18 characters of its unified social credit code (统一社会信用代码). */
public final class UnitCodes {

    private static final int CREDIT_CODE = 18;
    private static final int CHECKED = CREDIT_CODE - 1;
    private static final int MODULUS = 31;
    private static final int KEPT = 15;

    /** 1.1361E+17. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[1-9](?:[.,][0-9]+)?[Ee]\\+[0-9]{2}");

    /** A spreadsheet keeps 15 digits of a number. */
    private static final Pattern CUT = Pattern.compile("[1-9][0-9]{14}000(?:\\.0+)?");

    private UnitCodes() {}

    /** Whether a spreadsheet took the code for a number and destroyed its last digits. */
    public static boolean isDestroyed(String code) {
        // nearly every code has neither
        return (code.indexOf('+') > 0 && SCIENTIFIC.matcher(code).matches())
                || (code.startsWith("000", KEPT) && CUT.matcher(code).matches() && !isCreditCode(code));
    }

    /** Whether a code of digits ends with its check digit by GB 32100-2015. */
    private static boolean isCreditCode(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < CHECKED; i++) {
            sum += (code.charAt(i) - '0') * weight;
            weight = weight * 3 % MODULUS;
        }
        return code.length() == CREDIT_CODE && (MODULUS - sum % MODULUS) % MODULUS == code.charAt(CHECKED) - '0';
    }
}
