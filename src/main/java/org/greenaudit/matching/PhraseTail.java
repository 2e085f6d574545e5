package org.greenaudit.matching;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.text.NormalizedText;

/**
 * Tells whether a noun phrase ends with a term or goes on to another, unknown noun: 台式计算机设备一批 ends with the
 * computer, 打印机维护程序 does not end with the printer.
 */
final class PhraseTail {

    /** Characters before this one are no Chinese. */
    private static final char FIRST_HAN = 0x2E80;

    private static final String NUMERALS = "一二三四五六七八九十百两几数多第";
    /** What may stand between the word for a special use and the goods. */
    private static final List<String> BETWEEN = List.of(
            "专用", "用", "级", "型", "式", "类", "彩色", "高清", "超高清", "数字", "智能", "便携式", "手持式", "台式", "立式", "干式", "无线", "移动",
            "小型", "大型", "自动", "全自动", "激光", "专业");

    private static final Set<String> INSTALLATION = Set.of("安装", "的安装", "安装调试", "拆除安装", "移机安装");

    private static final List<String> PURPOSE = List.of("专用", "使用", "用");

    private final ProductKinds kinds;
    private final BrandAliases brands;
    private final Lexicon wrappers;
    private final Lexicon heads;
    private final Lexicon activities;
    private final Lexicon otherHeads;
    private static final int LONGEST_BRAND = 4;

    private final Lexicon generalHeads;
    private final Map<String, String> generalHeadKinds;
    private final Map<String, Set<String>> otherHeadKinds;

    /** How the words behind a mention stand to it. */
    enum End {
        /** Nothing but wrappers, figures, models, brands and other names of the goods follow (空调大1匹变频挂机). */
        PLAIN,
        /** Words follow that no lexicon holds, and none of them is a noun that goods end in. */
        UNKNOWN_WORDS,
        /** What follows may be a service: 空调移位. */
        ACTIVITY,
        /** Another noun follows, which says what is bought: 水泵变频柜. */
        OTHER_NOUN
    }

    PhraseTail(ProductKinds kinds, BrandAliases brands, List<NameTerm> terms) {
        this.kinds = kinds;
        this.brands = brands;
        this.wrappers = Lexicon.of(terms, NameTerm.Role.WRAPPER);
        this.heads = Lexicon.of(terms, NameTerm.Role.HEAD);
        this.otherHeads = Lexicon.of(terms, NameTerm.Role.OTHER_HEAD);
        this.otherHeadKinds = terms.stream()
                .filter(term -> term.role() == NameTerm.Role.OTHER_HEAD)
                .collect(Collectors.groupingBy(NameTerm::text, Collectors.mapping(NameTerm::kind, Collectors.toSet())));
        this.generalHeads = Lexicon.of(terms, NameTerm.Role.GENERAL);
        this.generalHeadKinds = terms.stream()
                .filter(term -> term.role() == NameTerm.Role.GENERAL)
                .collect(Collectors.toUnmodifiableMap(NameTerm::text, NameTerm::kind, (one, other) -> one));
        this.activities = Lexicon.of(terms, NameTerm.Role.ACTIVITY);
    }

    /** What follows a mention up to the clause's end. */
    End endOf(NormalizedText text, TermMention head, NamePhrase clause) {
        int i = head.end();
        int other = otherHeads.longestAt(text.value(), i);
        if (other > 0
                && otherHeadKinds.getOrDefault(text.value().substring(i, i + other), Set.of()).stream()
                        .anyMatch(kind -> kinds.isA(head.kind(), kind))) {
            return End.OTHER_NOUN;
        }
        while (i < clause.end()) {
            int known = known(clause, head, i);
            if (known > i) {
                i = known;
                continue;
            }
            char c = text.at(i);
            if (c < FIRST_HAN || NUMERALS.indexOf(c) >= 0) {
                return End.PLAIN;
            }
            int wrapper = wrappers.longestAt(text.value(), i);
            if (wrapper == 0) {
                return brands.leading(text.value().substring(i, clause.end())).isPresent()
                        ? End.PLAIN
                        : ofUnknown(text.value().substring(i, endOfRun(text, clause, i)));
            }
            i += wrapper;
        }
        return End.PLAIN;
    }

