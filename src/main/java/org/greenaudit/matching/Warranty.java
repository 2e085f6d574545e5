package org.greenaudit.matching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for what a seller does after the sale (三年质保, 上门服务, 含安装): behind goods they leave them goods. */
final class Warranty {

    /** The characters that such words begin with, so that most places of a name need no pattern. */
    private static final String FIRST = "0123456789一二两三四五六七八九十质保终整全原免上售现含包送三厂";

    private static final String TERM = "(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:年|个月)";
    private static final String HOW = "(?:原厂|厂家|整机|全国|有限|免费|上门|现场|终身|售后|含|包|送货|质保|保修|联保|三包)";
    private static final String PROMISE = "(?:服务|质保|保修|联保|三包|包换|包修|上门|维修|维护|安装|安装调试|调试|送货|运费|保障)";
    private static final Pattern WORDS = Pattern.compile("(?:" + TERM + HOW + "*(?:服务|质保|保修|联保|包换|包修|上门)期?(?:服务)?"
            + "|" + HOW + "+" + TERM
            + "|(?:原厂|整机|全国|有限|终身|售后|上门|免费)" + HOW + "*" + PROMISE + "+"
            + "|(?:含|包)" + HOW + "*(?:安装|运费|送货|调试)+(?:安装|调试|服务|费)*"
            + "|送货(?:上门|安装)+(?:安装|调试|服务)*"
            + "|质保期?" + TERM + "?(?:服务)?)");

    private Warranty() {}

    /** Where the words for a warranty that begin at a position end; the position itself when none begin there. */
    static int endAt(String text, int position) {
        if (FIRST.indexOf(text.charAt(position)) < 0) {
            return position;
        }
        Matcher words = WORDS.matcher(text).region(position, text.length());
        return words.lookingAt() ? words.end() : position;
    }
}
