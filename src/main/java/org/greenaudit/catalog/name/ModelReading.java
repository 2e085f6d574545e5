package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.EmptyWords;

/**
 * Reads the parts of a 规格型号 cell: the models that are named without doubt, those that some reading may mean, and
 * descriptions. Whatever is written is also taken as a model itself, since a buyer may copy it.
 */
final class ModelReading {

    /** M100 等, 其他型号, 详见附件, 共12个型号: there are more models than the cell names. */
    private static final Pattern FURTHER =
            Pattern.compile("等[\\s0-9一二三四五六七八九十几多]*[个种款项]?(?:型号|规格|产品|机型|系列){0,4}\\s*[)\\]】]?$"
                    + "|共(?:计|有)?\\s*[0-9一二两三四五六七八九十]+\\s*[个种款项].*$|^(?:多|若干|各)[个种款]?(?:型号|规格|机型)?$"
                    + "|[及或]?以[上下内].*$|起$|其[他它余].*$|包括但不限于|(?:全|所有|全部|各)(?:部|种)?(?:型号|规格|机型)"
                    + "|(?:具体|详|另|参|请)?见?(?:本|该)?(?:证书)?附[件页表录].*$|(?:详|参|另|具体)见.*$|(?i:\\betc\\b\\.?$)");

    /** A letter and a digit: without them a text of words or measures names no model. */
    private static final Pattern NAMED = Pattern.compile("(?=.*[A-Za-z]).*[0-9]|^[0-9-]+$");

    /** Words that speak of models or of a placeholder in them: a为1~9, 除K10外, 全部. */
    private static final Pattern OPEN = Pattern.compile("^(?:其中|除|[A-Za-z]\\s*(?:可以?|均|分别)?(?:为|代表|表示|取))|除外|之外|全部|所有");

    /** (R代表红色): a letter that says more of a model. */
    private static final Pattern EXPLAINED = Pattern.compile(
            "(?<![A-Za-z0-9])([A-Za-z]{1,3})\\s*(?:可以?|均|分别)?(?:为|是|=|:|代表|表示|指)(?=\\s*[\\u4e00-\\u9fff])");

    /** M100., and M100=60L: a full stop, or what the model measures. */
    private static final Pattern CLOSED = Pattern.compile("([A-Za-z0-9][A-Za-z0-9/-]*)(?:\\.|=[0-9.]+[A-Za-z]{1,2})");

    private static final Pattern SERIES =
            Pattern.compile("全?系列(?:产品|机型|型号|机)?|系(?![\\u4e00-\\u9fff])|(?i:(?<![A-Z])(?:series|family)(?![A-Z]))");

    /** Words before a model that may tell its series and be left out by a buyer: 超翔, ThinkCentre, LaserJet Pro. */
    private static final Pattern SERIES_NAME =
            Pattern.compile("^(?:[\\u4e00-\\u9fff]+\\s*|[A-Za-z]+\\s+)+(?=[A-Za-z0-9])");

    private static final Pattern LAST_TOKEN = Pattern.compile("^.*?([A-Za-z0-9*#./-]*)\\s*$");
    private static final Pattern AND_SO_ON = Pattern.compile("[.…·]{2,}");
    private static final Pattern ELLIPSIS = Pattern.compile("[.…·~-]+");

    private static final ModelDescription ANY = new ModelDescription.Any();

    /** A text that lists more alternatives than this is read no further. */
    private static final int MOST = 64;

    private final Set<String> exact = new LinkedHashSet<>();
    private final Set<String> possible = new LinkedHashSet<>();
    private final Set<ModelDescription> descriptions = new LinkedHashSet<>();
    private final Set<ModelDescription> unread = new LinkedHashSet<>();
    private boolean noted;

