package org.greenaudit.catalog.name;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Dashes;

/** What a certificate says of its models without naming them. It can rule a model out, and never proves one. */
public sealed interface ModelDescription
        permits ModelDescription.Any,
                ModelDescription.Series,
                ModelDescription.Range,
                ModelDescription.Template,
                TailRange {

    /**
     * Whether a model may be meant.
     *
     * @param model in its comparable form ({@link ModelKeys#normalise})
     */
    boolean mightMean(String model);

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** 详见附件（共12个型号）, M100 等: any further model may be. */
    record Any() implements ModelDescription {
        @Override
        public boolean mightMean(String model) {
            return !model.isEmpty();
        }
    }

    /**
     * D100系列: every model that begins so may be, and where the name ends with a number, one that has other digits in the
     * place of the zeros at its end: M400系列 may mean M404dn, and never M730.
     *
     * @param base in its comparable form, not empty; wildcards at its end say no more than the word
     */
    record Series(String base) implements ModelDescription {

        public Series {
            int end = base.length();
            while (end > 0 && (base.charAt(end - 1) == '*' || base.charAt(end - 1) == '#')) {
                end--;
            }
            base = end == 0 ? base : base.substring(0, end);
        }

        @Override
        public boolean mightMean(String model) {
            return model.startsWith(base) || isNumberedLike(model);
        }

        private boolean isNumberedLike(String model) {
            int zeros = base.length();
            while (zeros > 0 && base.charAt(zeros - 1) == '0') {
                zeros--;
            }
            boolean number = zeros < base.length() && zeros > 0 && isDigit(base.charAt(zeros - 1));
            if (!number || model.length() < base.length() || !model.startsWith(base.substring(0, zeros))) {
                return false;
            }
            int end = zeros;
            while (end < model.length() && isDigit(model.charAt(end))) {
                end++;
            }
            return end == base.length();
        }
    }

    /**
     * A-100~A-500: every model between the two may be, whatever follows.
     *
     * @param first in runs of digits and of other characters, comparable
     * @param last the same
     */
    record Range(List<String> first, List<String> last) implements ModelDescription {

        private static final Pattern RUN = Pattern.compile("[0-9]+(?:\\.[0-9]+)?|[^0-9]+");

        /** Signs that stand for “to” and are no part of a model. */
        private static final Pattern TO =
                Pattern.compile("\\s*(?:[~∼〜～→]+|至|到|\\.{2,}|…+)\\s*|\\s+(?i:to|thru|through)\\s+");

        /** Digits that a range leaves open: B2xx-B5xx. */
        private static final Pattern OPEN_DIGITS = Pattern.compile("(?<=[0-9])(?:[Xx]{2,}|[*#□○_]+)");

        /** Dashes, which may also be part of a model. */
        private static final Pattern DASHES = Pattern.compile("\\s*[-‐-―−]+\\s*");

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
            int dashAt = 0;
            while (dashAt < text.length() && !Dashes.isDash(text.charAt(dashAt))) {
                dashAt++;
            }
            if (dashAt == text.length()) {
                return new String[0];
            }
            List<Integer> dashes = new ArrayList<>();
            Matcher dash = DASHES.matcher(text);
            while (dash.find()) {
                dashes.add(dash.start());
            }
            if (dashes.size() % 2 == 0) {
                return new String[0];
            }
            int middle = dashes.get(dashes.size() / 2);
            dash.find(middle);
            return new String[] {text.substring(0, middle), text.substring(dash.end())};
        }

        /** Whether two texts are the same but for their digits, or the second is as many digits as the first ends with. */
        private static boolean alike(String one, String other) {
            if (other.isEmpty() || one.isEmpty() || (!isDigits(other) && one.charAt(0) != other.charAt(0))) {
                return false;
            }
            int runs = runsOfDigitsAlone(one, other);
            if (runs >= 0 && !one.equals(other) && !one.chars().allMatch(ModelDescription::isDigit)) {
                return runs == 1;
            }
            int number = lastNumber(one);
            return number > 0
                    && one.length() - number > 1
                    && one.length() - number == other.length()
                    && other.chars().allMatch(ModelDescription::isDigit)
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

        /** The range between two models; the last may leave out what both begin with (KFR-26~72GW). */
        private static Range of(String first, String last) {
            List<String> from = runs(first);
            List<String> to = new ArrayList<>(runs(last));
            if (isDigits(to.get(0)) && !isDigits(from.get(0))) {
                int number = from.size() - 1;
                while (number > 0 && !isDigits(from.get(number))) {
                    number--;
                }
                to.addAll(0, from.subList(0, number));
            }
            return new Range(from, List.copyOf(to));
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
    }

    /**
     * A1XX, KFR-26GW/□□: every model may be that has these texts in this order, anything in the gaps between them.
     *
     * @param fixed at least two texts in comparable form; the first and the last may be empty, and then are gaps themselves
     */
    record Template(List<String> fixed) implements ModelDescription {

        private static final String SIGNS = "_?%$&=为是代示取";

        /** Signs that nobody would write as part of a model, and letters that stand for others. */
        private static final Pattern GAP = Pattern.compile(
                "[^\\p{L}\\p{N}\\p{M}\\s\\p{Pd}\\p{Ps}\\p{Pe}./\\\\|+*#,:;'\"~]+|_+|\\.{3}|[Xx]{2,}|[\\[({][0-9A-Za-z]\\s*[-~至]\\s*[0-9A-Za-z][\\])}]");

        /** (X为0-9), XX代表颜色: what a letter stands for. */
        private static final Pattern EXPLANATION = Pattern.compile(
                "[(\\[【,，;；\\s]*(?<![A-Za-z0-9])(?:其中|注:?)?[\"“]?([A-Za-z×□○*#])\\1*[\"”]?\\s*(?:可以?|均|分别)?(?:为|是|=|:|代表|表示|取)\\s*([^)\\]】]*)[)\\]】]?");

        private static final Pattern ANY_DIGIT = Pattern.compile("0\\s*[-~至到]\\s*9(?:的?(?:任意)?(?:数字|整数))?");

        public Template {
            fixed = List.copyOf(fixed);
        }

        /** Whether it is worth looking: most models have no such sign. */
        static boolean maybeIn(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean span = "[({".indexOf(c) >= 0
                        && i + 2 < text.length()
                        && !Character.isLetterOrDigit(text.charAt(i + 2));
                if (span || isSign(c) || text.startsWith("...", i) || text.regionMatches(true, i, "XX", 0, 2)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isSign(char c) {
            return SIGNS.indexOf(c) >= 0 || (c >= 0x80 && !Character.isLetterOrDigit(c));
        }

        /** The text without the explanation of a placeholder, which becomes # where it stands for any digit; empty without one. */
        static Optional<String> withDigits(String text) {
            Matcher explained = EXPLANATION.matcher(text);
            return explained.find() && ANY_DIGIT.matcher(explained.group(2)).matches() && explained.start() > 0
                    ? Optional.of(text.substring(0, explained.start()).replace(explained.group(1), "#"))
                    : Optional.empty();
        }

        /** The text without what it says of letters that stand for others. */
        static String withoutExplanation(String text) {
            return EXPLANATION.matcher(text).replaceAll(" ");
        }

        /** What a text with placeholders may mean; empty when it has none. */
        static Optional<ModelDescription> in(String text) {
            Matcher explained = EXPLANATION.matcher(text);
            String base = text;
            if (explained.find() && explained.start() > 0) {
                base = text.substring(0, explained.start()).replace(explained.group(1), "□");
            }
            String[] pieces = GAP.split(base, -1);
            List<String> fixed = Arrays.stream(pieces).map(ModelKeys::normalise).toList();
            boolean names = fixed.stream().anyMatch(piece -> !piece.isEmpty());
            return pieces.length > 1 && names ? Optional.of(new Template(fixed)) : Optional.empty();
        }

        @Override
        public boolean mightMean(String model) {
            int at = 0;
            for (int i = 0; i < fixed.size(); i++) {
                String piece = fixed.get(i);
                int found = i == fixed.size() - 1 ? model.length() - piece.length() : model.indexOf(piece, at);
                if (found < at || !model.startsWith(piece, found) || (i == 0 && found > 0)) {
                    return false;
                }
                at = found + piece.length();
            }
            return true;
        }
    }
}
