package org.greenaudit.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels that stand before a model in its own cell: {@code 型号：M100}, {@code 规格：21寸；型号：P100}, {@code Model: M100}. */
public final class ModelLabels {

    /** A label of a model, at the beginning or behind a separator. */
    private static final Pattern MODEL = spaced(
            "(?:^|(?<=[;,、\\s|/(]))(?:(?:本|该|各|主|子|副|同)?(?:产品|货物|商品|设备|规格|主检|主测|主机|整机|送检|检测|测试|试验|样机|样品|覆盖|扩展|派生|衍生|变型|变形|认证|获证"
                    + "|发证|申请|申报|备案|登记|单元|系列|代表|典型|基本|基础|标准|全部|所有|其余|其[他它])?|[主子副])(?:型号|机型)(?:及?规格|/规格)?(?:名称|编号|有)?\\s*[:=]\\s*"
                    + "|(?:^|(?<=[;,、\\s|/(]))(?:(?:主|子|产品)规格|系列名称?|(?:认证|产品|申请)?单元)\\s*[:=]\\s*"
                    + "|^(?:产品)?(?:规格型号|型号规格|型号)\\s*(?=[A-Za-z0-9])"
                    + "|(?:^|(?<=[;,、\\s|/(]))(?i:models?)\\s*(?i:no\\.?|number|name)?\\s*[:=]\\s*"
                    + "|^(?i:type|[pm]/?n)\\s*:\\s*|^(?i:no)\\.\\s*(?=[A-Za-z0-9])");

    /** The next label, where a labelled text ends. */
    private static final Pattern NEXT = Pattern.compile("[;,、\\s|]+\\p{L}(?: *\\p{L}){0,7}\\s*:");

    /** Beside a model, that another one came or was meant: 型号：M100 实供：M999. */
    private static final Pattern INSTEAD =
            spaced("(?:实供|实际|实交|实到|到货|交付|交货|变更|更换|替换|替代|代替|改为|换为|调整为|中标|投标|成交)(?: *\\p{IsHan}){0,6}\\s*[:=]");

    private static final Pattern SPECIFICATION = spaced("^(?:规格|产品名称|名称|(?i:spec))\\s*:\\s*");

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
        boolean labelled = cell.indexOf(':') >= 0
                || cell.indexOf('：') >= 0
                || cell.indexOf('=') >= 0
                || cell.indexOf('型') >= 0
                || cell.regionMatches(true, 0, "No.", 0, 3);
        if (!labelled) {
            return cell;
        }
        String text = plain(cell);
        List<String> models = parts(cell, text).models();
        if (!models.isEmpty() && !INSTEAD.matcher(text).find()) {
            return Blanks.trim(String.join("；", models));
        }
        Matcher specification = SPECIFICATION.matcher(text);
        return specification.lookingAt() ? Blanks.trim(cell.substring(specification.end())) : cell;
    }

    /** What a cell with labels says beside its models, under labels of its own: 8W、14W in 型号：T5 功率：8W、14W; mostly empty. */
    public static List<String> besides(String cell) {
        return cell.indexOf(':') < 0 && cell.indexOf('：') < 0
                ? List.of()
                : parts(cell, plain(cell)).besides();
    }

    private record Parts(List<String> models, List<String> besides) {}

    private static Parts parts(String cell, String text) {
        Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
        Matcher label = MODEL.matcher(text);
        int from = 0;
        while (label.find(from)) {
            if (label.start() > from) {
                parts.besides().add(cell.substring(from, label.start()));
            }
            Matcher next = NEXT.matcher(text);
            int end = next.find(label.end()) ? next.start() : cell.length();
            parts.models().add(cell.substring(label.end(), end));
            from = end;
        }
        if (from > 0 && from < cell.length()) {
            parts.besides().add(cell.substring(from));
        }
        return parts;
    }

    /** The cell, character for character, with one sort of blanks and one width; line ends stay. */
    private static String plain(String cell) {
        StringBuilder plain = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            plain.append(Blanks.isBlank(c) && c != '\n' ? ' ' : FullWidth.fold(c));
        }
        return plain.toString();
    }

    /** A pattern whose Chinese words may be written with blanks between their characters. */
    private static Pattern spaced(String pattern) {
        return Pattern.compile(pattern.replaceAll("(?<=\\p{IsHan})(?=\\p{IsHan})", " *"));
    }
}