    /**
     * Reads a cell.
     *
     * @param besides what stands in the cell under other labels than those of models
     */
    ModelReading(List<String> cell, List<String> besides) {
        List<String> parts = ModelNotes.without(cell);
        if (!parts.isEmpty() && parts.stream().allMatch(EmptyWords::isNothing)) {
            descriptions.add(ANY);
        }
        parts.forEach(this::read);
        besides.forEach(text -> beside(text, parts));
        parts.stream()
                .filter(part -> !isTooLong(part) && !ModelTokens.isPlain(part))
                .forEach(part -> explained(part, parts));
        if (parts.size() > 1) {
            further(parts);
            String last = parts.get(parts.size() - 1);
            Matcher series = SERIES.matcher(last);
            if (series.find()) {
                seriesOf(
                        String.join("/", parts.subList(0, parts.size() - 1)) + "/" + last.substring(0, series.start()));
            }
        }
    }

    /** Whether a part is no model that anybody wrote, but a text of which only the annex can tell. */
    private static boolean isTooLong(String part) {
        return part.length() > TechnicalData.LONGEST_TEXT && !ModelAsides.isBare(part);
    }

    /** The models named without doubt. */
    Set<String> exact() {
        return exact;
    }

    /** What some reading may mean. */
    Set<String> possible() {
        return possible;
    }

    /** What the text says, or may say in words that nobody can read for sure, of models that it does not name. */
    Set<ModelDescription> descriptions() {
        Set<ModelDescription> all = new LinkedHashSet<>(descriptions);
        all.addAll(unread);
        return all;
    }

    /** Whether the text says of models that it does not name them all. */
    boolean leavesOut() {
        return !descriptions.isEmpty();
    }

    /** Whether the text is more than a list of models: a description, or notes and alternatives in brackets. */
    boolean describes() {
        return noted || !descriptions.isEmpty() || !unread.isEmpty();
    }

    private void read(String part) {
        exact.add(part);
        if (isTooLong(part)) {
            descriptions.add(ANY);
            return;
        }
        Matcher closed = CLOSED.matcher(part);
        if (closed.matches()) {
            exact.add(closed.group(1));
        }
        if (EmptyWords.isNothing(part)) {
            if (EmptyWords.isError(part)) {
                unread.add(ANY);
            }
            return;
        }
        String model = ModelAsides.uncounted(part);
        if (!model.equals(part)) {
            if (ModelAsides.isCounted(part)) {
                read(model);
                return;
            }
            // in M100*2 the sign may also stand for any character
            possible.add(model);
        }
        boolean plain = ModelTokens.isPlain(part);
        boolean words = !plain
                && (!ModelAsides.tells(part)
                        || (!NAMED.matcher(part).find() && !SERIES.matcher(part).find())
                        || OPEN.matcher(part).find());
        if (words) {
            unread.add(ANY);
        }
        measures(part);
        templates(part);
        TailRange.in(part).ifPresent(descriptions::add);
        TailRange.dashed(part).ifPresent(unread::add);
        if (plain) {
            Set<ModelDescription> remains = ModelRemains.in(part);
            if (!remains.isEmpty()) {
                unread.addAll(remains);
                words(part);
            }
            ModelDescription.Range.dashed(part).ifPresent(descriptions::add);
            String stated = ModelAsides.stripOutside(part);
            exact.add(stated);
            models(stated);
            if (!stated.equals(part)) {
                models(part);
            }
        } else {
            described(part);
        }
    }

    /** 外机型号：W20 and 功率：8W、14W: other models, or what may stand behind those that are named (T5-14W). */
    private void beside(String text, List<String> parts) {
        for (String token : ModelTokens.tokensOf(text)) {
            possible.add(token);
            parts.stream().limit(MOST).forEach(part -> possible.add(part + token));
        }
    }

    /** T5-8W~28W, 5W-28W T5: whatever has T5 in it may be meant. */
    private void measures(String part) {
        Measures.withoutRanges(part).ifPresent(text -> {
            String rest = ModelKeys.normalise(text);
            descriptions.add(rest.isEmpty() ? ANY : new ModelDescription.Template(List.of("", rest, "")));
        });
    }

    private void templates(String part) {
        if (ModelDescription.Template.maybeIn(part)) {
            ModelDescription.Template.withDigits(part).ifPresent(exact::add);
            ModelDescription.Template.in(part).ifPresent(descriptions::add);
        }
    }

