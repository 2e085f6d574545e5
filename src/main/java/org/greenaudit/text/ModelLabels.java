package org.greenaudit.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels that stand before a model in its own cell: {@code 型号：M100}, {@code 规格：21寸；型号：P100}, {@code Model: M100}. */
public final class ModelLabels {

    /** A label of a model, at the beginning or behind a separator. */
    private static final Pattern MODEL = Pattern.compile(
            "(?:^|(?<=[;；,，、\\n\\s|/(（]))(?:产品|货物|商品|设备|规格|主检|主测|覆盖|扩展|派生|衍生|认证|获证|申请|单元|系列|其[他它])?(?:型号|机型)(?:及?规格|/规格)?(?:编号)?\\s*[:：=]\\s*"
                    + "|^(?:产品)?(?:规格型号|型号规格|型号)\\s*(?=[A-Za-z0-9])"
                    + "|(?:^|(?<=[;；,，、\\n\\s|/(（]))(?i:models?)\\s*(?i:no\\.?|number|name)?\\s*[:：=]\\s*"
                    + "|^(?i:type|p/?n)\\s*[:：]\\s*");

    /** The next label, where a labelled text ends. */
    private static final Pattern NEXT = Pattern.compile("[;；,，、\\n\\s|]+\\p{L}{1,8}\\s*[:：]");

    private static final Pattern SPECIFICATION = Pattern.compile("^(?:规格|产品名称|名称|(?i:spec))\\s*[:：]\\s*");

    private static final Pattern WRAPPED =
            Pattern.compile("\\s*[“”\"‘’《〈「『【(（\\[]([^“”\"‘’《》〈〉「」『』【】()（）\\[\\]]*)[“”\"‘’》〉」』】)）\\]]\\s*[。.]?\\s*");

    private ModelLabels() {}

    /** The cell without its labels and the quotes or brackets around it; the same string when it has none. */
    public static String strip(String cell) {
        String text = unlabelled(cell);
        Matcher wrapped = WRAPPED.matcher(text);
        return wrapped.matches() ? wrapped.group(1) : text;
    }

    private static String unlabelled(String cell) {
        boolean labelled =
                cell.indexOf(':') >= 0 || cell.indexOf('：') >= 0 || cell.indexOf('=') >= 0 || cell.indexOf('型') >= 0;
        if (!labelled) {
            return cell;
        }
        Matcher label = MODEL.matcher(cell);
        StringBuilder models = new StringBuilder();
        boolean any = false;
        int from = 0;
        while (label.find(from)) {
            any = true;
            Matcher next = NEXT.matcher(cell);
            int end = next.find(label.end()) ? next.start() : cell.length();
            models.append(models.isEmpty() ? "" : "；").append(cell, label.end(), end);
            from = end;
        }
        return Blanks.trim(any ? models.toString() : SPECIFICATION.matcher(cell).replaceFirst(""));
    }
}
