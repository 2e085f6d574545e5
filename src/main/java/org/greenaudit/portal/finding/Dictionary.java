package org.greenaudit.portal.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The texts of a column, each under a number: the same few stand in thousands of rows. */
final class Dictionary {

    private Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The number of a text, which is new or known. */
    int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        numbers.put(text, texts.size());
        texts.add(text);
        return texts.size() - 1;
    }

    /** How many texts there are. */
    int size() {
        return texts.size();
    }

    /** The text of a number. */
    String text(int number) {
        return texts.get(number);
    }

    /** By number, whether its text is one of those. */
    boolean[] chosen(Predicate<String> wanted) {
        boolean[] chosen = new boolean[texts.size()];
        for (int number = 0; number < chosen.length; number++) {
            chosen[number] = wanted.test(texts.get(number));
        }
        return chosen;
    }

    /** By number, the place of its text among all of them in order. */
    int[] places() {
        int[] places = new int[texts.size()];
        int[] sorted = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparing(texts::get))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int place = 0; place < sorted.length; place++) {
            places[sorted[place]] = place;
        }
        return places;
    }

    /** Says that no text is to come: what finds numbers is given up. */
    void seal() {
        numbers = Map.of();
    }
}