    /** A text that may say in words, or by a sign, that it is no single model. */
    private void described(String part) {
        if (EmptyWords.namesNone(part)) {
            descriptions.add(ANY);
            return;
        }
        List<String> joined = ModelList.joined(part);
        if (joined.size() > 1) {
            joined.forEach(this::read);
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
        String stated = ModelAsides.stripOutside(text);
        exact.add(stated);
        ModelDescription.Range.in(stated).ifPresent(descriptions::add);
        models(stated);
        if (!stated.equals(text)) {
            models(text);
        }
        ModelTokens.core(text).ifPresent(possible::add);
        words(stated);
        unread.addAll(ModelRemains.in(text));
    }

    private void models(String text) {
        boolean bracketed = false;
        boolean separated = false;
        boolean joined = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            joined |= c == '.' || c == '_' || c == '#';
            bracketed |= c == '(' || c == '[' || c == '{' || c == '【';
            separated |= c == '/' || c == '+' || c == '|' || c == '&' || c == '\\' || c >= 0x80 || c <= ' ';
        }
        if (joined) {
            joined(text);
        }
        if (separated) {
            list(text);
        }
        if (bracketed) {
            brackets(text);
        }
    }

    /** M100.M200, M100_M200, M100#: signs that may part models, or be part of one. */
    private void joined(String text) {
        List<String> pieces = ModelSplitter.split(text, "._#");
        if (pieces.size() <= MOST && pieces.stream().allMatch(ModelList::couldBeModel)) {
            possible.addAll(pieces);
        }
    }

    private void list(String text) {
        Matcher name = SERIES_NAME.matcher(text);
        String lead = name.find() ? name.group() : "";
        String bare = text.substring(lead.length());
        Optional<ModelList> list = ModelList.in(bare);
        if (list.isPresent()) {
            for (String model : list.get().models()) {
                if (lead.isEmpty()) {
                    (list.get().certain() ? exact : possible).add(model);
                } else {
                    (list.get().certain() ? exact : possible).add(lead + model);
                    possible.add(model);
                }
            }
        }
        if (!ModelList.isOneModel(bare)) {
            slashed(lead, bare);
        }
    }

    /** KFR-35GW/A may also be read as KFR-35GW, M100A/B as M100A and M100B, KFR-26/35/50GW as three models. */
    private void slashed(String lead, String text) {
        List<String> pieces = ModelSplitter.split(text, "/\\");
        if (pieces.size() < 2 || pieces.size() > MOST) {
            return;
        }
        Set<String> models = ModelEnds.slashed(text);
        pieces.stream().filter(ModelList::couldBeModel).forEach(models::add);
        models.forEach(model -> {
            possible.add(model);
            possible.add(lead + model);
        });
    }

    /** M100; M200 (R代表红色): M100R may be meant. */
    private void explained(String text, List<String> parts) {
        Matcher letters = EXPLAINED.matcher(text);
        while (letters.find()) {
            for (String part : parts.subList(0, Math.min(parts.size(), MOST))) {
                String model = ModelTokens.BRACKETS.matcher(part).replaceAll("");
                if (NAMED.matcher(model).find() && !EXPLAINED.matcher(model).find()) {
                    possible.add(model + letters.group(1));
                }
            }
        }
    }

    /** What the first of several parts begins with and the others leave out: M100、200 and MateBook B3-420、B3-520. */
    private void further(List<String> parts) {
        String first = parts.get(0);
        Matcher name = SERIES_NAME.matcher(first);
        String lead = name.find() ? name.group() : "";
        String whole = first;
        for (int i = 1; i < Math.min(parts.size(), MOST); i++) {
            String part = parts.get(i);
            if (!ModelTokens.isPlain(part)) {
                if (ELLIPSIS.matcher(part).matches() && i + 1 < parts.size()) {
                    ModelDescription.Range.in(parts.get(i - 1) + "~" + parts.get(i + 1))
                            .ifPresent(descriptions::add);
                } else if (AND_SO_ON.matcher(part).matches()) {
                    descriptions.add(ANY);
                }
                continue;
            }
            possible.addAll(ModelEnds.behind(first, part));
            possible.addAll(ModelEnds.behind(whole, part));
            whole = part.length() < first.length() ? whole : part;
            if (!lead.isEmpty()) {
                exact.add(lead + part);
            }
            ModelList.in(first + "/" + part).ifPresent(list -> (list.certain() ? exact : possible)
                    .addAll(list.models().subList(1, list.models().size())));
        }
        if (parts.size() <= MOST && parts.get(1).length() < first.length()) {
            possible.addAll(ModelEnds.middles(String.join("/", parts)));
        }
    }