    /** Where the words that begin at a position end: at a figure, a brand, a known term or the clause's end. */
    private int endOfRun(NormalizedText text, NamePhrase clause, int start) {
        int end = clause.end();
        for (TermMention mention : clause.mentions()) {
            if (mention.start() > start && mention.start() < end) {
                end = mention.start();
            }
        }
        for (int i = start + 1; i < end; i++) {
            if (text.at(i) < FIRST_HAN
                    || brands.leading(text.value().substring(i, end)).isPresent()) {
                return i;
            }
        }
        return end;
    }

    private End ofUnknown(String words) {
        int end = words.length();
        while (end > 0) {
            if (heads.longestBefore(words, end) > 0) {
                return End.OTHER_NOUN;
            }
            if (activities.longestBefore(words, end) > 0) {
                return End.ACTIVITY;
            }
            int wrapper = wrappers.longestBefore(words, end);
            if (wrapper == 0) {
                return End.UNKNOWN_WORDS;
            }
            end -= wrapper;
        }
        return End.UNKNOWN_WORDS;
    }

    /**
     * The kind that a name without any known term may be, by the general noun that its first words end in (存物柜, 问诊桌);
     * none where they end in another. A short word with a model before the goods is a brand.
     */
    Optional<String> generalKind(NormalizedText text) {
        int start = behindLatin(text, 0);
        int end = endOfWords(text, start);
        int next = behindLatin(text, end);
        if (next > end && next < text.length() && end - start <= LONGEST_BRAND) {
            Optional<String> first = generalKind(text, start, end);
            return first.isPresent() ? first : generalKind(text, next, endOfWords(text, next));
        }
        return generalKind(text, start, end);
    }

    private Optional<String> generalKind(NormalizedText text, int start, int until) {
        int end = until;
        int wrapper = end > start ? wrappers.longestBefore(text.value(), end) : 0;
        while (wrapper > 0 && end - wrapper > start) {
            end -= wrapper;
            wrapper = wrappers.longestBefore(text.value(), end);
        }
        int noun = end > start ? generalHeads.longestBefore(text.value(), end) : 0;
        return end - noun > start
                ? Optional.ofNullable(generalHeadKinds.get(text.value().substring(end - noun, end)))
                : Optional.empty();
    }

    private static int behindLatin(NormalizedText text, int from) {
        int i = from;
        while (i < text.length() && text.at(i) < FIRST_HAN) {
            i++;
        }
        return i;
    }

    /** Where Latin letters, a promise of the seller or, behind a blank, a brand follow. */
    private int endOfWords(NormalizedText text, int from) {
        int i = from;
        while (i < text.length() && text.at(i) >= FIRST_HAN && PhraseSplitter.endOfPromise(text, i) == i) {
            boolean brand = i > from
                    && text.gapBefore(i)
                    && brands.leading(text.value().substring(i)).isPresent();
            if (brand) {
                return i;
            }
            i++;
        }
        return i;
    }

