package org.greenaudit.store.database;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;

/** What tells a database apart from every other one: 1 to 12 lower-case letters and digits, given once when it is made. */
public final class DatabaseIdentity {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{1,12}");
    private static final int RANDOM_BITS = 40;
    private static final int DIGITS = 8;

    private DatabaseIdentity() {}

    /**
     * The identity of a new database.
     *
     * @param wanted the one that the configuration names; empty = one drawn at random
     * @throws UsageException when the wanted one is none
     */
    public static String of(String wanted) {
        if (wanted.isEmpty()) {
            // 36^8 is more than 2^40, so that eight digits always suffice
            String digits = new BigInteger(RANDOM_BITS, new SecureRandom()).toString(Character.MAX_RADIX);
            return "0".repeat(DIGITS - digits.length()) + digits;
        }
        if (!SHAPE.matcher(wanted).matches()) {
            throw new UsageException(Text.of("store.identity", wanted));
        }
        return wanted;
    }
}
