package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.greenaudit.rules.JudgedLines.Change;
import org.greenaudit.text.EmptyWords;

/** How a purchase is written changes no verdict: widths, blanks, case, brackets, the order of modifiers, a warranty. */
@Tag("slow")
class WritingPropertiesTest {

    private static final String SEED = "20190401";

    private static final String[] BLANKS = {" ", "\u3000", "\u00a0", "\u2009", "\u200b", "\t", "  "};
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan})(?=\\p{IsHan})");
    private static final Pattern BLANK_BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");
    private static final List<String> BRACKETS = List.of("（）", "()", "【】", "[]");
    private static final List<String> PROMISES =
            List.of("（三年质保）", "质保3年", "三年上门", "(含安装)", "，三年上门服务", " 原厂质保三年", "【整机保修一年】", "含安装调试");

    private static final String MODIFIER = "(彩色|黑白|A3|A4|激光|双面|无线|立式|卧式|柜式|壁挂式?|变频|冷暖|三相|单相|智能|感应式?|不锈钢|木质|实木|钢制|陶瓷"
            + "|高效|全自动|便携式|手持|防爆|户外|室内|大型|小型|移动|数字|高清|电动|液晶)";
    private static final Pattern SIDE_BY_SIDE = Pattern.compile(MODIFIER + MODIFIER);

    private static JudgedLines lines;

    @BeforeContainer
    static void judge() throws IOException {
        lines = new JudgedLines();
    }

    @AfterContainer
    static void close() throws IOException {
        lines.close();
    }

    @Property(tries = 2, seed = SEED, shrinking = ShrinkingMode.OFF)
    void widthsChangeNoVerdict(@ForAll Random random) {
        holds(inTexts(text -> isMarkup(text) ? text : each(text, c -> random.nextBoolean() ? otherWidth(c) : c)));
    }

    /** An entity of HTML is written by a program, and in no other width. */
    private static boolean isMarkup(String text) {
        return text.contains("&") && text.contains(";");
    }

    private static int otherWidth(int c) {
        if (c > ' ' && c < 0x7f) {
            return c + 0xfee0;
        }
        if (c > 0xff00 && c < 0xff5f) {
            return c - 0xfee0;
        }
        return c == ' ' ? 0x3000 : c == 0x3000 ? ' ' : c;
    }

    @Property(tries = 4, seed = SEED, shrinking = ShrinkingMode.OFF)
    void aBlankBetweenTwoChineseCharactersChangesNoVerdict(@ForAll Random random) {
        holds(line -> JudgedLines.TEXTS.stream().flatMap(column -> {
            List<String> parts = new ArrayList<>(List.of(BETWEEN_HAN.split(line.cell(column))));
            if (parts.size() < 2) {
                return Stream.empty();
            }
            int at = random.nextInt(parts.size() - 1);
            if (column.equals("item_name") && areGoods(line, String.join("", parts.subList(0, at + 1)))) {
                return Stream.empty();
            }
            parts.set(at, parts.get(at) + BLANKS[random.nextInt(BLANKS.length)]);
            return Stream.of(line.with(column, String.join("", parts)));
        }));
    }

    /** Whether a name by itself is that of listed goods: a blank behind it begins a new clause, as the policy says. */
    private static boolean areGoods(JudgementCase line, String name) {
        return lines
                .told(line.with("category_code", "").with("category_name", "").with("item_name", name))
                .values()
                .stream()
                .anyMatch(told -> !told.equals("not-applicable"));
    }

    /** Blanks everywhere tell as little as none, so that a blank that parts two words goes unseen among them. */
    @Property(tries = 2, seed = SEED, shrinking = ShrinkingMode.OFF)
    void blanksBetweenAllChineseCharactersAndAroundChangeNoVerdict(@ForAll Random random) {
        JudgedLines together =
                lines.each(inTexts(text -> BLANK_BETWEEN_HAN.matcher(text).replaceAll("")));
        holds(together, inTexts(text -> {
            String blank = BLANKS[random.nextInt(BLANKS.length)];
            return text.isEmpty() ? text : blank + BETWEEN_HAN.matcher(text).replaceAll(blank) + blank;
        }));
    }

    @Property(tries = 1, seed = SEED, shrinking = ShrinkingMode.OFF)
    void caseChangesNoVerdict(@ForAll Random random) {
        holds(inTexts(text -> text.toLowerCase(Locale.ROOT)));
        holds(inTexts(text -> text.toUpperCase(Locale.ROOT)));
        holds(inTexts(
                text -> each(text, c -> random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c))));
    }

    @Example
    void theSortOfBracketsChangesNoVerdict() {
        for (String sort : BRACKETS) {
            holds(inTexts(text -> {
                String changed = text;
                for (String other : BRACKETS) {
                    changed = changed.replace(other.charAt(0), sort.charAt(0)).replace(other.charAt(1), sort.charAt(1));
                }
                return changed;
            }));
        }
    }

    @Example
    void aWarrantyBehindTheGoodsChangesNoVerdict() {
        for (String promise : PROMISES) {
            holds(named(name -> name + promise));
        }
    }

    /**
     * What says independent things of the goods may stand in any order before them. 国产笔记本 is a name of its own, and so is
     * 产床. A brand is read from a name where it begins it, so that it may change places only where its cell tells it too.
     */
    @Example
    void theOrderOfModifiersBeforeTheGoodsChangesNoVerdict() {
        JudgedLines free = lines.each(only(line -> !line.cell("item_name").matches("(?:笔记本|床).*")));
        for (List<String> two :
                List.of(List.of("国产", "新款"), List.of("黑色", "国产"), List.of("白色", "旗舰版"), List.of("浅灰色", "家庭"))) {
            swapping(free, two.get(0), two.get(1));
        }
        JudgedLines branded = free.each(only(line -> !EmptyWords.namesNone(line.cell("brand"))));
        swapping(branded, "联想", "黑色");
        swapping(branded, "新款", "美的");
    }

    private static void swapping(JudgedLines lines, String one, String other) {
        JudgedLines first = lines.each(named(name -> one + other + name));
        holds(first, named(name -> other + one + name.substring(one.length() + other.length())));
    }

    /** Two of these side by side say independent things of the goods; together they name nothing of their own. */
    @Example
    void modifiersSideBySideMaySwap() {
        holds(named(name -> SIDE_BY_SIDE.matcher(name).replaceAll("$2$1")));
    }

    /** Names that hold letters or figures of their own may name another model. What is done with goods stands before them. */
    @Example
    void brandAndModelMayStandBeforeOrBehindTheGoods() {
        String bought = "联想 KX-318T ";
        JudgedLines before = lines.each(
                        only(line -> !line.cell("item_name").matches(".*[A-Za-z0-9].*|(?:租|出售|拍卖|处置|报废).*")))
                .each(named(name -> bought + name));
        for (String behind : List.of("联想%s KX-318T", "%s 联想 KX-318T", "%s 联想KX-318T", "%s（联想 KX-318T）")) {
            holds(before, named(name -> behind.formatted(name.substring(bought.length()))));
        }
    }

    private static Change only(Predicate<JudgementCase> which) {
        return line -> Stream.of(line).filter(which);
    }

    private static String each(String text, IntUnaryOperator change) {
        return text.codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Change inTexts(UnaryOperator<String> change) {
        return line -> {
            JudgementCase changed = line;
            for (String column : JudgedLines.TEXTS) {
                changed = changed.with(column, change.apply(line.cell(column)));
            }
            return Stream.of(changed);
        };
    }

    private static Change named(UnaryOperator<String> change) {
        return line -> line.cell("item_name").isEmpty()
                ? Stream.empty()
                : Stream.of(line.with("item_name", change.apply(line.cell("item_name"))));
    }

    private static void holds(Change change) {
        holds(lines, change);
    }

    private static void holds(JudgedLines lines, Change change) {
        assertThat(lines.breaking(JudgedLines.Verdicts::same, change)).isEmpty();
    }
}
