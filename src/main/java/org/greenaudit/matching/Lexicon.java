package org.greenaudit.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.catalog.NameTerm;

/** The words of one role, found where they begin or end at a given place. Immutable. */
record Lexicon(Set<String> words, int longest) {

    /** The words of a role among the terms. */
    static Lexicon of(List<NameTerm> terms, NameTerm.Role role) {
        Set<String> words = terms.stream()
                .filter(term -> term.role() == role)
                .map(NameTerm::text)
                .collect(Collectors.toUnmodifiableSet());
        return new Lexicon(words, words.stream().mapToInt(String::length).max().orElse(0));
    }

    /** The length of the longest word that begins at a position; 0 when none does. */
    int longestAt(String text, int position) {
        for (int length = Math.min(longest, text.length() - position); length > 0; length--) {
            if (words.contains(text.substring(position, position + length))) {
                return length;
            }
        }
        return 0;
    }

    /** The length of the longest word that ends before a position; 0 when none does. */
    int longestBefore(String text, int position) {
        for (int length = Math.min(longest, position); length > 0; length--) {
            if (words.contains(text.substring(position - length, position))) {
                return length;
            }
        }
        return 0;
    }
}
