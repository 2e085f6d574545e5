package org.greenaudit.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.greenaudit.text.FullWidth;

/**
 * The product kinds of which recycled ones (再生产品) are encouraged, and the words that tell them. They are counted and
 * shown; no duty and no verdict rests on them.
 *
 * @param words the words by product kind
 */
public record RecycledProducts(Map<String, Words> words) {

    /** No kind at all. */
    public static final RecycledProducts NONE = new RecycledProducts(Map.of());

    /**
     * The words of a kind.
     *
     * @param recycled each of them tells a recycled product
     * @param not each of them holds a word of those and says the contrary (非再生)
     */
    public record Words(List<String> recycled, List<String> not) {

        public Words {
            recycled = List.copyOf(recycled);
            not = List.copyOf(not);
        }

        /** These words and others. */
        public Words plus(Words others) {
            return new Words(joined(recycled, others.recycled), joined(not, others.not));
        }

        private static List<String> joined(List<String> some, List<String> others) {
            return Stream.concat(some.stream(), others.stream()).toList();
        }

        private boolean tell(String text) {
            String left = FullWidth.compact(text);
            for (String word : not) {
                left = left.replace(word, " ");
            }
            return recycled.stream().anyMatch(left::contains);
        }
    }

    public RecycledProducts {
        words = Map.copyOf(words);
    }

    /** Whether there are recycled products of an item's kind. */
    public boolean concern(ListedItem item) {
        return words.containsKey(item.kind());
    }

    /** Whether a name or a specification tells that what was bought under an item is a recycled product. */
    public boolean tell(ListedItem item, String name, String specification) {
        Words ofKind = words.get(item.kind());
        return ofKind != null && (ofKind.tell(name) || ofKind.tell(specification));
    }
}
