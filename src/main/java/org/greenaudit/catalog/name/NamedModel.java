package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Nfkc;

/**
 * The model in the name of goods whose model cell tells none. It may have several words (288 Pro G9, ThinkPad E14 Gen 6): a
 * row of words of letters and digits with blanks between them, without the data beside them. A part of such a row is
 * another model, as E14 is another than E14 Gen 6.
 */
public final class NamedModel {

    private static final String PLAIN = "[A-Za-z0-9]+(?:[-.+][A-Za-z0-9]+)*+\\+?";
    private static final String WORD = PLAIN + "(?:/" + PLAIN + "|/\\([A-Za-z0-9]+\\)[A-Za-z0-9-]*)*+";

    private static final Pattern WORDS = Pattern.compile(WORD);
    private static final Pattern ROW = Pattern.compile(WORD + "(?:[ _]" + WORD + ")*+");
    private static final Pattern NEXT = Pattern.compile("[ _/(-]*(" + PLAIN + ")");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\p{Cf}]+");

    /** A blank may stand anywhere between Chinese characters. */
    private static final Pattern BETWEEN_CHINESE = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

    /** What a name says of goods in letters and no model does. */
    private static final Set<String> NO_MODEL = Set.of(
            "USB", "WIFI", "HDMI", "VGA", "LAN", "DOS", "PC", "TV", "UPS", "OEM", "NFC", "POE", "RGB", "SATA", "SAS");

    /** A name with more words of letters and digits is a description, and no model has more of them. */
    private static final int MOST_WORDS = 40;

    private static final int LONGEST = 6;

    private static final int SHORTEST = 3;

    /** The characters of a Chinese series before a model. */
    private static final int SERIES = 6;

    private NamedModel() {}

    /** The first row of words that holds a model, with the Chinese series before it; empty when there is none. */
    public static String first(String name) {
        String text = BLANKS.matcher(BoughtModel.withoutData(name)).replaceAll(" ");
        for (MatchResult row : ROW.matcher(text).results().toList()) {
            String model = withoutData(row.group());
            if (mayBeModel(model)) {
                return BoughtModel.series(text.substring(0, row.start())) + model;
            }
        }
        return "";
    }

    /** A row from its first word to the data behind it: M1136 of A4 M1136, M100 of M100 i5. */
    private static String withoutData(String row) {
        List<String> words = Arrays.asList(row.split("[ _]"));
        int from = 0;
        while (from < words.size() && isData(words.get(from))) {
            from++;
        }
        int to = from;
        while (to < words.size() && !isData(words.get(to))) {
            to++;
        }
        return String.join(" ", words.subList(from, to));
    }

    private static boolean mayBeModel(String text) {
        return text.length() >= SHORTEST
                && hasDigit(text)
                && text.chars().anyMatch(Character::isLetter)
                && BoughtModel.tells(text);
    }

    /** A model that was read from a name, and the same without the words before it: 启天M455 and M455, Laser 1008w and 1008w. */
    public static List<String> spellings(String model) {
        Set<String> spellings = new LinkedHashSet<>(List.of(model));
        Matcher word = WORDS.matcher(model);
        if (word.find() && word.start() > 0) {
            spellings.add(model.substring(word.start()));
        }
        for (boolean found = word.reset().find(); found; found = word.find()) {
            if (hasDigit(word.group())) {
                String rest = model.substring(word.start());
                if (mayBeModel(rest)) {
                    spellings.add(rest);
                }
                break;
            }
        }
        return List.copyOf(spellings);
    }

    /**
     * The longest row of whole words that is known as a model, with the words behind it that may belong to its name; empty
     * where none is known.
     *
     * @param name the name of goods
     * @param known whether a text is a model
     */
    public static String known(String name, Predicate<String> known) {
        String text = BETWEEN_CHINESE
                .matcher(BLANKS.matcher(Nfkc.of(name)).replaceAll(" "))
                .replaceAll("");
        return rows(text).stream()
                .sorted(Comparator.comparingInt(row -> row.start - row.end))
                .filter(row -> known.test(text.substring(row.start, row.end)))
                .findFirst()
                .map(row -> text.substring(row.start, furtherWords(text, row.end)))
                .orElse("");
    }

    private record Row(int start, int end) {}

    /** Rows of words with a digit and with no other model before them, each also with Chinese characters before it, which may be its series. */
    private static List<Row> rows(String text) {
        List<MatchResult> words = WORDS.matcher(text).results().toList();
        List<Row> rows = new ArrayList<>();
        boolean behindModel = false;
        for (int first = 0; first < words.size() && words.size() <= MOST_WORDS; first++) {
            behindModel &= first > 0 && adjoin(text, words.get(first - 1), words.get(first));
            if (!behindModel) {
                addFrom(first, words, text, rows);
            }
            String word = words.get(first).group();
            behindModel |= hasDigit(word) && !isData(word);
        }
        return rows;
    }

    private static void addFrom(int first, List<MatchResult> words, String text, List<Row> rows) {
        int start = words.get(first).start();
        for (int last = first; last < words.size() && last < first + LONGEST; last++) {
            if (last > first && !adjoin(text, words.get(last - 1), words.get(last))) {
                break;
            }
            int whole = words.get(last).end();
            int slash = text.indexOf('/', words.get(last).start());
            for (int end : slash > 0 && slash < whole ? new int[] {whole, slash} : new int[] {whole}) {
                if (end - start >= SHORTEST && hasDigit(text.substring(start, end))) {
                    rows.add(new Row(start, end));
                    for (int from = start - 1; from >= Math.max(0, start - SERIES); from--) {
                        if (!Character.isIdeographic(text.charAt(from))) {
                            break;
                        }
                        rows.add(new Row(from, end));
                    }
                }
            }
        }
    }

    private static boolean adjoin(String text, MatchResult one, MatchResult next) {
        return next.start() == one.end() + 1 && " _".indexOf(text.charAt(one.end())) >= 0;
    }

    /** Where the words end that stand behind a model and are no data, so that they may belong to its name. */
    private static int furtherWords(String text, int from) {
        int end = from;
        Matcher next = NEXT.matcher(text);
        while (next.region(end, text.length()).lookingAt() && !isDataAt(text, next.start(1), next.end(1))) {
            end = next.end(1);
        }
        return end;
    }

    /** Whether a word is data by itself, or with what stands behind it: 14 of 14英寸. */
    private static boolean isDataAt(String text, int from, int to) {
        String word = text.substring(from, to);
        boolean counted =
                to < text.length() && text.charAt(to) >= 0x80 && word.chars().allMatch(Character::isDigit);
        return counted
                || isData(word)
                || !BoughtModel.withoutData(text.substring(from)).stripLeading().startsWith(word);
    }

    /** Whether a word says of a model only of which sort or how equipped it is. */
    private static boolean isData(String word) {
        return NO_MODEL.contains(word.toUpperCase(Locale.ROOT))
                || TechnicalData.is(word)
                || Measures.is(word)
                || TechnicalData.isConfiguration(word)
                || ModelAsides.isAside(word);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
