package org.greenaudit.catalog.name;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.EmptyWords;

/**
 * Reads one part of a 规格型号 cell: a model, several, or a text about models. Whatever is written is also taken as a model
 * itself, since a buyer may copy it.
 */
final class PartReading {

    /** M100 等, 其他型号, 详见附件, 共12个型号: there are more models than the cell names. */
    private static final Pattern FURTHER =
            Pattern.compile("同系列.*$|等[\\s0-9一二三四五六七八九十几多]*[个种款项]?(?:型号|规格|产品|机型|系列){0,4}\\s*[)\\]】]?$"
                    + "|共(?:计|有)?\\s*[0-9一二两三四五六七八九十]+\\s*[个种款项].*$|^(?:多|若干|各)[个种款]?(?:型号|规格|机型)?$"
                    + "|其[他它余].*$|包括但不限于|(?:全|所有|全部|各)(?:部|种)?(?:型号|规格|机型)"
                    + "|(?:具体|详|另|参|请)?见?(?:本|该)?(?:证书)?附[件页表录].*$|(?:详|参|另|具体)见.*$|(?i:\\betc\\b\\.?$)");

    /** Words that speak of models or of a placeholder in them: a为1~9, 除K10外, 全部. */
    private static final Pattern OPEN = Pattern.compile("^(?:其中|除|[A-Za-z]\\s*(?:可以?|均|分别)?(?:为|代表|表示|取))|除外|之外|全部|所有");

    /** M100., and M100=60L: a full stop, or what the model measures. */
    private static final Pattern CLOSED = Pattern.compile("([A-Za-z0-9][A-Za-z0-9/-]*)(?:\\.|=[0-9.]+[A-Za-z]{1,2})");

    /** Words before a model that may tell its series and be left out by a buyer: 超翔, ThinkCentre, LaserJet Pro. */
    private static final Pattern SERIES_NAME =
            Pattern.compile("(?:[\\u4e00-\\u9fff]++\\s*+|[A-Za-z]++\\s++)+(?=[A-Za-z0-9])");

    private static final ModelDescription ANY = new ModelDescription.Any();

    /** A text that lists more alternatives than this is read no further. */
    private static final int MOST = 64;

    private final ModelMeanings meanings;

    PartReading(ModelMeanings meanings) {
        this.meanings = meanings;
    }

    /** Whether a part is no model that anybody wrote, but a text of which only the annex can tell. */
    static boolean isTooLong(String part) {
        return part.length() > TechnicalData.LONGEST_TEXT && !ModelAsides.isBare(part);
    }

    /** The words before a model that may tell its series; empty where none stand there. */
    static String seriesName(String text) {
        Matcher name = SERIES_NAME.matcher(text);
        return name.lookingAt() ? name.group() : "";
    }

    /** Adds what a part means. */
    void read(String part) {
        meanings.sure(part);
        if (ModelTokens.isOneModel(part)) {
            return;
        }
        if (isTooLong(part)) {
            meanings.says(ANY);
            return;
        }
        if (part.endsWith(".") || part.indexOf('=') > 0) {
            closed(part);
        }
        if (EmptyWords.isNothing(part)) {
            if (EmptyWords.isError(part)) {
                meanings.unread(ANY);
            }
            return;
        }
        if (!ModelTokens.names(part) && ModelPattern.of(part).isEmpty()) {
            meanings.says(ANY);
            return;
        }
        String model = ModelAsides.uncounted(part);
        if (!model.equals(part)) {
            if (ModelAsides.isCounted(part)) {
                read(model);
                return;
            }
            // in M100*2 the sign may also stand for any character
            meanings.maybe(model);
        }
        boolean plain = ModelTokens.isPlain(part);
        boolean template = templates(part);
        boolean words = !plain
                && (!ModelAsides.tells(part)
                        || (!template
                                && !ModelTokens.isNumbered(part)
                                && !ModelSeries.WORD.matcher(part).find())
                        || OPEN.matcher(part).find());
        if (words) {
            meanings.unread(ANY);
        }
        measures(part);
        TailRange.in(part).ifPresent(meanings::says);
        TailRange.dashed(part).ifPresent(meanings::unread);
        meanings.unread(ModelRange.perhaps(part));
        if (plain) {
            Set<ModelDescription> remains = ModelRemains.in(part);
            if (!remains.isEmpty()) {
                meanings.unread(remains);
                words(part);
            }
            ModelRange.dashed(part).ifPresent(meanings::says);
            String stated = ModelAsides.stripOutside(part);
            meanings.sure(stated);
            models(stated);
            if (!stated.equals(part)) {
                models(part);
            }
        } else {
            described(part);
        }
    }

    private void closed(String part) {
        Matcher closed = CLOSED.matcher(part);
        if (closed.matches()) {
            meanings.sure(closed.group(1));
        }
    }