    /** Whether a word right before the mention (医用, 车载) makes a special sort of the goods. */
    boolean isSpecial(NormalizedText text, TermMention head, NamePhrase clause) {
        for (TermMention mention : clause.mentions()) {
            if (mention.role() == NameTerm.Role.SPECIAL_USE
                    && mention.end() <= head.start()
                    && onlyBetween(text.value().substring(mention.end(), head.start()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the mention is a component directly behind the name of goods that it is no sort of: 升降桌电机. */
    boolean isComponentOf(TermMention head, NamePhrase clause) {
        return KnownKinds.isComponent(kinds, head.kind())
                && clause.mentions().stream()
                        .anyMatch(mention -> mention.isGoods()
                                && mention.end() == head.start()
                                && !kinds.isA(head.kind(), mention.kind()));
    }

    /** Whether a word before the mention (航空 before a lamp) makes other goods of its kind. */
    boolean isOtherUse(TermMention head, NamePhrase clause) {
        return clause.mentions().stream()
                .anyMatch(mention -> !mention.canBeHead()
                        && mention.end() <= head.start()
                        && mention.otherUses().stream().anyMatch(kind -> kinds.isA(head.kind(), kind)));
    }

    private static boolean onlyBetween(String words) {
        String rest = words;
        while (!rest.isEmpty()) {
            String left = rest;
            Optional<String> word =
                    BETWEEN.stream().filter(left::startsWith).max(Comparator.comparingInt(String::length));
            if (word.isEmpty()) {
                return false;
            }
            rest = left.substring(word.get().length());
        }
        return true;
    }

    /** Whether the phrase is about putting up the goods: 空调安装, 空调设备安装调试. */
    boolean isInstalled(NormalizedText text, TermMention goods, NamePhrase clause) {
        if (goods.end() == clause.end()) {
            return false;
        }
        String rest = text.value().substring(goods.end(), endOfRun(text, clause, goods.end()));
        return INSTALLATION.contains(rest.startsWith("设备") ? rest.substring(2) : rest);
    }

    /** Whether a mention only tells what the phrase is for: 硒鼓 HP打印机用. */
    boolean isPurpose(NormalizedText text, TermMention mention, NamePhrase clause) {
        if (mention.isService()) {
            return false;
        }
        for (String word : PURPOSE) {
            if (text.value().startsWith(word, mention.end()) && mention.end() + word.length() == clause.end()) {
                return true;
            }
        }
        return false;
    }

    private int known(NamePhrase clause, TermMention head, int position) {
        for (TermMention mention : clause.mentions()) {
            if (mention.start() == position && (!mention.canBeHead() || speaksOf(head.kind(), mention))) {
                return mention.end();
            }
        }
        return position;
    }

    /** Whether a mention is a narrower name of a kind, or may stand for a sort of it beside what else it means (柜式). */
    private boolean speaksOf(String kind, TermMention mention) {
        return (mention.isGoods() && kinds.isA(mention.kind(), kind))
                || mention.qualifies().stream().anyMatch(sort -> kinds.isA(sort, kind));
    }

    /** The words of one role, found where they begin or end at a given place. Immutable. */
    private static final class Lexicon {

        private final Set<String> words;
        private final int longest;
        private final BitSet firsts = new BitSet();
        private final BitSet lasts = new BitSet();

        private Lexicon(Set<String> words) {
            this.words = words;
            this.longest = words.stream().mapToInt(String::length).max().orElse(0);
            words.forEach(word -> {
                firsts.set(word.charAt(0));
                lasts.set(word.charAt(word.length() - 1));
            });
        }

        /** The words of a role among the terms. */
        static Lexicon of(List<NameTerm> terms, NameTerm.Role role) {
            return new Lexicon(terms.stream()
                    .filter(term -> term.role() == role)
                    .map(NameTerm::text)
                    .collect(Collectors.toUnmodifiableSet()));
        }

        /** The length of the longest word that begins at a position; 0 when none does. */
        int longestAt(String text, int position) {
            if (position >= text.length() || !firsts.get(text.charAt(position))) {
                return 0;
            }
            for (int length = Math.min(longest, text.length() - position); length > 0; length--) {
                if (words.contains(text.substring(position, position + length))) {
                    return length;
                }
            }
            return 0;
        }

        /** The length of the longest word that ends before a position; 0 when none does. */
        int longestBefore(String text, int position) {
            if (!lasts.get(text.charAt(position - 1))) {
                return 0;
            }
            for (int length = Math.min(longest, position); length > 0; length--) {
                if (words.contains(text.substring(position - length, position))) {
                    return length;
                }
            }
            return 0;
        }
    }
}
