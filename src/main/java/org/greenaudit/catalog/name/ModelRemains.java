package org.greenaudit.catalog.name;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.Dashes;

/**
 * What is left of a certificate's text when models, separators, measures, notes and series before a model are read. Signs or
 * words that nothing explains ({@code RY60@RY80}, {@code CL后接1-9}, a bracket that never closes) may say anything of models
 * that begin like those named there, so that nobody is accused of one.
 */
final class ModelRemains {

    private static final String OPENING = "([【{";
    private static final String CLOSING = ")]】}";
    private static final String WITHIN_MODELS = "*#./\\+_|&,;、";
    private static final String BEFORE_SERIES = "/\\+|&,;、";

    /** Words and signs of ranges and lists. */
    private static final String TO = "~∼〜～→至到和及与或、…";

    private final String text;
    private final boolean range;
    private int depth;
    private boolean named;
    private boolean numbered;

    private ModelRemains(String part) {
        this.text = ModelAsides.joined(
                Measures.without(TechnicalData.without(ModelDescription.Template.withoutExplanation(part))));
        this.range = ModelDescription.Range.in(part).isPresent()
                || TailRange.in(part).isPresent();
    }

    /** The models that a text may mean by what nothing explains in it; none where all of it is read. */
    static Set<ModelDescription> in(String part) {
        return ModelAsides.isBare(part) || new ModelRemains(part).isRead() ? Set.of() : alike(part);
    }

    private static Set<ModelDescription> alike(String part) {
        Set<ModelDescription> alike = new LinkedHashSet<>();
        Matcher token = ModelTokens.TOKEN.matcher(part);
        while (token.find()) {
            String stem = stem(ModelKeys.normalise(token.group()).toUpperCase(Locale.ROOT));
            if (stem.length() > 1 && !Measures.is(token.group())) {
                alike.add(new ModelDescription.Series(stem));
            }
        }
        return alike.isEmpty() ? Set.of(new ModelDescription.Any()) : alike;
    }

    /** The letters that a model begins with; with the digits behind them where there is but one, or none. */
    private static String stem(String token) {
        int letters = run(token, 0, false);
        if (letters > 1) {
            return token.substring(0, letters);
        }
        int digits = run(token, letters, true);
        return token.substring(0, letters > 0 || digits > 2 ? digits : run(token, digits, false));
    }

    private static int run(String token, int from, boolean digits) {
        int end = from;
        while (end < token.length() && (digits ? isDigit(token.charAt(end)) : isLetter(token.charAt(end)))) {
            end++;
        }
        return end;
    }

    private boolean isRead() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            int aside = endOfAside(i);
            if (aside > i) {
                end = aside;
            } else if (isLetter(c) || isDigit(c)) {
                end = endOfToken(i);
                named = true;
                numbered |= isModel(text.substring(i, end));
            } else if (isHan(c)) {
                end = endOfWord(i);
                if (!isExplained(i, end)) {
                    return false;
                }
            } else if (!isSign(c, i)) {
                return false;
            }
            i = end;
        }
        return depth == 0 && numbered;
    }

    /** Where an aside ends that begins here, in brackets or not: (1台), 24寸, 白色; the same place where there is none. */
    private int endOfAside(int from) {
        int bracket = OPENING.indexOf(text.charAt(from));
        int end = from;
        if (bracket >= 0) {
            end = text.indexOf(CLOSING.charAt(bracket), from);
            return end > from + 1 && ModelAsides.isAside(text.substring(from + 1, end)) ? end + 1 : from;
        }
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        return end > from && ModelAsides.isAside(text.substring(from, end)) ? end : from;
    }

    private static boolean isOfWord(char c) {
        return isLetter(c) || isDigit(c) || isHan(c) || c == '.';
    }

    private boolean isSign(char c, int at) {
        if (!range && text.startsWith("..", at)) {
            return false;
        }
        depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
        if (depth < 0) {
            return false;
        }
        boolean placeholder = c >= 0x80 && !Character.isLetterOrDigit(c);
        return OPENING.indexOf(c) >= 0
                || CLOSING.indexOf(c) >= 0
                || WITHIN_MODELS.indexOf(c) >= 0
                || Blanks.isBlank(c)
                || Dashes.isDash(c)
                || (range && TO.indexOf(c) >= 0)
                || ((c == ':' || c == '=') && !namesFrom(at))
                || (placeholder && ModelDescription.Template.in(text).isPresent());
    }

    /** Whether words say nothing of further models: notes, a series before its model, a remark in brackets. */
    private boolean isExplained(int from, int end) {
        String word = text.substring(from, end);
        if ((range && word.length() == 1 && TO.indexOf(word) >= 0)) {
            return true;
        }
        if (ModelAsides.isSort(word)) {
            return true;
        }
        if (depth > 0) {
            return !namesUntilClosed(from);
        }
        int next = end;
        while (next < text.length() && Blanks.isBlank(text.charAt(next))) {
            next++;
        }
        boolean before = next < text.length() && (isLetter(text.charAt(next)) || isDigit(text.charAt(next)));
        return before && (!named || (from > 0 && BEFORE_SERIES.indexOf(text.charAt(from - 1)) >= 0));
    }

    private boolean namesUntilClosed(int within) {
        int open = within;
        while (open > 0 && OPENING.indexOf(text.charAt(open)) < 0) {
            open--;
        }
        int close = within;
        while (close < text.length() && CLOSING.indexOf(text.charAt(close)) < 0) {
            close++;
        }
        return ModelTokens.TOKEN
                .matcher(text.substring(open, close))
                .results()
                .anyMatch(token -> names(token.group()) || token.group().length() == 1);
    }

    private boolean namesFrom(int at) {
        return ModelTokens.TOKEN
                .matcher(text)
                .region(at, text.length())
                .results()
                .anyMatch(token -> names(token.group()));
    }

    private static boolean names(String token) {
        return ModelTokens.isToken(token) && !TechnicalData.is(token);
    }

    private static boolean isModel(String token) {
        return ModelTokens.isToken(token) && !Measures.is(token);
    }

    private int endOfToken(int from) {
        Matcher token = ModelTokens.TOKEN.matcher(text).region(from, text.length());
        return token.lookingAt() ? token.end() : from + 1;
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length() && isHan(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
