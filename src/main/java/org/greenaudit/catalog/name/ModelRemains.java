package org.greenaudit.catalog.name;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** No aside is longer. */
    private static final int LONGEST_ASIDE = 24;

    private static final String BEFORE_SERIES = "/\\+|&,;、";

    /** Words and signs of ranges and lists. */
    private static final String TO = "~至到和及与或、…";

    /** Words that say how far a list goes or how its models are made: 不大于, 以下, 从, 除, 任意, 后接. */
    private static final Pattern LIMITS =
            Pattern.compile("[不非除各凡每]|[大小低高少多]于|超过|以[上下内外前后]|之[间内前后]|起[始止]?$|等$|最[大小高低多少]|同款|任[意何选]"
                    + "|类似|[形例诸]如|所有|其[他它余]|范围|可选|[前后]缀|开头|结尾|[首末]位|字母|数字|后[接加跟带]|替换|均可|皆可|同上|略");

    /** Signs of a pattern language of which a template knows nothing. */
    private static final Pattern PATTERN_LANGUAGE =
            Pattern.compile("\\\\[^A-Za-z0-9\\s]|\\([^()]*\\\\|\\.\\{|\\[\\[|\\(\\?");

    private static final String FROM = "从由";

    /** Words in brackets that tell another name of the model, or something that comes with it: 出口型号, 又名, 适配器. */
    private static final Pattern OTHER_NAME =
            Pattern.compile(".{0,4}型号|[又别曾原旧].?名|即|(?:电源|外置|内置|配)?(?:适配器|遥控器|压缩机|电机|主板|面板|电池|屏)");

    /** Limits in English. */
    private static final Pattern ENGLISH_LIMITS = Pattern.compile(
            "(?<![A-Z0-9])(?:up|above|below|from|except|excl[a-z.]*|incl[a-z.]*|all|any|others?|less"
                    + "|more|than|higher|lower|later|similar|variants?|derived|suffix|prefix|where|range|etc|thru|through|until|till|between)(?![A-Z0-9])",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final boolean range;
    private final boolean template;
    private final int lastNamed;
    private int depth;
    private boolean named;
    private String before = "";
    private boolean numbered;

    /** The bracket that is open, the next one that closes, and whether a model stands between the two. */
    private int open;

    private int close = -1;
    private boolean namesWithin;

    private ModelRemains(String part) {
        this.text = ModelAsides.joined(Measures.without(TechnicalData.without(PlaceholderNote.without(part))));
        this.range = ModelRange.in(part).isPresent() || TailRange.in(part).isPresent();
        this.template = ModelTemplate.in(part).isPresent();
        this.lastNamed = ModelTokens.TOKEN
                .matcher(text)
                .results()
                .filter(token -> names(token.group()))
                .mapToInt(MatchResult::start)
                .max()
                .orElse(-1);
    }

    /** The models that a text may mean by what nothing explains in it; none where all of it is read. */
    static Set<ModelDescription> in(String part) {
        boolean read = ModelAsides.isBare(part) ? !dangles(part) : new ModelRemains(part).isRead();
        return read ? Set.of() : alike(part);
    }

    /** A100-: a dash before or behind a model, as if another end of a range were left out. */
    private static boolean dangles(String part) {
        return part.length() > 1 && (part.charAt(0) == '-' || part.charAt(part.length() - 1) == '-');
    }

    private static Set<ModelDescription> alike(String part) {
        Set<ModelDescription> alike = new LinkedHashSet<>();
        boolean limits = isLimit(part);
        Matcher token = ModelTokens.TOKEN.matcher(part);
        while (token.find()) {
            String stem = stem(ModelKeys.normalise(token.group()).toUpperCase(Locale.ROOT), limits);
            int letters = limits ? run(stem, 0, true) : 0;
            if (letters > 0 && stem.length() > letters + 1) {
                alike.add(ModelTemplate.around(stem.substring(letters)));
            }
            if (stem.length() > (limits ? 0 : 1) && !Measures.is(token.group())) {
                alike.add(new ModelDescription.Series(stem));
            }
        }
        return alike.isEmpty() ? Set.of(new ModelDescription.Any()) : alike;
    }

    /** Whether a text says how far numbers go: 以下, from, ≤. */
    private static boolean isLimit(String text) {
        return LIMITS.matcher(text).find()
                || ENGLISH_LIMITS.matcher(text).find()
                || text.chars().anyMatch(c -> c == '~' || (c >= 0x80 && Character.getType(c) == Character.MATH_SYMBOL));
    }

    /**
     * The letters that a model begins with; with the digits behind them where there is but one, or none. Where the text says
     * how far numbers go, these are no part of it.
     */
    private static String stem(String token, boolean limits) {
        int letters = run(token, 0, false);
        if (letters > (limits ? 0 : 1)) {
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
        if (ENGLISH_LIMITS.matcher(text).find()
                || PATTERN_LANGUAGE.matcher(text).find()) {
            return false;
        }
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            int aside = endOfAside(i);
            if (aside > i) {
                end = aside;
            } else if (isLetter(c) || isDigit(c)) {
                end = endOfToken(i);
                before = text.substring(i, end);
                named = true;
                numbered |= isModel(before);
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
        return depth == 0 && (numbered || template || isNumberedWithin());
    }

    /** Whether brackets make models of letters and digits apart: BE(1、2、3)A. */
    private boolean isNumberedWithin() {
        return text.indexOf('(') + text.indexOf('[') > -2
                && ModelBrackets.in(text).models().stream().anyMatch(model -> model.length() > 2 && isModel(model));
    }

    /** Where an aside ends that begins here, in brackets or not: (1台), 24寸, 白色; the same place where there is none. */
    private int endOfAside(int from) {
        int bracket = OPENING.indexOf(text.charAt(from));
        int end = from;
        if (bracket >= 0) {
            do {
                end++;
            } while (end < text.length() && !isBracket(text.charAt(end)));
            boolean closes = end < text.length() && text.charAt(end) == CLOSING.charAt(bracket);
            return closes && end > from + 1 && ModelAsides.isAside(text.substring(from + 1, end)) ? end + 1 : from;
        }
        while (end < text.length() && end - from <= LONGEST_ASIDE && isOfWord(text.charAt(end))) {
            end++;
        }
        return end > from && ModelAsides.isAside(text.substring(from, end)) ? end : from;
    }

    private static boolean isBracket(char c) {
        return OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0;
    }

    private static boolean isOfWord(char c) {
        return isLetter(c) || isDigit(c) || isHan(c) || c == '.';
    }

    private boolean isSign(char c, int at) {
        if (!range && text.startsWith("..", at)) {
            return false;
        }
        if (OPENING.indexOf(c) >= 0) {
            depth++;
            open = at;
            close = -1;
            return true;
        }
        if (CLOSING.indexOf(c) >= 0) {
            return --depth >= 0;
        }
        boolean escape = c == '\\' && at + 1 < text.length() && text.charAt(at + 1) >= 'a' && !template;
        return (WITHIN_MODELS.indexOf(c) >= 0 && !escape)
                || Blanks.isBlank(c)
                || Dashes.isDash(c)
                || (range && TO.indexOf(c) >= 0)
                || ((c == ':' || c == '=') && lastNamed < at)
                || (template && depth > 0 && c == '~')
                || (template && ModelTemplate.isSign(c) && !parts(at));
    }

    /** Whether a sign stands between two models that begin alike, of which it stands for no character. */
    private boolean parts(int at) {
        Matcher token = ModelTokens.TOKEN.matcher(text).region(at + 1, text.length());
        return !before.isEmpty() && token.lookingAt() && ModelList.beginAlike(List.of(before, token.group()));
    }

    /** Whether words say nothing of further models: notes, a series before its model, a remark in brackets. */
    private boolean isExplained(int from, int end) {
        String word = text.substring(from, end);
        if ((range && word.length() == 1 && TO.indexOf(word) >= 0) || ModelAsides.isSort(word)) {
            return true;
        }
        if (LIMITS.matcher(word).find() || (depth == 0 && FROM.indexOf(word.charAt(0)) >= 0)) {
            return false;
        }
        if (depth > 0) {
            return OTHER_NAME.matcher(word).matches() || !namesUntilClosed(from);
        }
        int next = end;
        while (next < text.length() && Blanks.isBlank(text.charAt(next))) {
            next++;
        }
        boolean leads = next < text.length() && (isLetter(text.charAt(next)) || isDigit(text.charAt(next)));
        return leads && (!named || (from > 0 && BEFORE_SERIES.indexOf(text.charAt(from - 1)) >= 0));
    }

    private boolean namesUntilClosed(int within) {
        if (close < within) {
            close = within;
            while (close < text.length() && CLOSING.indexOf(text.charAt(close)) < 0) {
                close++;
            }
            namesWithin = ModelTokens.TOKEN
                    .matcher(text.substring(open, close))
                    .results()
                    .anyMatch(token -> names(token.group()) || token.group().length() == 1);
        }
        return namesWithin;
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
