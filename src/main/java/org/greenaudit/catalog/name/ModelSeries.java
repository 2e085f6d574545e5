package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a text before the word series says: {@code D100系列}, {@code FTXS35/50/72系列}, {@code E2xxH series}. */
final class ModelSeries {

    /** The word. */
    static final Pattern WORD =
            Pattern.compile("全?系列(?:产品|机型|型号|机)?|系(?![\\u4e00-\\u9fff])|(?i:(?<![A-Z])(?:series|family)(?![A-Z]))");

    private static final Pattern LAST_TOKEN = Pattern.compile("^.*?([A-Za-z0-9*#./-]*)\\s*$");

    /** A text that lists more alternatives than this is read no further. */
    private static final int MOST = 64;

    private ModelSeries() {}

    /** Each of what the text lists is the beginning of models. */
    static Set<ModelDescription> of(String bases) {
        Set<ModelDescription> descriptions = new LinkedHashSet<>();
        for (String one : ModelSplitter.split(bases, "|+和及与或")) {
            List<String> pieces = ModelSplitter.split(one, "/");
            Set<String> models = new LinkedHashSet<>(pieces);
            if (pieces.size() > 1 && pieces.size() <= MOST) {
                models.addAll(ModelEnds.slashed(one));
                ModelList.in(one).ifPresent(list -> models.addAll(list.models()));
            }
            models.forEach(model -> descriptions.addAll(beginning(model)));
        }
        return descriptions;
    }

    private static Set<ModelDescription> beginning(String base) {
        Optional<ModelDescription> range = ModelRange.in(base);
        if (range.isPresent()) {
            return Set.of(range.get());
        }
        List<String> bases =
                new ArrayList<>(List.of(base, ModelTokens.CHINESE.matcher(base).replaceAll("")));
        bases.add(ModelTokens.BRACKETS.matcher(base).replaceAll(""));
        bases.add(LAST_TOKEN.matcher(base).replaceFirst("$1"));
        for (int blank = base.indexOf(' '); blank > 0 && bases.size() < MOST; blank = base.indexOf(' ', blank + 1)) {
            bases.add(base.substring(blank + 1));
        }
        Set<ModelDescription> descriptions = new LinkedHashSet<>();
        for (String one : bases) {
            if (ModelTokens.names(one)) {
                descriptions.add(new ModelDescription.Series(ModelKeys.normalise(one)));
                // E2xxH系列: placeholders, and whatever follows
                ModelTemplate.in(one + "□").ifPresent(descriptions::add);
            }
        }
        return descriptions;
    }
}
