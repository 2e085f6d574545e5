package org.greenaudit.text;

import java.util.BitSet;
import java.util.Set;

/** Words of one sort, found where they begin or end at a given place of a text. Immutable. */
public final class Lexicon {

    private final Set<String> words;
    private final int longest;
    private final BitSet firsts = new BitSet();
    private final BitSet lasts = new BitSet();

    /**
     * A lexicon.
     *
     * @param words its words, none of them empty
     */
    public Lexicon(Set<String> words) {
        this.words = Set.copyOf(words);
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
        words.forEach(word -> {
            firsts.set(word.charAt(0));
            lasts.set(word.charAt(word.length() - 1));
        });
    }

    /** The length of the longest word that begins at a position; 0 when none does. */
    public int longestAt(String text, int position) {
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
    public int longestBefore(String text, int position) {
        if (position == 0 || !lasts.get(text.charAt(position - 1))) {
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
