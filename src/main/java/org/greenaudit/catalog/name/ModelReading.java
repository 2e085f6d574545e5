package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.Dashes;
import org.greenaudit.text.EmptyWords;

/**
 * Reads the parts of a certificate's 规格型号 cell: the models that are named without doubt, those that some reading may
 * mean, and descriptions. Whatever is written is also taken as a model itself, since a buyer may copy it.
 */
final class ModelReading {

    /** M100 等, 其他型号, 详见附件, 共12个型号: there are more models than the cell names. */
    private static final Pattern FURTHER =
            Pattern.compile("等[\\s0-9一二三四五六七八九十几多]*[个种款项]?(?:型号|规格|产品|机型|系列){0,4}\\s*[)\\]】]?$"
                    + "|共\\s*[0-9]+\\s*[个种款项].*$"
                    + "|其[他它余].*$|包括但不限于|(?:全|所有|全部|各)(?:部|种)?(?:型号|规格|机型)"
                    + "|(?:具体|详|另|参|请)?见?(?:本|该)?(?:证书)?附[件页表录].*$|(?:详|参|另|具体)见.*$|(?i:\\betc\\b\\.?$)");

    private static final Pattern SERIES = Pattern.compile("全?系列(?:产品|机型|型号|机)?|(?i:(?<![A-Z])series(?![A-Z]))");

    /** Signs that stand for “to” and are no part of a model. */
    private static final Pattern TO = Pattern.compile("\\s*(?:[~∼〜～]+|至|到|\\.{2,}|…+)\\s*");

    /** Dashes, which may also be part of a model. */
    private static final Pattern DASHES = Pattern.compile("\\s*[-‐-―−]+\\s*");

