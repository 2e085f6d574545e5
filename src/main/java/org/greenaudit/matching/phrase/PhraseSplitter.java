package org.greenaudit.matching.phrase;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.text.NormalizedText;

/**
 * Cuts a name into clauses. Bracketed remarks and everything after a word such as 含 or 用于 that follows goods is set
 * aside, unless nothing is left without it. A splitter reads one text and is then thrown away.
 */
public final class PhraseSplitter {

    /** Longer texts are descriptions. */
    private static final int DESCRIPTION = 60;

    private static final String OPEN = "({<《";
    private static final String CLOSE = ")}>》";
    private static final String STOPS = "。;!?";
    private static final String COMMAS = ",:";
    private static final String ANDS = "、/+&|和及与或";
    private static final List<String> VERBS = List.of("采购", "购置", "购买", "招标", "添置", "购入");
    /** What makes another word of 配 than “with”: 配套水泵 is a pump. */
    private static final String NOT_WITH = "套件电置送备气料";

    private static final List<String> ASIDES = List.of(
            "含", "包括", "配", "附", "带", "内置", "自带", "连同", "用于", "适用", "适配", "兼容", "支持", "不含", "赠", "要求", "规格", "型号", "品牌",
            "参数", "详见", "其中");

    private static final List<String> HOLDING = List.of("含", "包括", "配", "附", "带", "内置", "自带", "连同");

    private static final int LONGEST_PROMISE = 16;

    /** The characters of a promise behind a remark: （银色），三年上门服务. */
    private static final int FEW = 9;

    private final NormalizedText text;
    private final List<TermMention> mentions;
    private final boolean readBrackets;
    private final boolean description;
    private final Warranty warranty;
    private final List<NamePhrase> clauses = new ArrayList<>();
    private List<TermMention> current = new ArrayList<>();
    private NamePhrase.Joint joint = NamePhrase.Joint.SENTENCE;
    private int start;
    private boolean purchased;
    private boolean goodsInClause;
    private boolean goodsInSentence;

    private PhraseSplitter(NormalizedText text, List<TermMention> mentions, Warranty warranty, boolean readBrackets) {
        this.text = text;
        this.mentions = mentions;
        this.readBrackets = readBrackets;
        this.description = isDescription(text, warranty);
        this.warranty = warranty;
    }

    /**
     * Whether a text is a description in sentences and no name: what stands after 含 or 要求 then ends at a comma. Remarks
     * in brackets at its end, or before the few words that end it, make no name longer.
     */
    public static boolean isDescription(NormalizedText text) {
        return isDescription(text, text.length());
    }

    /** The same without the promise that ends the text. */
    static boolean isDescription(NormalizedText text, Warranty warranty) {
        int end = text.length();
        if (end > DESCRIPTION) {
            for (int i = end - LONGEST_PROMISE; i < end; i++) {
                if (warranty.endAt(text, i) == end) {
                    return isDescription(text, i);
                }
            }
        }
        return isDescription(text, end);
    }

    private static boolean isDescription(NormalizedText text, int length) {
        int end = length;
        int open = end;
        while (open > 0) {
            int close = text.value().lastIndexOf(')', end - 1);
            open = close < 0 || end - close > FEW ? -1 : text.value().lastIndexOf('(', close);
            end = open < 0 ? end : open;
        }
        return end > DESCRIPTION || text.value().indexOf('。') >= 0;
    }

