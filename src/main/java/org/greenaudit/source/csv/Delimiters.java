package org.greenaudit.source.csv;

import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;

/** Which character parts the cells of a file. */
final class Delimiters {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};

    private Delimiters() {}

    /**
     * The delimiter: the job's, or the candidate that is most frequent in the header.
     *
     * @throws InputException when the job's is not one ASCII punctuation character or tab
     */
    static char of(CsvSettings settings, FileHead head, CsvCharset charset) {
        String wanted = settings.delimiter();
        if (!wanted.equals(CsvSettings.AUTO)) {
            return named(wanted);
        }
        String text = new String(head.bytes(), head.bom(), head.bytes().length - head.bom(), charset.charset());
        char best = CANDIDATES[0];
        int most = 0;
        for (char candidate : CANDIDATES) {
            int count = countInHeader(text, candidate);
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static char named(String wanted) {
        if (wanted.equals("tab") || wanted.equals("\\t")) {
            return '\t';
        }
        char c = wanted.length() == 1 ? wanted.charAt(0) : 0;
        boolean punctuation = c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c) && c != '"';
        if (!punctuation && c != '\t') {
            throw new InputException(Text.of("source.delimiter-name", wanted));
        }
        return c;
    }

    /** Counts outside quotes, up to the end of the first line that is not blank. */
    private static int countInHeader(String text, char candidate) {
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (!text.substring(0, i).isBlank()) {
                    return count;
                }
            } else if (!quoted && c == candidate) {
                count++;
            }
        }
        return count;
    }
}