    private static final Pattern BRACKETS = Pattern.compile("[(\\[【{]([^()\\[\\]【】{}]*)[)\\]】}]");
    private static final Pattern ALTERNATIVES = Pattern.compile("[/;,、|或和]");
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]+");
    private static final Pattern ENDING = Pattern.compile("[A-Z]{1,2}");
    private static final ModelDescription ANY = new ModelDescription.Any();

    /** A text that lists more alternatives than this is read no further. */
    private static final int MOST = 64;

    private final Set<String> exact = new LinkedHashSet<>();
    private final Set<String> possible = new LinkedHashSet<>();
    private final Set<ModelDescription> descriptions = new LinkedHashSet<>();
    private boolean noted;

    ModelReading(List<String> parts) {
        parts.forEach(this::read);
        boolean allOfASeries =
                parts.size() > 1 && SERIES.matcher(parts.get(parts.size() - 1)).find();
        if (allOfASeries) {
            parts.subList(0, parts.size() - 1).forEach(this::series);
        }
    }

    /** The models named without doubt. */
    Set<String> exact() {
        return exact;
    }

    /** What some reading may mean. */
    Set<String> possible() {
        return possible;
    }

    /** What the text says of models that it does not name. */
    Set<ModelDescription> descriptions() {
        return descriptions;
    }

    /** Whether the text is more than a list of models: a description, or notes and alternatives in brackets. */
    boolean describes() {
        return noted || !descriptions.isEmpty();
    }

    private void read(String part) {
        exact.add(part);
        if (EmptyWords.isNothing(part)) {
            return;
        }
        if (!isAscii(part) || part.indexOf('~') >= 0 || part.contains("..") || hasWord(part)) {
            described(part);
            return;
        }
        dashed(part);
        models(part);
    }

    /** A text that may say in words, or by a sign, that it is no single model. */
    private void described(String part) {
        if (EmptyWords.isPlaceholder(part)) {
            descriptions.add(ANY);
            return;
        }
        String text = part;
        Matcher further = FURTHER.matcher(text);
        if (further.find()) {
            descriptions.add(ANY);
            text = trimmed(text.substring(0, further.start()));
            exact.add(text);
        }
        Matcher series = SERIES.matcher(text);
        if (series.find()) {
            series(text, series);
            return;
        }
        range(text);
        models(text);
        withoutChinese(text);
    }

    private void models(String text) {
        boolean bracketed = false;
        boolean separated = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bracketed |= c == '(' || c == '[' || c == '{' || c == '【';
            separated |= c == '/' || c == '+' || c == '|' || c == '&' || c >= 0x80 || c <= ' ';
        }
        if (separated) {
            list(text);
        }
        if (bracketed) {
            brackets(text);
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Series, etc., TBD, pending: words of a description in Latin letters. */
    private static boolean hasWord(String text) {
        return ((text.indexOf('e') >= 0 || text.indexOf('E') >= 0)
                        && (SERIES.matcher(text).find() || FURTHER.matcher(text).find()))
                || EmptyWords.isPlaceholder(text);
    }

    private void list(String text) {
        Optional<ModelList> list = ModelList.in(text);
        list.ifPresent(several -> (several.certain() ? exact : possible).addAll(several.models()));
        if (list.isEmpty()) {
            beforeASlash(text);
        }
    }

    /** KFR-35GW/A may also be read as KFR-35GW, M100A/B as M100A and M100B, M100/A as M100 and M100A. */
    private void beforeASlash(String text) {
        List<String> pieces = ModelSplitter.split(text, "/");
        if (pieces.size() < 2) {
            return;
        }
        String first = ModelKeys.normalise(pieces.get(0));
        pieces.stream().filter(ModelList::couldBeModel).forEach(possible::add);
        for (String piece : pieces.subList(1, Math.min(pieces.size(), MOST))) {
            String end = ModelKeys.normalise(piece);
            if (ENDING.matcher(end).matches()) {
                possible.add(first + end);
                possible.add(first.substring(0, Math.max(0, first.length() - end.length())) + end);
            }
        }
    }

    private void series(String text, Matcher word) {
        String behind = text.substring(word.end());
        if (names(behind) && BRACKETS.matcher(behind).replaceAll("").chars().anyMatch(Character::isLetterOrDigit)) {
            possible.add(behind);
            withoutChinese(behind);
            descriptions.add(ANY);
            return;
        }
        ModelSplitter.split(text.substring(0, word.start()), "/|+和及与或").forEach(this::series);
        if (!names(text.substring(0, word.start()))) {
            descriptions.add(ANY);
        }
    }

    private void series(String base) {
        if (range(base)) {
            return;
        }
        List<String> bases = new ArrayList<>(List.of(base, CHINESE.matcher(base).replaceAll("")));
        bases.add(base.substring(Math.max(base.lastIndexOf(' '), 0)));
        for (String one : bases) {
            if (names(one)) {
                descriptions.add(new ModelDescription.Series(ModelKeys.normalise(one)));
            }
        }
    }

    private boolean range(String text) {
        String[] ends = TO.split(text, 3);
        return ends.length == 2 ? range(ends[0], ends[1]) : dashed(text);
    }

    private boolean dashed(String text) {
        String[] ends = sides(text);
        return ends.length == 2
                && alike(ModelKeys.normalise(ends[0]), ModelKeys.normalise(ends[1]))
                && range(ends[0], ends[1]);
    }

    private boolean range(String first, String last) {
        boolean named = names(first) && names(last);
        if (named) {
            descriptions.add(ModelDescription.Range.of(first, last));
        }
        return named;
    }

    /** The two halves around the dash in the middle: A-100-A-500 is. */
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
        if (other.isEmpty() || one.isEmpty() || (!isDigit(other.charAt(0)) && one.charAt(0) != other.charAt(0))) {
            return false;
        }
        String shape = one.replaceAll("[0-9]+", "0");
        if (shape.equals(other.replaceAll("[0-9]+", "0")) && !shape.equals("0") && !one.equals(other)) {
            return shape.chars().filter(c -> c == '0').count() == 1;
        }
        String digits = one.replaceFirst("^.*[^0-9](?=[0-9])", "");
        return !digits.equals(one)
                && digits.length() > 1
                && digits.length() == other.length()
                && other.chars().allMatch(c -> c >= '0' && c <= '9')
                && digits.compareTo(other) < 0;
    }

    private void brackets(String text) {
        Matcher bracket = BRACKETS.matcher(text);
        boolean any = false;
        int alternatives = 0;
        while (bracket.find() && alternatives < MOST) {
            any = true;
            String before = text.substring(0, bracket.start());
            String behind = text.substring(bracket.end());
            String[] inside = ALTERNATIVES.split(bracket.group(1), MOST);
            noted |= inside.length > 1 || CHINESE.matcher(bracket.group(1)).find();
            for (String one : inside) {
                possible.add(before + one + behind);
                if (before.isBlank() || one.length() > 2) {
                    possible.add(one);
                }
                alternatives++;
            }
        }
        if (any) {
            String without = BRACKETS.matcher(text).replaceAll("");
            possible.add(without);
            ModelList.in(without).ifPresent(list -> possible.addAll(list.models()));
        }
    }

    private void withoutChinese(String text) {
        core(text).ifPresent(possible::add);
    }

    /** What of a text is left without Chinese words and the brackets that hold some, where that differs and may be a model. */
    static Optional<String> core(String text) {
        if (!CHINESE.matcher(text).find()) {
            return Optional.empty();
        }
        String plain = BRACKETS.matcher(text)
                .replaceAll(bracket ->
                        CHINESE.matcher(bracket.group()).find() ? "" : Matcher.quoteReplacement(bracket.group()));
        String core = CHINESE.matcher(plain).replaceAll("");
        return core.chars().anyMatch(c -> c >= '0' && c <= '9') ? Optional.of(core) : Optional.empty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean names(String text) {
        return text.chars().anyMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
    }

    private static String trimmed(String text) {
        String trimmed = Blanks.trim(text);
        boolean open = !trimmed.isEmpty() && "([【{".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0;
        return open ? Blanks.trim(trimmed.substring(0, trimmed.length() - 1)) : trimmed;
    }
}
