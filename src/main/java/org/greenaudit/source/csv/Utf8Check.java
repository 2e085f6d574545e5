package org.greenaudit.source.csv;

/** Checks UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
final class Utf8Check implements CharsetCheck {

    private long seen;
    private long badAt = -1;
    private long characterAt;
    private int following;
    private int least = 0x80;
    private int most = 0xbf;

    @Override
    public void accept(byte[] bytes, int from, int count) {
        int to = from + count;
        for (int i = from; i < to && badAt < 0; i++) {
            byte b = bytes[i];
            if (b >= 0 && following == 0) {
                continue;
            }
            step(b & 0xff, seen + i - from);
        }
        seen += count;
    }

    private void step(int b, long at) {
        if (following > 0) {
            if (b < least || b > most) {
                badAt = characterAt;
            }
            following--;
            least = 0x80;
            most = 0xbf;
            return;
        }
        characterAt = at;
        if (b >= 0xc2 && b <= 0xdf) {
            following = 1;
        } else if (b >= 0xe0 && b <= 0xef) {
            following = 2;
            least = b == 0xe0 ? 0xa0 : 0x80;
            most = b == 0xed ? 0x9f : 0xbf;
        } else if (b >= 0xf0 && b <= 0xf4) {
            following = 3;
            least = b == 0xf0 ? 0x90 : 0x80;
            most = b == 0xf4 ? 0x8f : 0xbf;
        } else {
            badAt = at;
        }
    }

    @Override
    public void end() {
        if (badAt < 0 && following > 0) {
            badAt = characterAt;
        }
    }

    @Override
    public long badAt() {
        return badAt;
    }
}
