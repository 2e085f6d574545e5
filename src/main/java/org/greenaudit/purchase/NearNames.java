package org.greenaudit.purchase;

/** Names that differ by a slip: 合同签定日期 and 合同签订日期. */
final class NearNames {

    private static final int SHORT = 3;
    private static final int LONG = 7;

    private NearNames() {}

    /** Whether two names, normalised, differ by no more characters than a slip of the pen would. */
    static boolean near(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int most = shorter <= SHORT ? 0 : shorter < LONG ? 1 : 2;
        return Math.abs(one.length() - other.length()) <= most && distance(one, other) <= most;
    }

    /** The characters to put in, leave out or change. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[before.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
