package org.greenaudit.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognises Chinese text whose bytes somebody has read in another charset than they were written in ({@code æ±Ÿè¥¿},
 * {@code ½­Î÷} and {@code 姹熻タ} were 江西), or of which nothing is left but signs of loss ({@code ????}, {@code ��}, 锟斤拷).
 * Nearly every cell is ruled out by a look at its characters.
 */
public final class Garbled {

    private static final Charset GBK = Charset.forName("GBK");
    private static final char LOST = '\ufffd';
    /** Two of these in UTF-8, read as GBK. */
    private static final String LOST_TWICE = "锟斤拷";

    /** The charsets of one byte a character in which Chinese bytes are most often read. */
    private static final List<String> SINGLE_BYTE = List.of("windows-1252", "windows-1250", "windows-1251", "IBM437");

    /** Those of several bytes; in them, nobody can tell Chinese text in GBK from Chinese text. */
    private static final List<String> MULTI_BYTE = List.of("GBK", "Big5");

    /** Only three in a row are worth a second look: quotation marks, dashes and degrees are among them. */
    private static final int SUSPECT_IN_A_ROW = 3;

    private static final int LOST_IN_A_ROW = 3;
    private static final int LEAST_HAN = 2;

    private static final List<Reading> OF_SINGLE_BYTES = supported(SINGLE_BYTE)
            .flatMap(wrong ->
                    Stream.of(new Reading(wrong, StandardCharsets.UTF_8, 1), new Reading(wrong, GBK, LEAST_HAN)))
            .toList();

    private static final List<Reading> OF_MULTIPLE_BYTES = supported(MULTI_BYTE)
            .map(wrong -> new Reading(wrong, StandardCharsets.UTF_8, LEAST_HAN))
            .toList();

    /** What the bytes from 0x80 on are in the charsets of one byte. */
    private static final BitSet SUSPECT = new BitSet();

    /** What a Chinese character in UTF-8 begins with in the charsets of several bytes. */
    private static final BitSet FIRST = new BitSet();

    static {
        supported(SINGLE_BYTE).forEach(wrong -> {
            for (int b = 0x80; b <= 0xff; b++) {
                SUSPECT.set(decoded(wrong, b));
            }
        });
        SUSPECT.set(0x80, 0xa0);
        supported(MULTI_BYTE).forEach(wrong -> {
            for (int first = 0xe3; first <= 0xe9; first++) {
                for (int second = 0x80; second <= 0xbf; second++) {
                    FIRST.set(decoded(wrong, first, second));
                }
            }
            FIRST.set(decoded(wrong, 0xef, 0xbf));
        });
        SUSPECT.clear(LOST);
        FIRST.clear(LOST);
    }

    /**
     * A way to read bytes wrongly, and back.
     *
     * @param wrong the charset they were read in
     * @param right the charset they were written in
     * @param leastHan how many Chinese characters must come out for it not to be chance
     */
    private record Reading(Charset wrong, Charset right, int leastHan) {

        /** The text as it was written, if it was read so. */
        Optional<String> undone(String text) {
            String written = new String(bytes(text), right);
            int han = 0;
            int common = 0;
            int lost = 0;
            for (int i = 0; i < written.length(); i++) {
                char c = written.charAt(i);
                if (isHan(c)) {
                    han++;
                    common += isCommon(c) ? 1 : 0;
                } else if (c == LOST) {
                    lost++;
                } else if (c >= 0x80 && !isChinesePunctuation(c)) {
                    return Optional.empty();
                }
            }
            // a character may have been cut at the end, or trimmed as a blank
            boolean whole = lost <= 1 + han / 4;
            boolean plausible = right.equals(StandardCharsets.UTF_8) || 2 * common > han;
            return han >= leastHan && whole && plausible ? Optional.of(written) : Optional.empty();
        }

        /** The bytes; controls that the charset does not know stand for themselves, and other characters are no part of it. */
        private byte[] bytes(String text) {
            byte[] bytes = text.getBytes(wrong);
            if (bytes.length == text.length()) {
                for (int i = 0; i < bytes.length; i++) {
                    char c = text.charAt(i);
                    bytes[i] = c >= 0x80 && c < 0xa0 ? (byte) c : bytes[i];
                }
            }
            return bytes;
        }
    }

    private Garbled() {}

    /** What stood there before, of a text that is garbled: with what can be read again, or empty where all is lost. */
    public static Optional<String> before(String text) {
        int suspect = 0;
        int lost = 0;
        int questions = 0;
        boolean han = false;
        boolean singleBytes = false;
        boolean multipleBytes = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                suspect = 0;
                questions = c == '?' ? questions + 1 : questions >= LOST_IN_A_ROW ? questions : 0;
                continue;
            }
            lost += c == LOST ? 1 : 0;
            suspect = SUSPECT.get(c) ? suspect + 1 : 0;
            singleBytes |= suspect >= SUSPECT_IN_A_ROW;
            multipleBytes |= FIRST.get(c);
            han |= isHan(c);
        }
        Optional<String> before = singleBytes ? undone(OF_SINGLE_BYTES, text) : Optional.empty();
        if (before.isEmpty() && multipleBytes) {
            before = undone(OF_MULTIPLE_BYTES, text);
        }
        if (before.isPresent()) {
            return before;
        }
        boolean onlyQuestions = questions >= 2 && questions == text.length();
        boolean gone = lost > 1
                || (!han && (questions >= LOST_IN_A_ROW || onlyQuestions))
                || (multipleBytes && text.contains(LOST_TWICE));
        return gone ? Optional.of("") : Optional.empty();
    }

    private static Optional<String> undone(List<Reading> readings, String text) {
        return readings.stream()
                .flatMap(reading -> reading.undone(text).stream())
                .findFirst();
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    private static boolean isChinesePunctuation(char c) {
        return (c >= '\u3000' && c <= '\u303f')
                || (c >= '\uff00' && c <= '\uffef')
                || (c >= '\u2010' && c <= '\u2027')
                || c == '·'
                || c == '×';
    }

    /** Whether it is one of the 3,755 characters of GB 2312's first level. */
    private static boolean isCommon(char c) {
        byte[] bytes = String.valueOf(c).getBytes(GBK);
        return bytes.length == 2 && (bytes[0] & 0xff) >= 0xb0 && (bytes[0] & 0xff) <= 0xd7 && (bytes[1] & 0xff) >= 0xa1;
    }

    private static int decoded(Charset charset, int... bytes) {
        byte[] encoded = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            encoded[i] = (byte) bytes[i];
        }
        return new String(encoded, charset).charAt(0);
    }

    private static Stream<Charset> supported(List<String> names) {
        return names.stream().filter(Charset::isSupported).map(Charset::forName);
    }
}
