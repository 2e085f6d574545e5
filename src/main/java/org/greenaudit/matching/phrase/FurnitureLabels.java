package org.greenaudit.matching.phrase;

import java.util.List;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.text.Lexicon;
import org.greenaudit.text.NormalizedText;

/**
 * The labels of a description of furniture, which say of what the words behind them tell (颜色：胡桃木, 桌架为钢管). Only a
 * known word means the body; any other label is that of a part.
 */
final class FurnitureLabels {

    /** What a label means. */
    enum Of {
        /** There is none, or it says no more than that goods are described: 规格, 参数. */
        OPEN,
        /** The piece as a whole: 主体, 材质. */
        BODY,
        /** The frame, on which another top may lie: 桌架. */
        FRAME,
        /** What lies on the frame of a table or bed: 台面, 床板. */
        TOP,
        /** What a table stands on: 桌腿. */
        LEG,
        /** Another part, or a colour. */
        PART
    }

    /** Between a label and the words behind it; a bracket does so behind known words alone. */
    private static final List<String> IS = List.of("采用", "选用", "为", "是");

    /** Behind the name of a part, they ask what it is made of. */
    private static final List<String> OF_MATERIAL =
            List.of("材质", "材料", "用材", "用料", "选材", "质地", "部分", "部位", "说明", "要求", "均", "全部", "主要");

    private static final char COLOUR = '色';

    /** Right before a material and no blank, colon or verb, they govern it as well: 颜色 橡木. */
    private static final List<String> COLOURS = List.of("颜色", "色彩", "花色", "色号");

    /** What the word for a frame holds, unlike one for the whole. */
    private static final List<String> FRAMES = List.of("架", "框", "柱");

    private static final String SENTENCE = ";。!?";

    private static final String PIECE = ",";

    private final Lexicon frames;
    private final Lexicon tops;
    private final Lexicon legs;
    private final Lexicon labels;
    private final Lexicon fittings;

    FurnitureLabels(List<NameTerm> terms) {
        this.frames = NameTerm.words(terms, NameTerm.Role.FRAME);
        this.tops = NameTerm.words(terms, NameTerm.Role.TOP);
        this.legs = NameTerm.words(terms, NameTerm.Role.LEG);
        this.labels = NameTerm.words(terms, NameTerm.Role.LABEL);
        this.fittings = NameTerm.words(terms, NameTerm.Role.FITTING);
    }

    /** Whether a word ends in the name of a top. */
    boolean isTop(String word) {
        return tops.longestBefore(word, word.length()) > 0;
    }

    /** The length of the word for a body that begins at a place. */
    int lengthOfFrame(NormalizedText text, int position) {
        return frames.longestAt(text.value(), position);
    }

    /** The length of the word for a body that ends at a place. */
    int lengthOfFrameBefore(NormalizedText text, int position) {
        return frames.longestBefore(text.value(), position);
    }

    /** What a word for a body names: the frame or the whole. */
    static Of ofFrame(String word) {
        return FRAMES.stream().anyMatch(word::contains) ? Of.FRAME : Of.BODY;
    }

    /** What a word that begins behind a material names, as far as it is a part that the kind of furniture may depend on. */
    Of partAt(NormalizedText text, int position) {
        int top = tops.longestAt(text.value(), position);
        int leg = legs.longestAt(text.value(), position);
        int longest = fittings.longestAt(text.value(), position);
        return top > 0 && top >= longest ? Of.TOP : leg > 0 && leg >= longest ? Of.LEG : Of.PART;
    }

    /** What a word that ends before a material names. */
    Of partBefore(NormalizedText text, int position) {
        int top = tops.longestBefore(text.value(), position);
        int leg = legs.longestBefore(text.value(), position);
        int longest = fittings.longestBefore(text.value(), position);
        return top > 0 && top >= longest
                ? Of.TOP
                : leg > 0 && leg >= longest ? Of.LEG : longest > 0 ? Of.PART : Of.OPEN;
    }

    /** Begins to read a text from left to right. */
    Walk of(NormalizedText text, boolean name) {
        return new Walk(text, name);
    }

    /** The labels of one text, asked for in the order of its mentions. */
    final class Walk {

        private final NormalizedText text;
        private final boolean name;
        private int at;
        private int words;
        private int piece;
        private boolean told;
        private boolean listed;
        private int behindMaterial = -1;
        private int behindFurniture = -1;
        private String furniture = "";
        private Of bracketed = Of.OPEN;
        private Of of = Of.OPEN;
        private String ofFurniture = "";

        private Walk(NormalizedText text, boolean name) {
            this.text = text;
            this.name = name;
        }

