package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Blanks;

/** What a certificate's cell says of its list as a whole: 共3个型号, 以下空白. It leaves out no model where all of them are named. */
final class ModelNotes {

    private static final Pattern END = Pattern.compile(
            "[(\\[【—-]*\\s*(?:(?:以下|此下|下面|其下|此处)\\s*(?:为|是)?\\s*(?:空白|无正文|无内容|空)|^(?:空白|完|完毕|结束|止|(?i:end))$)\\s*[)\\]】—-]*[。.]?");

    private static final Pattern COUNT = Pattern.compile(
            "(?:(?:总|合|一)?共(?:计|有)?|[合总]计)\\s*([0-9]{1,4}|[一二两三四五六七八九十])\\s*[个种款项](?:不同)?的?(?:型号|规格|产品|机型|系列)*\\s*:?");

    private static final Pattern EMPTY_BRACKETS = Pattern.compile("[(\\[【]\\s*[)\\]】]");
    private static final String NUMERALS = "零一二三四五六七八九十";

    private ModelNotes() {}

    /** The parts of a cell without such notes, and without colours and kinds that stand where a model would. */
    static List<String> without(List<String> parts) {
        List<String> kept = new ArrayList<>(parts.size());
        for (String part : parts) {
            String text = part;
            boolean words = part.length() <= TechnicalData.LONGEST_TEXT && !ModelTokens.isPlain(part);
            if (words || part.length() == 3) {
                text = Blanks.trim(END.matcher(part).replaceFirst(""));
                text = Blanks.trim(
                        EMPTY_BRACKETS.matcher(uncounted(text, parts)).replaceAll(""));
            }
            if (!text.isEmpty() && !(parts.size() > 1 && isWord(text))) {
                kept.add(text);
            }
        }
        return kept.isEmpty() ? parts : kept;
    }

    private static boolean isWord(String text) {
        return text.charAt(0) >= 0x80 && text.chars().noneMatch(c -> c < 0x80) && ModelAsides.isAside(text);
    }

    private static String uncounted(String text, List<String> parts) {
        Matcher count = COUNT.matcher(text);
        if (!count.find()) {
            return text;
        }
        String number = count.group(1).replace('两', '二');
        int numeral = NUMERALS.indexOf(number.charAt(0));
        int counted = numeral >= 0 ? numeral : Integer.parseInt(number);
        Set<String> named = new HashSet<>();
        for (String part : parts) {
            for (String token : ModelTokens.tokensOf(COUNT.matcher(part).replaceAll(" "))) {
                ModelList.in(token).ifPresentOrElse(list -> named.addAll(list.models()), () -> named.add(token));
            }
        }
        return named.size() >= counted ? count.replaceAll(" ") : text;
    }
}
