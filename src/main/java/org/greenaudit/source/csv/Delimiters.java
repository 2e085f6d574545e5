package org.greenaudit.source.csv;

import org.greenaudit.message.Text;
import org.greenaudit.purchase.HeaderReader;
import org.greenaudit.purchase.InputException;

/** Which character parts the cells of a file. */
final class Delimiters {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};

    private Delimiters() {}

    /** Lines with fewer are titles and notes: a header has more columns. */
    private static final int FEWEST = 3;

    /**
     * The delimiter: the job's, or the candidate that is most frequent in the first line that may be a header.
     *
     * @throws InputException when the job's is not one ASCII punctuation character or tab
     */
    static char of(CsvSettings settings, FileHead head, CsvCharset charset) {
        String wanted = settings.delimiter();
        if (!wanted.equals(CsvSettings.AUTO)) {
            return named(wanted);
        }
        String text = new String(head.bytes(), head.bom(), head.bytes().length - head.bom(), charset.charset());
        int from = 0;
        char first = 0;
        for (int line = 0; line < HeaderReader.SEARCHED && from < text.length(); line++) {
            int to = lineEnd(text, from);
            String one = text.substring(from, to);
            char best = mostFrequent(one);
            if (count(one, best) >= FEWEST) {
                return best;
            }
            first = first == 0 && !one.isBlank() ? best : first;
            from = to + 1;
        }
        return first == 0 ? CANDIDATES[0] : first;
    }

    private static char mostFrequent(String line) {
        char best = CANDIDATES[0];
        int most = 0;
        for (char candidate : CANDIDATES) {
            int count = count(line, candidate);
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

    /** Where the line ends, line ends in quotes passed over; the text's length behind the last. */
    private static int lineEnd(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                return i;
            }
        }
        return text.length();
    }

    /** Counts outside quotes. */
    private static int count(String line, char candidate) {
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            count += !quoted && c == candidate ? 1 : 0;
        }
        return count;
    }
}
