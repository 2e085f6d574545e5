package org.greenaudit.catalog.name;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Dashes;

/**
 * A-100~A-500: every model between the two may be, whatever follows.
 *
 * @param first in runs of digits and of other characters, comparable
 * @param last the same
 */
record ModelRange(List<String> first, List<String> last) implements ModelDescription {

    private static final Pattern RUN = Pattern.compile("[0-9]+(?:\\.[0-9]+)?|[^0-9]+");

    /** Signs that stand for “to” and are no part of a model. */
    static final String TO_SIGN = "(?:~+|至|到|\\.{2,}|…+)";

    private static final Pattern TO = Pattern.compile("\\s*" + TO_SIGN + "\\s*|\\s+(?i:to|thru|through)\\s+");

    /** Digits that a range leaves open: B2xx-B5xx. */
    private static final Pattern OPEN_DIGITS = Pattern.compile("(?<=[0-9])(?:[Xx]{2,}|[*#□○_]+)");

    /** A model behind a dash: letters and a digit, or a number and a letter. */
    private static final Pattern MODEL =
            Pattern.compile("(?:([A-Za-z]{1,8})(?=-?[0-9])|([0-9]{1,6})(?=-?[A-Za-z]))[A-Za-z0-9.-]*");

    /** 33088-33095. */
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{3,8})[-‐-―−]([0-9]{3,8})");

    /** A text that may say more ranges is read no further. */
    private static final int MOST = 16;

    /** Dashes, which may also be part of a model, with the blanks around them. */
    record Gap(int start, int end) {}

    /** Whether a sign for “to” stands in a text, as in hardly any model. */
    static boolean holdsToSign(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("~至到…".indexOf(c) >= 0 || (c == '.' && text.startsWith("..", i))) {
                return true;
            }
        }
        return false;
    }

    /** The range that a text says by a sign for “to”, or by a dash between two models that are alike. */
    static Optional<ModelDescription> in(String text) {
        String[] ends = TO.split(text, 3);
        return ends.length == 2 ? between(ends[0], ends[1]) : dashed(text);
    }

    /** A-100-A-500 is A-100 to A-500. */
    static Optional<ModelDescription> dashed(String text) {
        String[] ends = sides(text);
        return ends.length == 2 && alike(ModelKeys.normalise(ends[0]), ModelKeys.normalise(ends[1]))
                ? between(ends[0], ends[1])
                : Optional.empty();
    }

    /**
     * The ranges that a text may say by a dash behind which a model stands that begins as one before it does: {@code
     * OX35-OX72GW}, {@code KU1A-KU1F}, and {@code LD A1-A5} for LD A1 to LD A5.
     */
    static Set<ModelDescription> perhaps(String text) {
        Set<ModelDescription> ranges = new LinkedHashSet<>();
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches() && numbers.group(1).length() == numbers.group(2).length()) {
            between(numbers.group(1), numbers.group(2)).ifPresent(ranges::add);
        }
        for (Gap dash : dashes(text)) {
            if (ranges.size() >= MOST || !beginsAsBefore(text, dash)) {
                continue;
            }
            Matcher last = MODEL.matcher(text).region(dash.end(), text.length());
            int alike = last.lookingAt() ? beginningAlike(text, dash.start(), last) : -1;
            if (alike >= 0) {
                between(text.substring(0, dash.start()), text.substring(0, alike) + last.group())
                        .ifPresent(ranges::add);
                between(text.substring(alike, dash.start()), last.group()).ifPresent(ranges::add);
            }
        }
        return ranges;
    }

    /** Whether the first character behind a dash stands before it, too, as it does not in most models. */
    private static boolean beginsAsBefore(String text, Gap dash) {
        int at = 0;
        while (at < dash.start() && !text.regionMatches(true, at, text, dash.end(), 1)) {
            at++;
        }
        return at < dash.start();
    }

    /** Where before a dash a model begins with the letters or the number that the one behind it begins with; -1 for none. */
    private static int beginningAlike(String text, int dash, Matcher last) {
        String head = last.group(1) == null ? last.group(2) : last.group(1);
        boolean number = last.group(1) == null;
        for (int at = dash - head.length() - 1; at >= 0; at--) {
            boolean whole = at == 0 || !sameSort(text.charAt(at - 1), number);
            if (whole && text.regionMatches(true, at, head, 0, head.length())) {
                int next = at + head.length();
                next += next + 1 < dash && Dashes.isDash(text.charAt(next)) ? 1 : 0;
                char c = text.charAt(next);
                return Character.isLetterOrDigit(c) && !sameSort(c, number) ? at : -1;
            }
        }
        return -1;
    }

    private static boolean sameSort(char c, boolean number) {
        return number ? isDigit(c) : Character.isLetter(c);
    }

    private static Optional<ModelDescription> between(String first, String last) {
        return ModelTokens.names(first) && ModelTokens.names(last)
                ? Optional.of(of(digits(first, "0"), digits(last, "9")))
                : Optional.empty();
    }

    private static String digits(String end, String digit) {
        // One # may also be read 号: YL-1#~YL-5#
        return OPEN_DIGITS
                .matcher(end)
                .replaceAll(open -> open.group().equals("#") && digit.equals("0")
                        ? ""
                        : digit.repeat(open.group().length()));
    }

    /** The two halves around the dash in the middle. */
    private static String[] sides(String text) {
        List<Gap> dashes = dashes(text);
        if (dashes.size() % 2 == 0) {
            return new String[0];
        }
        Gap middle = dashes.get(dashes.size() / 2);
        return new String[] {text.substring(0, middle.start()), text.substring(middle.end())};
    }

    static List<Gap> dashes(String text) {
        List<Gap> dashes = new ArrayList<>(2);
        int end = 0;
        for (int i = 0; i < text.length(); i = Math.max(i + 1, end)) {
            if (isDash(text.charAt(i))) {
                int start = i;
                while (start > end && isBlank(text.charAt(start - 1))) {
                    start--;
                }
                end = i + 1;
                while (end < text.length() && isDash(text.charAt(end))) {
                    end++;
                }
                while (end < text.length() && isBlank(text.charAt(end))) {
                    end++;
                }
                dashes.add(new Gap(start, end));
            }
        }
        return dashes;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isDash(char c) {
        return c == '-' || (c >= '‐' && c <= '―') || c == '−';
    }

    /** Whether two texts are the same but for their digits, or the second is as many digits as the first ends with. */
    private static boolean alike(String one, String other) {
        if (other.isEmpty() || one.isEmpty() || (!isDigits(other) && one.charAt(0) != other.charAt(0))) {
            return false;
        }
        int runs = runsOfDigitsAlone(one, other);
        if (runs >= 0 && !one.equals(other) && !one.chars().allMatch(ModelRange::isDigit)) {
            return runs == 1;
        }
        int number = lastNumber(one);
        return number > 0
                && one.length() - number > 1
                && one.length() - number == other.length()
                && other.chars().allMatch(ModelRange::isDigit)
                && one.substring(number).compareTo(other) < 0;
    }

    /** How many runs of digits two texts have that are the same but for these; -1 when they differ in more. */
    private static int runsOfDigitsAlone(String one, String other) {
        int runs = 0;
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            boolean digit = isDigit(one.charAt(i));
            if (digit != isDigit(other.charAt(j)) || (!digit && one.charAt(i) != other.charAt(j))) {
                return -1;
            }
            i = digit ? endOfDigits(one, i) : i + 1;
            j = digit ? endOfDigits(other, j) : j + 1;
            runs += digit ? 1 : 0;
        }
        return i == one.length() && j == other.length() ? runs : -1;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the last number behind another character begins; 0 when there is none. */
    private static int lastNumber(String text) {
        int at = text.length() - 1;
        while (at > 0 && !(isDigit(text.charAt(at)) && !isDigit(text.charAt(at - 1)))) {
            at--;
        }
        return Math.max(at, 0);
    }

    /** The range between two models; the last may leave out what both begin with (KFR-26~72GW, AQ100A~F). */
    private static ModelRange of(String first, String last) {
        List<String> from = runs(first);
        List<String> to = new ArrayList<>(runs(last));
        int common = from.size() - to.size();
        if (isDigits(to.get(0)) && !isDigits(from.get(0))) {
            int number = from.size() - 1;
            while (number > 0 && !isDigits(from.get(number))) {
                number--;
            }
            to.addAll(0, from.subList(0, number));
        } else if (common > 0 && isEnd(from.subList(common, from.size()), to)) {
            to.addAll(0, from.subList(0, common));
        }
        return new ModelRange(from, List.copyOf(to));
    }

    /** Whether a shorter text is made as the end of a model is, and is no beginning: F for the A of AQ100A. */
    private static boolean isEnd(List<String> end, List<String> other) {
        for (int i = 0; i < end.size(); i++) {
            if (isDigits(end.get(i)) != isDigits(other.get(i))) {
                return false;
            }
        }
        return end.get(0).length() == other.get(0).length();
    }

    private static List<String> runs(String model) {
        List<String> runs = new ArrayList<>();
        Matcher run = RUN.matcher(ModelKeys.normalise(model));
        while (run.find()) {
            runs.add(run.group());
        }
        return List.copyOf(runs);
    }

    private static boolean isDigits(String run) {
        return isDigit(run.charAt(0));
    }

    @Override
    public boolean mightMean(String model) {
        List<String> runs = runs(model);
        for (int i = 0; i < first.size() && i < last.size(); i++) {
            if (i >= runs.size()) {
                return false;
            }
            if (!first.get(i).equals(last.get(i))) {
                return between(first.get(i), runs.get(i), last.get(i));
            }
            if (!first.get(i).equals(runs.get(i))) {
                return false;
            }
        }
        return !runs.isEmpty();
    }

    private static boolean between(String one, String run, String other) {
        if (isDigits(one) && isDigits(other)) {
            return isDigits(run) && !(less(run, one) && less(run, other)) && !(less(one, run) && less(other, run));
        }
        int common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        if (!run.startsWith(one.substring(0, common))) {
            return false;
        }
        boolean ends = common == one.length() || common == other.length();
        if (ends || common == run.length()) {
            return ends;
        }
        char c = run.charAt(common);
        char low = (char) Math.min(one.charAt(common), other.charAt(common));
        char high = (char) Math.max(one.charAt(common), other.charAt(common));
        return low <= c && c <= high;
    }

    private static boolean less(String one, String other) {
        return new BigDecimal(one).compareTo(new BigDecimal(other)) < 0;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