    private void series(String text, Matcher word) {
        String behind = text.substring(word.end());
        if (ModelTokens.names(behind)
                && ModelTokens.BRACKETS.matcher(behind).replaceAll("").chars().anyMatch(Character::isLetterOrDigit)) {
            possible.add(behind);
            ModelTokens.core(behind).ifPresent(possible::add);
            descriptions.add(ANY);
            return;
        }
        seriesOf(text.substring(0, word.start()));
        possible.addAll(ModelTokens.tokens(text));
        if (!ModelTokens.names(text.substring(0, word.start()))) {
            descriptions.add(ANY);
        }
    }

    /** FTXS35/50/72系列: each of them is the beginning of models. */
    private void seriesOf(String bases) {
        for (String one : ModelSplitter.split(bases, "|+和及与或")) {
            List<String> pieces = ModelSplitter.split(one, "/");
            Set<String> models = new LinkedHashSet<>(pieces);
            if (pieces.size() > 1 && pieces.size() <= MOST) {
                models.addAll(ModelEnds.slashed(one));
                ModelList.in(one).ifPresent(list -> models.addAll(list.models()));
            }
            models.forEach(this::series);
        }
    }

    private void series(String base) {
        Optional<ModelDescription> range = ModelDescription.Range.in(base);
        if (range.isPresent()) {
            descriptions.add(range.get());
            return;
        }
        List<String> bases =
                new ArrayList<>(List.of(base, ModelTokens.CHINESE.matcher(base).replaceAll("")));
        bases.add(ModelTokens.BRACKETS.matcher(base).replaceAll(""));
        bases.add(LAST_TOKEN.matcher(base).replaceFirst("$1"));
        for (int blank = base.indexOf(' '); blank > 0 && bases.size() < MOST; blank = base.indexOf(' ', blank + 1)) {
            bases.add(base.substring(blank + 1));
        }
        for (String one : bases) {
            if (ModelTokens.names(one)) {
                descriptions.add(new ModelDescription.Series(ModelKeys.normalise(one)));
                // E2xxH系列: placeholders, and whatever follows
                templates(one + "□");
            }
        }
    }

    private void brackets(String text) {
        ModelBrackets brackets = ModelBrackets.in(text);
        noted |= brackets.noted();
        for (String model : brackets.models()) {
            possible.add(model);
            if (model.indexOf('/') > 0 && !ModelList.isOneModel(model)) {
                slashed("", model);
            }
        }
        ModelList.in(ModelTokens.BRACKETS.matcher(text).replaceAll(""))
                .ifPresent(list -> possible.addAll(list.models()));
    }

    /**
     * Words that nobody can read for sure: every text with a digit beside them may be a model, and behind Chinese words
     * (A100派生A200, A100（出口版）) further ones that begin like it.
     */
    private void words(String text) {
        boolean words = ModelTokens.CHINESE.matcher(ModelAsides.strip(text)).find();
        Matcher token = ModelTokens.TOKEN.matcher(text);
        int tokens = 0;
        while (token.find() && tokens < MOST) {
            if (ModelTokens.isToken(token.group())) {
                tokens++;
                possible.add(token.group());
                if (words
                        && ModelTokens.CHINESE
                                .matcher(text)
                                .region(token.end(), text.length())
                                .find()) {
                    unread.add(new ModelDescription.Series(ModelKeys.normalise(token.group())));
                }
            }
        }
    }

    private static String trimmed(String text) {
        String trimmed = Blanks.trim(text);
        boolean open = !trimmed.isEmpty() && "([【{".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0;
        return open ? Blanks.trim(trimmed.substring(0, trimmed.length() - 1)) : trimmed;
    }
}
