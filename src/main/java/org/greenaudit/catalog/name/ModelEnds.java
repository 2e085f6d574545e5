package org.greenaudit.catalog.name;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Models of a list that are written in part, because the rest is that of another: {@code M100A/B}, {@code KFR-35GW/A1、A2},
 * {@code FTXS35/50/72JV}. Some reading means them; none is certain.
 */
final class ModelEnds {

    private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,4}");
    private static final Pattern LAST_LETTERS = Pattern.compile("[A-Z]+$");
    private static final Pattern LAST_NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?(?=[^0-9]*$)");
    private static final Pattern RUN = Pattern.compile("[0-9]+(?:\\.[0-9]+)?|[A-Z]+|[^0-9A-Z]");

    private static final Pattern DASHES = Pattern.compile("[-‐-―−]");
    /** KFR-26/35/50GW, BK-1.5/2/3P: numbers with the same before and behind them. */
    private static final Pattern NUMBERS_WITHIN = Pattern.compile(
            "([^/]*[^/0-9.])([0-9]+(?:\\.[0-9]+)?(?:/[0-9]+(?:\\.[0-9]+)?)++)([^/0-9.][^/]*(?:/[^/]*)?)");

    /** SC60A/B/C-1: letters with the same before and behind them. */
    private static final Pattern LETTERS_WITHIN =
            Pattern.compile("([^/]*[^/A-Za-z])([A-Za-z]{1,2}(?:/[A-Za-z]{1,2})++)([^/A-Za-z][^/]*(?:/[^/]*)?)");

    private ModelEnds() {}

    /** What a shorter text may name behind a model: another model with the same beginning. */
    static Set<String> behind(String model, String part) {
        Set<String> models = new LinkedHashSet<>();
        if (part.length() >= model.length()) {
            return models;
        }
        String whole = compact(model);
        String end = compact(part);
        if (end.isEmpty() || end.length() >= whole.length()) {
            return models;
        }
        if (LETTERS.matcher(end).matches()) {
            models.add(whole + end);
            models.add(whole.substring(0, whole.length() - end.length()) + end);
            models.add(LAST_LETTERS.matcher(whole).replaceFirst("") + end);
            return models;
        }
        List<MatchResult> runs = RUN.matcher(whole).results().toList();
        List<MatchResult> ends = RUN.matcher(end).results().toList();
        int first = runs.size() - ends.size();
        if (first > 0 && alike(runs.subList(first, runs.size()), ends)) {
            models.add(whole.substring(0, runs.get(first).start()) + end);
        }
        Matcher number = LAST_NUMBER.matcher(whole);
        if (ends.size() == 1 && isNumber(ends.get(0)) && number.find() && number.start() > 0) {
            models.add(whole.substring(0, number.start()) + end + whole.substring(number.end()));
        }
        return models;
    }

    /** A1 and B20, 35JV and 50JV: numbers and letters stand in the same order. */
    private static boolean alike(List<MatchResult> runs, List<MatchResult> others) {
        for (int i = 0; i < runs.size(); i++) {
            boolean sign = !isNumber(runs.get(i)) && !isLetters(runs.get(i));
            boolean same = sign
                    ? runs.get(i).group().equals(others.get(i).group())
                    : isNumber(runs.get(i)) == isNumber(others.get(i))
                            && isLetters(runs.get(i)) == isLetters(others.get(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(MatchResult run) {
        char first = run.group().charAt(0);
        return first >= '0' && first <= '9';
    }

    private static boolean isLetters(MatchResult run) {
        char first = run.group().charAt(0);
        return first >= 'A' && first <= 'Z';
    }

    /** The comparable form with its dashes, which part what is repeated from what is not. */
    private static String compact(String model) {
        StringBuilder compact = new StringBuilder(model.length());
        for (String piece : DASHES.split(model, -1)) {
            compact.append(compact.isEmpty() ? "" : "-").append(ModelKeys.normalise(piece));
        }
        return compact.toString();
    }

    /** What stands before the first of several alternatives within a model and behind the last belongs to each of them. */
    static Set<String> middles(String text) {
        Set<String> models = new LinkedHashSet<>();
        for (Pattern within : List.of(NUMBERS_WITHIN, LETTERS_WITHIN)) {
            Matcher middle = within.matcher(text);
            if (middle.matches()) {
                for (String one : ModelSplitter.split(middle.group(2), "/")) {
                    models.add(middle.group(1) + one + middle.group(3));
                }
            }
        }
        return models;
    }

    /** What a text with slashes may list: KFR-26/35/50GW, KFR-35GW/A1/A2, M100A/B. */
    static Set<String> slashed(String text) {
        Set<String> models = middles(text);
        List<String> pieces = ModelSplitter.split(text, "/\\");
        for (int i = 1; i < pieces.size(); i++) {
            models.addAll(behind(pieces.get(0), pieces.get(i)));
            if (i > 1) {
                models.add(pieces.get(0) + "/" + pieces.get(i));
            }
        }
        return models;
    }
}