        /** The label that governs a material. */
        Of governing(TermMention material) {
            moveTo(material.start());
            boolean goesOn = piece == 0 || (told && piece == material.start() && ends(material.end()));
            if (!goesOn) {
                clear();
            }
            piece = 0;
            if (endsInAny(words, material.start(), COLOURS) > 0) {
                set(Of.PART);
            }
            told = true;
            if (material.end() == text.length() || text.at(material.end()) != ':') {
                behindMaterial = material.end();
            }
            boolean colour = COLOURS.stream().anyMatch(word -> text.value().startsWith("(" + word, material.end()));
            return colour ? Of.PART : of;
        }

        /** The kind of furniture that the label is the name of; empty if it is none. */
        String furniture() {
            return ofFurniture;
        }

        /** Passes the name of furniture, which may be a label. */
        void pass(TermMention goods) {
            moveTo(goods.start());
            behindFurniture = goods.end();
            furniture = goods.kind();
        }

        private void moveTo(int position) {
            while (at < position) {
                char c = text.at(at);
                int is = lengthOfIs(position);
                if (SENTENCE.indexOf(c) >= 0) {
                    clear();
                } else if (PIECE.indexOf(c) >= 0) {
                    piece = at + 1;
                } else if (c == ':') {
                    set(at == words && bracketed != Of.OPEN ? bracketed : ofLabel(words, at));
                } else if (c == '(') {
                    openBracket();
                } else if (c == '、') {
                    listed |= at > words && frames.longestAt(text.value(), words) > 0;
                } else if (is > 0) {
                    set(ofLabel(words, at));
                    at += is - 1;
                }
                at++;
                if (!Character.isIdeographic(c) || is > 0) {
                    words = at;
                    listed &= c == '、';
                }
                if (c != '(' && c != ')' && at == words) {
                    bracketed = Of.OPEN;
                }
            }
        }

        private int lengthOfIs(int position) {
            if (name || at == words) {
                return 0;
            }
            return IS.stream()
                    .filter(word ->
                            at + word.length() <= position && text.value().startsWith(word, at))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }

        private void openBracket() {
            if (at > words) {
                bracketed = ofLabel(words, at);
                if (isColoured(words, at) || partBefore(text, at) != Of.OPEN) {
                    set(bracketed);
                }
            }
        }

        private void clear() {
            of = Of.OPEN;
            ofFurniture = "";
            told = false;
            piece = 0;
        }

        private void set(Of label) {
            clear();
            of = listed && label == Of.PART ? Of.BODY : label;
            if (label == Of.BODY && behindFurniture > words) {
                ofFurniture = furniture;
            }
        }

        private boolean ends(int end) {
            return end == text.length() || SENTENCE.indexOf(text.at(end)) >= 0 || PIECE.indexOf(text.at(end)) >= 0;
        }

        private boolean isColoured(int start, int end) {
            return text.value().substring(start, end).indexOf(COLOUR) >= 0;
        }

        private Of ofLabel(int start, int end) {
            if (isColoured(start, end)) {
                return Of.PART;
            }
            int until = end;
            int asked = endsInAny(start, until, OF_MATERIAL);
            while (asked > 0) {
                until -= asked;
                asked = endsInAny(start, until, OF_MATERIAL);
            }
            int from = Math.max(start, Math.min(behindMaterial, until));
            if (until == from) {
                return until < end || behindMaterial > start ? Of.BODY : Of.OPEN;
            }
            if (until == behindFurniture && fittings.longestBefore(text.value(), until) == 0) {
                return Of.BODY;
            }
            return ofWords(from, until);
        }

        private Of ofWords(int start, int end) {
            for (int i = start; i < end; i++) {
                int length = end - i;
                if (frames.longestBefore(text.value(), end) == length) {
                    return ofFrame(text.value().substring(i, end));
                }
                if (tops.longestBefore(text.value(), end) == length) {
                    return Of.TOP;
                }
                if (legs.longestBefore(text.value(), end) == length) {
                    return Of.LEG;
                }
                if (labels.longestBefore(text.value(), end) == length) {
                    return Of.OPEN;
                }
                int before = Math.max(
                        Math.max(frames.longestAt(text.value(), i), labels.longestAt(text.value(), i)),
                        endsWithin(i, behindFurniture, end));
                if (before == 0 || i + before >= end) {
                    return Of.PART;
                }
                i += before - 1;
            }
            return Of.OPEN;
        }

        private int endsWithin(int from, int position, int end) {
            return position > from && position < end ? position - from : 0;
        }

        private int endsInAny(int start, int end, List<String> words) {
            return words.stream()
                    .filter(word -> end - word.length() >= start && text.value().startsWith(word, end - word.length()))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }
}
