package org.greenaudit.portal.access;

import java.util.regex.Pattern;

/**
 * The part of a job's purchases that an account sees. Every query for findings, units or counts takes one, so that none can be
 * asked without.
 *
 * @param regionPrefix what the region codes of GB/T 2260 that it covers begin with: empty for all, else two, four or six
 *     digits
 * @param buyerCode the code of the only buying unit that it covers; empty for all
 */
public record AccessScope(String regionPrefix, String buyerCode) {

    private static final Pattern PREFIX = Pattern.compile("|[0-9]{2}|[0-9]{4}|[0-9]{6}");

    /** All purchases. */
    public static final AccessScope ALL = new AccessScope("", "");

    public AccessScope {
        if (!isPrefix(regionPrefix)) {
            throw new IllegalArgumentException("not the beginning of a region code: " + regionPrefix);
        }
    }

    /** Whether that can be the beginning of region codes: of a province, a prefecture, a county or, empty, of all. */
    public static boolean isPrefix(String text) {
        return PREFIX.matcher(text).matches();
    }

    /** Whether it covers purchases of that region. */
    public boolean coversRegion(String regionCode) {
        return regionCode.startsWith(regionPrefix);
    }

    /** Whether it covers purchases of that unit in that region. */
    public boolean covers(String regionCode, String buyer) {
        return coversRegion(regionCode) && (buyerCode.isEmpty() || buyerCode.equals(buyer));
    }

    /** Whether it covers everything. */
    public boolean isWhole() {
        return equals(ALL);
    }
}
