package org.greenaudit.catalog.name;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Nfkc;

/** Texts in a cell, beside Chinese words and in brackets, that may be models by themselves. */
final class ModelTokens {

    static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]+");
    static final Pattern BRACKETS = Pattern.compile("[(\\[【{]([^()\\[\\]【】{}]*)[)\\]】}]");
    static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9*#]++(?:[-/._]++[A-Za-z0-9*#]++)*+");

    /** 内部型号:, 又名: what stands in a note before another name of the model. */
    static final Pattern LABEL = Pattern.compile("^.*[\\u4e00-\\u9fff:]\\s*(?=[A-Za-z0-9])");

    /** At the beginning or at the end; one within a model is part of it: KFR-35GW/(35570)FNhAa. */
    private static final Pattern OUTER_BRACKET = Pattern.compile("^[(\\[{]|[)\\]}]$");

    private static final Pattern NUMBERED = Pattern.compile("(?=.*[A-Za-z]).*[0-9]|^[0-9-]+$");

    private static final Pattern SUFFIX = Pattern.compile("\\s+[A-Za-z]");

    /** More of them than this are read no further. */
    private static final int MOST = 64;

    /** Longer texts are looked at sign by sign. */
    private static final int LONGEST_SINGLE = 40;

    private ModelTokens() {}

    /** Letters, digits and signs of models, without a blank or a sign for “to”. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x80 || c == '~' || c == ':' || (c == '.' && text.startsWith("..", i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a text is one model and cannot be read as anything else, as most models are: letters and digits, perhaps
     * behind words of letters and dashes (KFR-35GW). Letters that repeat may stand for others (M1XX), and behind a digit a
     * dash may be a sign for “to” (M100-M105).
     */
    static boolean isOneModel(String text) {
        if (text.length() > LONGEST_SINGLE) {
            return false;
        }
        boolean letters = false;
        boolean digits = false;
        int before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int letter = c | 0x20;
            if (letter >= 'a' && letter <= 'z') {
                if (letter == before) {
                    return false;
                }
                letters = true;
                before = letter;
            } else if (isDigit(c)) {
                digits = true;
                before = 0;
            } else if (c != '-' || digits || i == 0 || text.charAt(i - 1) == '-') {
                return false;
            }
        }
        return letters && digits;
    }

    /**
     * The texts in a model as bought that may be the model themselves, without the words before and behind them; Latin
     * words behind it are a suffix and belong to it.
     */
    static List<String> tokens(String model) {
        return isPlain(model) && !OUTER_BRACKET.matcher(model).find()
                ? List.of()
                : TOKEN.matcher(model)
                        .results()
                        .filter(found -> !SUFFIX.matcher(model)
                                .region(found.end(), model.length())
                                .lookingAt())
                        .map(found -> ModelKeys.normalise(found.group()))
                        .filter(ModelTokens::isToken)
                        .limit(MOST)
                        .toList();
    }

    /** The texts with digits in any other text. */
    static List<String> tokensOf(String text) {
        return TOKEN.matcher(Nfkc.of(text))
                .results()
                .map(MatchResult::group)
                .filter(ModelTokens::isToken)
                .limit(MOST)
                .toList();
    }

    /** Further names of a model in notes beside it: FF-100（内部型号：FFX）. */
    static List<String> noted(String model) {
        return BRACKETS.matcher(model)
                .results()
                .map(note -> LABEL.matcher(note.group(1)))
                .filter(Matcher::find)
                .map(label -> ModelKeys.normalise(label.replaceFirst("")))
                .limit(MOST)
                .toList();
    }

    /** Two characters with a letter and a digit, or three digits at least: less is a number in a text. */
    static boolean isToken(String token) {
        boolean digit = token.chars().anyMatch(ModelTokens::isDigit);
        return digit && token.length() > (token.chars().allMatch(ModelTokens::isDigit) ? 2 : 1);
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
        return core.chars().anyMatch(ModelTokens::isDigit) ? Optional.of(core) : Optional.empty();
    }

    /** Whether a text has letters and digits, or is a number: others are words or measures and name no model. */
    static boolean isNumbered(String text) {
        return NUMBERED.matcher(text).find();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a text holds a letter or digit of which models are made. */
    static boolean names(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x80 && Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