    /** Whether a text of any length has no sentences but what the seller promises: words and figures in a row. */
    static boolean isTitle(NormalizedText text, Warranty warranty) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.at(i);
            if (OPEN.indexOf(c) >= 0) {
                depth++;
            } else if (CLOSE.indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0
                    && (STOPS.indexOf(c) >= 0 || c == ',')
                    && (i + 1 == text.length() || warranty.endAt(text, i + 1) == i + 1)) {
                return false;
            }
        }
        return true;
    }

    /** The clauses of a text whose terms have been found. */
    static List<NamePhrase> split(NormalizedText text, List<TermMention> mentions, Warranty warranty) {
        List<NamePhrase> clauses = new PhraseSplitter(text, mentions, warranty, false).run();
        boolean silent = clauses.stream().flatMap(c -> c.mentions().stream()).noneMatch(TermMention::canBeHead);
        return silent && mentions.stream().anyMatch(TermMention::canBeHead)
                ? new PhraseSplitter(text, mentions, warranty, true).run()
                : clauses;
    }

    private List<NamePhrase> run() {
        int depth = 0;
        boolean aside = false;
        int next = 0;
        int i = 0;
        while (i < text.length()) {
            int promised = depth == 0 ? warranty.endAt(text, i) : i;
            if (promised > i) {
                close(i, promised, NamePhrase.Joint.COMMA);
                i = promised;
                continue;
            }
            if (next < mentions.size() && mentions.get(next).start() == i) {
                TermMention mention = mentions.get(next++);
                if (depth == 0 && !aside) {
                    take(mention);
                }
                i = mention.end();
                continue;
            }
            char c = text.at(i);
            if (OPEN.indexOf(c) >= 0 || CLOSE.indexOf(c) >= 0) {
                if (readBrackets) {
                    close(i, i + 1, NamePhrase.Joint.COMMA);
                } else {
                    depth = Math.max(0, depth + (OPEN.indexOf(c) >= 0 ? 1 : -1));
                }
            } else if (depth > 0) {
                i++;
                continue;
            } else if (STOPS.indexOf(c) >= 0) {
                close(i, i + 1, NamePhrase.Joint.SENTENCE);
                goodsInSentence = false;
                aside = false;
            } else if (aside && description && COMMAS.indexOf(c) >= 0) {
                close(i, i + 1, NamePhrase.Joint.COMMA);
                aside = false;
            } else if (!aside) {
                String verb = startingAt(text, VERBS, i);
                if (!verb.isEmpty()) {
                    purchased = true;
                    if (goodsInClause) {
                        close(i, i + verb.length(), NamePhrase.Joint.BOUGHT);
                    }
                    i += verb.length();
                    continue;
                }
                if (COMMAS.indexOf(c) >= 0) {
                    close(i, i + 1, NamePhrase.Joint.COMMA);
                } else if (ANDS.indexOf(c) >= 0 && !(c == '/' && besideFigure(i))) {
                    close(i, i + 1, NamePhrase.Joint.AND);
                } else if (goodsInSentence && beginsAside(text, i)) {
                    close(i, i + 1, NamePhrase.Joint.COMMA);
                    aside = true;
                }
            }
            i++;
        }
        close(text.length(), text.length(), NamePhrase.Joint.SENTENCE);
        return clauses;
    }

    private void take(TermMention mention) {
        current.add(mention);
        goodsInClause |= mention.isGoods();
        goodsInSentence |= mention.isGoods() || mention.standsForGoods();
    }

    private void close(int end, int nextStart, NamePhrase.Joint nextJoint) {
        boolean afterVerb = joint == NamePhrase.Joint.BOUGHT && current.isEmpty() && end - start <= 1;
        if (end > start && !afterVerb) {
            clauses.add(new NamePhrase(start, end, joint, purchased, current));
            joint = nextJoint;
        } else if (nextJoint == NamePhrase.Joint.SENTENCE) {
            joint = nextJoint;
        } else if (joint != NamePhrase.Joint.BOUGHT && joint != NamePhrase.Joint.SENTENCE) {
            joint = nextJoint;
        }
        current = new ArrayList<>();
        start = nextStart;
        purchased = false;
        goodsInClause = false;
    }

    /** A slash between figures or Latin letters (i5/8G/512G) parts a specification, not goods. */
    private boolean besideFigure(int position) {
        return (position > 0 && text.at(position - 1) < 0x80)
                || (position + 1 < text.length() && text.at(position + 1) < 0x80);
    }

    /** Whether a word such as 含 or 用于 begins at a position, which sets aside what follows it. */
    static boolean beginsAside(NormalizedText text, int position) {
        String word = startingAt(text, ASIDES, position);
        int next = position + 1;
        boolean otherWord = word.equals("配") && next < text.length() && NOT_WITH.indexOf(text.at(next)) >= 0;
        return !word.isEmpty() && !otherWord;
    }

    /**
     * Where a word such as 含 begins that sets aside what stands at a position, in its brackets or its part of the sentence;
     * -1 where none does.
     */
    static int asideBefore(NormalizedText text, int position) {
        int open = text.value().lastIndexOf('(', position - 1);
        boolean bracketed = open > text.value().lastIndexOf(')', position - 1);
        for (int i = position; i > 0; i--) {
            if (beginsAside(text, i)) {
                return i;
            }
            char before = text.at(i - 1);
            boolean parted = STOPS.indexOf(before) >= 0 || COMMAS.indexOf(before) >= 0 || CLOSE.indexOf(before) >= 0;
            if (i - 1 == open || (!bracketed && parted)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether what stands at a position is said to be in goods, or to come with them: 含, 配. */
    public static boolean isHeld(NormalizedText text, int position) {
        int aside = asideBefore(text, position);
        return aside > 0 && !startingAt(text, HOLDING, aside).isEmpty();
    }

    private static String startingAt(NormalizedText text, List<String> words, int position) {
        for (String word : words) {
            if (text.value().startsWith(word, position)) {
                return word;
            }
        }
        return "";
    }
}
