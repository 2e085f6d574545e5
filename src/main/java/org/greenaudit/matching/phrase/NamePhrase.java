package org.greenaudit.matching.phrase;

import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of a name between separators: one noun phrase.
 *
 * @param start its first character
 * @param end the character after its last
 * @param joint what stands before it
 * @param purchased whether a verb of buying (采购, 购置) stands in it or ends it
 * @param mentions the terms in it
 */
record NamePhrase(int start, int end, Joint joint, boolean purchased, List<TermMention> mentions) {

    /** What joins a clause to the one before it. */
    enum Joint {
        /** The text or a sentence begins. */
        SENTENCE,
        /** 、 和 及 与: the clauses may share the last one's head. */
        AND,
        /** A comma or colon. */
        COMMA,
        /** The clause before ended in a verb of buying: 空调采购｜及安装. */
        BOUGHT
    }

    NamePhrase {
        mentions = List.copyOf(mentions);
    }

    /** The same with the words of the clause before it that make other goods of what is named: 户外便携便器/马桶. */
    NamePhrase sharing(NamePhrase before) {
        List<TermMention> shared = Stream.concat(
                        before.mentions().stream()
                                .filter(mention -> !mention.otherUses().isEmpty()),
                        mentions.stream())
                .toList();
        return new NamePhrase(start, end, joint, purchased, shared);
    }
}
