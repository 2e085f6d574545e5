package org.greenaudit.source.csv;

/** Checks GB18030: one, two or four bytes, the four-byte ones within the two ranges that stand for characters. */
final class Gb18030Check extends CharsetCheck {

    /** The last four-byte code of the basic plane, 0x8431A439, counted from 0x81308130. */
    private static final int LAST_BASIC = 39_419;

    /** U+10000 is 0x90308130. */
    private static final int FIRST_SUPPLEMENTARY = 189_000;

    private static final int LAST_SUPPLEMENTARY = FIRST_SUPPLEMENTARY + 0xfffff;

    private int code;

    @Override
    int usual(byte[] bytes, int at, int end) {
        int b = bytes[at] & 0xff;
        // two bytes, the second one above the ASCII characters, too
        return b >= 0x81 && b <= 0xfe && at + 1 < end && bytes[at + 1] < 0 && bytes[at + 1] != (byte) 0xff ? 2 : 0;
    }

    @Override
    boolean step(int b) {
        boolean lead = b >= 0x81 && b <= 0xfe;
        boolean digit = b >= '0' && b <= '9';
        switch (within) {
            case 0 -> {
                code = b - 0x81;
                within = 1;
                return lead;
            }
            case 1 -> {
                code = code * 10 + b - '0';
                within = digit ? 2 : 0;
                return digit || (b >= 0x40 && b <= 0xfe && b != 0x7f);
            }
            case 2 -> {
                code = code * 126 + b - 0x81;
                within = 3;
                return lead;
            }
            default -> {
                code = code * 10 + b - '0';
                within = 0;
                boolean assigned = code <= LAST_BASIC || (code >= FIRST_SUPPLEMENTARY && code <= LAST_SUPPLEMENTARY);
                return digit && assigned;
            }
        }
    }
}
