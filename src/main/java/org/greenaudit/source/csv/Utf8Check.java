package org.greenaudit.source.csv;

/** Checks UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
final class Utf8Check extends CharsetCheck {

    private int least = 0x80;
    private int most = 0xbf;

    @Override
    int usual(byte[] bytes, int at, int end) {
        int b = bytes[at] & 0xff;
        // three bytes, but for those whose second byte is bounded
        boolean free = b > 0xe0 && b <= 0xef && b != 0xed;
        return free && at + 2 < end && (bytes[at + 1] & 0xc0) == 0x80 && (bytes[at + 2] & 0xc0) == 0x80 ? 3 : 0;
    }

    @Override
    boolean step(int b) {
        if (within > 0) {
            boolean good = b >= least && b <= most;
            within--;
            least = 0x80;
            most = 0xbf;
            return good;
        }
        if (b >= 0xc2 && b <= 0xdf) {
            within = 1;
        } else if (b >= 0xe0 && b <= 0xef) {
            within = 2;
            least = b == 0xe0 ? 0xa0 : 0x80;
            most = b == 0xed ? 0x9f : 0xbf;
        } else if (b >= 0xf0 && b <= 0xf4) {
            within = 3;
            least = b == 0xf0 ? 0x90 : 0x80;
            most = b == 0xf4 ? 0x8f : 0xbf;
        }
        return within > 0;
    }
}
