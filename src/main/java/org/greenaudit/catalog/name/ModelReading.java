package org.greenaudit.catalog.name;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.EmptyWords;

/**
 * Reads a 规格型号 cell: each of its parts ({@link PartReading}), and what they say of each other: a part may leave out what
 * the first begins with, continue it, or explain a letter of all of them.
 */
final class ModelReading {

    /** (R代表红色): a letter that says more of a model. */
    private static final Pattern EXPLAINED = Pattern.compile(
            "(?<![A-Za-z0-9])([A-Za-z]{1,3})\\s*(?:可以?|均|分别)?(?:为|是|=|:|代表|表示|指)(?=\\s*[\\u4e00-\\u9fff])");

    private static final Pattern AND_SO_ON = Pattern.compile("[.…·]{2,}");
    private static final Pattern ELLIPSIS = Pattern.compile("[.…·~-]+");

    private static final ModelDescription ANY = new ModelDescription.Any();

    /** More parts than these are not compared with each other. */
    private static final int MOST = 64;

    private final ModelMeanings meanings = new ModelMeanings();

    private ModelReading() {}

    /**
     * Reads a cell.
     *
     * @param besides what stands in the cell under other labels than those of models
     */
    static ModelMeanings of(List<String> cell, List<String> besides) {
        ModelReading reading = new ModelReading();
        cell.forEach(reading.meanings::sure);
        List<String> parts = ModelNotes.without(cell);
        reading.parts(parts);
        besides.forEach(text -> reading.beside(text, parts));
        return reading.meanings;
    }

    private void parts(List<String> parts) {
        if (!parts.isEmpty() && parts.stream().allMatch(EmptyWords::isNothing)) {
            meanings.says(ANY);
        }
        PartReading reading = new PartReading(meanings);
        parts.forEach(reading::read);
        parts.stream()
                .filter(part -> !PartReading.isTooLong(part) && !ModelTokens.isPlain(part))
                .forEach(part -> explained(part, parts));
        if (parts.size() > 1) {
            further(parts);
            String last = parts.get(parts.size() - 1);
            Matcher series = ModelSeries.WORD.matcher(last);
            if (series.find()) {
                ModelSeries.of(String.join("/", parts.subList(0, parts.size() - 1))
                                + "/"
                                + last.substring(0, series.start()))
                        .forEach(meanings::says);
            }
        }
    }

    /** 外机型号：W20 and 功率：8W、14W: other models, or what may stand behind those that are named (T5-14W). */
    private void beside(String text, List<String> parts) {
        for (String token : ModelTokens.tokensOf(text)) {
            meanings.maybe(token);
            parts.stream().limit(MOST).forEach(part -> meanings.maybe(part + token));
        }
    }

    /** M100; M200 (R代表红色): M100R may be meant. */
    private void explained(String text, List<String> parts) {
        Matcher letters = EXPLAINED.matcher(text);
        while (letters.find()) {
            for (String part : parts.subList(0, Math.min(parts.size(), MOST))) {
                String model = ModelTokens.BRACKETS.matcher(part).replaceAll("");
                if (ModelTokens.isNumbered(model) && !EXPLAINED.matcher(model).find()) {
                    meanings.maybe(model + letters.group(1));
                }
            }
        }
    }

    /** What the first of several parts begins with and the others leave out: M100、200 and MateBook B3-420、B3-520. */
    private void further(List<String> parts) {
        String first = parts.get(0);
        String lead = PartReading.seriesName(first);
        String whole = first;
        for (int i = 1; i < Math.min(parts.size(), MOST); i++) {
            String part = parts.get(i);
            if (!ModelTokens.isPlain(part)) {
                if (ELLIPSIS.matcher(part).matches() && i + 1 < parts.size()) {
                    ModelRange.in(parts.get(i - 1) + "~" + parts.get(i + 1)).ifPresent(meanings::says);
                } else if (AND_SO_ON.matcher(part).matches()) {
                    meanings.says(ANY);
                }
                continue;
            }
            meanings.maybe(ModelEnds.behind(first, part));
            meanings.maybe(ModelEnds.behind(whole, part));
            whole = part.length() < first.length() ? whole : part;
            if (!lead.isEmpty()) {
                meanings.sure(lead + part);
            }
            ModelList.in(first + "/" + part).ifPresent(list -> meanings.named(list));
        }
        if (parts.size() <= MOST && parts.get(1).length() < first.length()) {
            meanings.maybe(ModelEnds.middles(String.join("/", parts)));
        }
    }
}
