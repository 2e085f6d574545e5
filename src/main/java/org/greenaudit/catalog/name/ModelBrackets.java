package org.greenaudit.catalog.name;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greenaudit.text.Blanks;

/**
 * The models that a text with brackets may mean: what stands in one may belong to the model or be a note on it, be a model
 * itself, be one of several, or stand in the place of what is before it: {@code M100(B)}, {@code QA-35(50)GW},
 * {@code RQ1(2、3)00}.
 *
 * @param models what some reading means
 * @param noted whether a bracket holds alternatives or Chinese words
 */
record ModelBrackets(Set<String> models, boolean noted) {

    private static final Pattern ALTERNATIVES = Pattern.compile("[/;,、|或和]|\\s(?:or|and)\\s");

    /** [ABC]: one of these characters. */
    private static final Pattern CHARACTERS = Pattern.compile("\\[(?:[A-Z]{2,6}|[0-9]{2,6})]");

    /** A text that can be read in more ways is read no further. */
    private static final int MOST = 256;

    private static final int MOST_ALTERNATIVES = 64;

    private static final int MOST_BRACKETS = 8;

    /** Reads a text. */
    static ModelBrackets in(String text) {
        Set<String> models = expand(text);
        boolean noted = false;
        Matcher bracket = ModelTokens.BRACKETS.matcher(text);
        while (bracket.find()) {
            String[] inside = ALTERNATIVES.split(bracket.group(1), MOST_ALTERNATIVES);
            noted |= inside.length > 1
                    || ModelTokens.CHINESE.matcher(bracket.group(1)).find();
            for (String one : inside) {
                if (bracket.start() == 0 || one.length() > 2) {
                    models.add(one);
                    models.add(ModelTokens.LABEL.matcher(one).replaceFirst(""));
                }
            }
        }
        return new ModelBrackets(models, noted);
    }

    /** One bracket after the other, so that alternatives that come to the same are followed once. */
    private static Set<String> expand(String text) {
        Set<String> read = Set.of("");
        Matcher bracket = ModelTokens.BRACKETS.matcher(text);
        int from = 0;
        for (int i = 0; i < MOST_BRACKETS && read.size() < MOST && bracket.find(); i++) {
            Set<String> further = new LinkedHashSet<>();
            for (String before : read) {
                further.addAll(ways(before + text.substring(from, bracket.start()), bracket));
            }
            read = further;
            from = bracket.end();
        }
        String rest = text.substring(from);
        return read.stream().map(before -> before + rest).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a text with a bracket behind it may mean up to there. */
    private static Set<String> ways(String before, Matcher bracket) {
        Set<String> ways = new LinkedHashSet<>();
        ways.add(before);
        for (String alternative : ALTERNATIVES.split(bracket.group(1), MOST_ALTERNATIVES)) {
            String one = Blanks.trim(alternative);
            ways.add(before + one);
            ways.add(before + ModelTokens.CHINESE.matcher(one).replaceAll(""));
            ways.addAll(
                    ModelEnds.behind(before.endsWith("/") ? before.substring(0, before.length() - 1) : before, one));
        }
        if (CHARACTERS.matcher(bracket.group()).matches()) {
            bracket.group(1).chars().forEach(c -> ways.add(before + (char) c));
        }
        ways.add(before + bracket.group());
        return ways;
    }
}
