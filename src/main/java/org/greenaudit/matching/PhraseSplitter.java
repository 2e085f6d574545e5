package org.greenaudit.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.NormalizedText;

/**
 * Cuts a name into clauses. Bracketed remarks and everything after a word such as 含 or 用于 that follows goods is set
 * aside, unless nothing is left without it. A splitter reads one text and is then thrown away.
 */
final class PhraseSplitter {

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
            "含", "包括", "配", "附", "带", "连同", "用于", "适用", "适配", "兼容", "支持", "不含", "赠", "要求", "规格", "型号", "品牌", "参数", "详见",
            "其中");

    private final NormalizedText text;
    private final List<TermMention> mentions;
    private final boolean readBrackets;
    private final boolean description;
    private final boolean mayPromise;
    private final List<NamePhrase> clauses = new ArrayList<>();
    private List<TermMention> current = new ArrayList<>();
    private NamePhrase.Joint joint = NamePhrase.Joint.SENTENCE;
    private int start;
    private boolean purchased;
    private boolean goodsInClause;
    private boolean goodsInSentence;

    private PhraseSplitter(NormalizedText text, List<TermMention> mentions, boolean readBrackets) {
        this.text = text;
        this.mentions = mentions;
        this.readBrackets = readBrackets;
        this.description = isDescription(text);
        this.mayPromise = Warranty.mayStandIn(text.value());
    }

    /** Whether a text is a description in sentences and no name: what stands after 含 or 要求 then ends at a comma. */
    static boolean isDescription(NormalizedText text) {
        return text.length() > DESCRIPTION || text.value().indexOf('。') >= 0;
    }

    /** The clauses of a text whose terms have been found. */
    static List<NamePhrase> split(NormalizedText text, List<TermMention> mentions) {
        List<NamePhrase> clauses = new PhraseSplitter(text, mentions, false).run();
        boolean silent = clauses.stream().flatMap(c -> c.mentions().stream()).noneMatch(TermMention::canBeHead);
        return silent && mentions.stream().anyMatch(TermMention::canBeHead)
                ? new PhraseSplitter(text, mentions, true).run()
                : clauses;
    }

    /** The terms that are no part of what the seller promises. */
    static List<TermMention> outsidePromises(NormalizedText text, List<TermMention> mentions) {
        if (!Warranty.mayStandIn(text.value()) || mentions.stream().noneMatch(TermMention::isService)) {
            return mentions;
        }
        List<TermMention> outside = new ArrayList<>(mentions.size());
        int promised = 0;
        int i = 0;
        for (TermMention mention : mentions) {
            while (i <= mention.start()) {
                int end = Warranty.endAt(text.value(), i);
                promised = Math.max(promised, end);
                i = Math.max(end, i + 1);
            }
            if (mention.start() >= promised) {
                outside.add(mention);
                i = mention.end();
            }
        }
        return outside;
    }

    /** Where what the seller promises ends that begins at a position; the position itself when nothing of it begins there. */
    static int endOfPromise(NormalizedText text, int position) {
        return Warranty.endAt(text.value(), position);
    }

    private List<NamePhrase> run() {
        int depth = 0;
        boolean aside = false;
        int next = 0;
        int i = 0;
        while (i < text.length()) {
            int warranty = mayPromise && depth == 0 ? Warranty.endAt(text.value(), i) : i;
            if (warranty > i) {
                close(i, warranty, NamePhrase.Joint.COMMA);
                i = warranty;
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
                String verb = startingAt(VERBS, i);
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
                } else if (goodsInSentence && beginsAside(i)) {
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

    private boolean beginsAside(int position) {
        String word = startingAt(ASIDES, position);
        int next = position + 1;
        boolean otherWord = word.equals("配") && next < text.length() && NOT_WITH.indexOf(text.at(next)) >= 0;
        return !word.isEmpty() && !otherWord;
    }

    private String startingAt(List<String> words, int position) {
        for (String word : words) {
            if (text.value().startsWith(word, position)) {
                return word;
            }
        }
        return "";
    }

    /** The words for what a seller does after the sale (三年质保, 上门服务, 含安装): behind goods they leave them goods. */
    private static final class Warranty {

        /** The characters that such words begin with, so that most places of a name need no pattern. */
        private static final String FIRST = "0123456789一二两三四五六七八九十质保终整全原免上售现含包送三厂";

        private static final String NEEDED = "务保修换门装送运调护";

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

        /** Whether a text holds a character without which there are no such words. */
        static boolean mayStandIn(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (NEEDED.indexOf(text.charAt(i)) >= 0) {
                    return true;
                }
            }
            return false;
        }

        /**
         * Where the words for a warranty that begin at a position end; the position itself when none begin there, or nothing
         * before that could be what was bought.
         */
        static int endAt(String text, int position) {
            if (FIRST.indexOf(text.charAt(position)) < 0) {
                return position;
            }
            Matcher words = WORDS.matcher(text).region(position, text.length());
            boolean behindSomething =
                    words.lookingAt() && text.chars().limit(position).anyMatch(Character::isLetter);
            return behindSomething ? words.end() : position;
        }
    }
}
