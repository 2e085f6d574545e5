package org.greenaudit.source.csv;

/** Checks GB18030: one, two or four bytes, the four-byte ones within the two ranges that stand for characters. */
final class Gb18030Check implements CharsetCheck {

    /** The last four-byte code of the basic plane, 0x8431A439, counted from 0x81308130. */
    private static final int LAST_BASIC = 39_419;

    /** U+10000 is 0x90308130. */
    private static final int FIRST_SUPPLEMENTARY = 189_000;

    private static final int LAST_SUPPLEMENTARY = FIRST_SUPPLEMENTARY + 0xfffff;

    private long seen;
    private long badAt = -1;
    private long characterAt;
    private int place;
    private int code;

    @Override
    public void accept(byte[] bytes, int from, int count) {
        int to = from + count;
        for (int i = from; i < to && badAt < 0; i++) {
            byte b = bytes[i];
            if (b >= 0 && place == 0) {
                continue;
            }
            step(b & 0xff, seen + i - from);
        }
        seen += count;
    }

    private void step(int b, long at) {
        boolean lead = b >= 0x81 && b <= 0xfe;
        boolean digit = b >= '0' && b <= '9';
        boolean good = true;
        switch (place) {
            case 0 -> {
                characterAt = at;
                good = lead;
                code = b - 0x81;
                place = 1;
            }
            case 1 -> {
                good = digit || (b >= 0x40 && b <= 0xfe && b != 0x7f);
                code = code * 10 + b - '0';
                place = digit ? 2 : 0;
            }
            case 2 -> {
                good = lead;
                code = code * 126 + b - 0x81;
                place = 3;
            }
            default -> {
                code = code * 10 + b - '0';
                boolean assigned = code <= LAST_BASIC || (code >= FIRST_SUPPLEMENTARY && code <= LAST_SUPPLEMENTARY);
                good = digit && assigned;
                place = 0;
            }
        }
        if (!good) {
            badAt = characterAt;
        }
    }

    @Override
    public void end() {
        if (badAt < 0 && place > 0) {
            badAt = characterAt;
        }
    }

    @Override
    public long badAt() {
        return badAt;
    }
}