    /** T5-8W~28W, 5W-28W T5: whatever has T5 in it may be meant. */
    private void measures(String part) {
        Measures.withoutRanges(part).ifPresent(text -> {
            String rest = ModelKeys.normalise(text);
            meanings.says(rest.isEmpty() ? ANY : ModelTemplate.around(rest));
        });
    }

    private boolean templates(String part) {
        if (!ModelTemplate.maybeIn(part)) {
            return false;
        }
        PlaceholderNote.in(part).flatMap(PlaceholderNote::withDigits).ifPresent(meanings::sure);
        Optional<ModelDescription> template = ModelTemplate.in(part);
        template.ifPresent(meanings::says);
        ModelSplitter.split(part, "/|&+ ")
                .forEach(piece -> ModelTemplate.in(piece).ifPresent(meanings::says));
        return template.isPresent();
    }

    /** A text that may say in words, or by a sign, that it is no single model. */
    private void described(String part) {
        if (EmptyWords.namesNone(part)) {
            meanings.says(ANY);
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
            meanings.says(ANY);
            text = trimmed(text.substring(0, further.start()));
            meanings.sure(text);
        }
        Matcher series = ModelSeries.WORD.matcher(text);
        if (series.find()) {
            series(text, series);
            return;
        }
        String stated = ModelAsides.stripOutside(text);
        meanings.sure(stated);
        ModelRange.in(stated).ifPresent(meanings::says);
        models(stated);
        if (!stated.equals(text)) {
            models(text);
        }
        ModelTokens.core(text).ifPresent(meanings::maybe);
        words(stated);
        meanings.unread(ModelRemains.in(text));
    }

    private void models(String text) {
        boolean bracketed = false;
        boolean separated = false;
        boolean joined = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            joined |= c == '.' || c == '_' || c == '#' || c == '*';
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

    /** M100.M200, M100_M200, M1#/2#, M100*M200, *M100*: signs that may part models, stand around one or be part of one. */
    private void joined(String text) {
        List<String> pieces = ModelSplitter.split(text, "._#");
        if (pieces.size() <= MOST && pieces.stream().allMatch(ModelList::couldBeModel)) {
            meanings.maybe(pieces);
        }
        if (text.indexOf('#') >= 0) {
            slashed("", text.replace("#", ""));
        }
        List<String> starred = ModelSplitter.split(text, "*");
        boolean around = text.charAt(0) == '*' && text.charAt(text.length() - 1) == '*';
        if (starred.size() <= MOST && starred.size() > (around ? 0 : 1) && ModelList.beginAlike(starred)) {
            meanings.maybe(starred);
        }
    }

    private void list(String text) {
        String lead = seriesName(text);
        String bare = text.substring(lead.length());
        ModelList.in(bare).ifPresent(list -> {
            meanings.named(list.behind(lead));
            meanings.maybe(lead.isEmpty() ? List.of() : list.models());
        });
        if (!ModelList.isOneModel(bare)) {
            slashed(lead, bare);
        }
    }

    /** KFR-35GW/A may also be read as KFR-35GW, M100A/B as M100A and M100B, KFR-26/35/50GW as three models. */
    private void slashed(String lead, String text) {
        List<String> pieces = ModelSplitter.split(text, "/\\|&");
        if (pieces.size() < 2 || pieces.size() > MOST) {
            return;
        }
        Set<String> models = ModelEnds.slashed(text);
        pieces.stream().filter(ModelList::couldBeModel).forEach(models::add);
        models.forEach(model -> {
            meanings.maybe(model);
            meanings.maybe(lead + model);
        });
    }

    private void series(String text, Matcher word) {
        String behind = text.substring(word.end());
        if (ModelTokens.names(behind)
                && ModelTokens.BRACKETS.matcher(behind).replaceAll("").chars().anyMatch(Character::isLetterOrDigit)) {
            meanings.maybe(behind);
            ModelTokens.core(behind).ifPresent(meanings::maybe);
            meanings.says(ANY);
            return;
        }
        ModelSeries.of(text.substring(0, word.start())).forEach(meanings::says);
        meanings.maybe(ModelTokens.tokens(text));
        if (!ModelTokens.names(text.substring(0, word.start()))) {
            meanings.says(ANY);
        }
    }

    private void brackets(String text) {
        ModelBrackets brackets = ModelBrackets.in(text);
        if (brackets.noted()) {
            meanings.note();
        }
        for (String model : brackets.models()) {
            meanings.maybe(model);
            if (model.indexOf('/') > 0 && !ModelList.isOneModel(model)) {
                slashed("", model);
            }
        }
        ModelList.in(ModelTokens.BRACKETS.matcher(text).replaceAll(""))
                .ifPresent(list -> meanings.maybe(list.models()));
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
                meanings.maybe(token.group());
                if (words
                        && ModelTokens.CHINESE
                                .matcher(text)
                                .region(token.end(), text.length())
                                .find()) {
                    meanings.unread(new ModelDescription.Series(ModelKeys.normalise(token.group())));
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
