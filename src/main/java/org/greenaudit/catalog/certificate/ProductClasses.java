package org.greenaudit.catalog.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.text.NameKeys;
import org.greenaudit.text.Nfkc;
import org.greenaudit.text.Remembered;

/**
 * What the 产品类别 and 产品名称 of certificates stand for: an entry id, a kind's name, a text that names a kind, or a name
 * with an entry id or a category code beside it. A code alone tells a kind where all rows of the certificate's list that
 * have it, in either scheme, ask for the same.
 */
public final class ProductClasses {

    private static final Pattern WORD_ENDS = Pattern.compile("[()\\[\\]【】<>《》:,;、|/\\s]+");

    private static final Pattern CODE =
            Pattern.compile("(?<![A-Za-z0-9])[A-Ca-c](?:[0-9]{2}){2,5}(?![A-Za-z0-9])[-_—]*");

    private record Entry(String kind, String category) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, List<Entry>> codes = new HashMap<>();
    private final Remembered<Optional<Entry>> entryOf =
            new Remembered<>(text -> Optional.ofNullable(entries.get(NameKeys.normalise(text))));
    private final ProductKinds kinds;
    private final boolean whole;

    private ProductClasses(ProductKinds kinds, boolean whole) {
        this.kinds = kinds;
        this.whole = whole;
    }

    /**
     * The classes that the catalogs know.
     *
     * @param whole false when lists, kinds or terms could not be read whole, so that no class can be called unknown
     */
    public static ProductClasses of(List<ProductList> lists, ProductKinds kinds, boolean whole) {
        ProductClasses classes = new ProductClasses(kinds, whole);
        for (ProductList list : lists) {
            for (ListedItem item : list.items()) {
                Entry entry = new Entry(item.kind(), list.certificateCategory());
                classes.entries.put(NameKeys.normalise(item.entryId()), entry);
                item.codes().forEach(scope -> classes.codes
                        .computeIfAbsent(scope.code().value(), code -> new ArrayList<>())
                        .add(entry));
            }
        }
        return classes;
    }

    /**
     * The kind that a text stands for.
     *
     * @param category the certificate's 认证类别; empty when it is not known
     */
    Optional<String> kind(String text, String category) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> plain = entry(text).map(Entry::kind).or(() -> kinds.byTerm(text));
        return plain.isPresent() ? plain : parts(text).kind(category);
    }

    /** Whether a text is blank, tells a kind, or is a category code, with a name or without. */
    boolean understands(String text) {
        return text.isEmpty()
                || kind(text, "").isPresent()
                || !parts(text).codes.isEmpty();
    }

    /** Whether a text is words alone that no list knows, such as 微波炉: a class of goods that concern no list. */
    boolean concernsNoList(String text) {
        return text.chars().noneMatch(c -> c < 0x80 && Character.isLetterOrDigit(c))
                && List.of(WORD_ENDS.split(Nfkc.of(text))).stream()
                        .noneMatch(word -> kinds.byTerm(word).isPresent());
    }

    /** The 认证类别 of the list to which an entry id in the text belongs; empty when there is none, or of two lists. */
    Optional<String> category(String text) {
        return entry(text)
                .map(Entry::category)
                .or(() -> only(parts(text).named.stream().map(Entry::category).collect(Collectors.toSet())));
    }

    /** Whether a class that stands for no kind can be called unknown. */
    boolean whole() {
        return whole;
    }

    private Optional<Entry> entry(String text) {
        return entryOf.of(text);
    }

    private Parts parts(String text) {
        String plain = Nfkc.of(text);
        List<CategoryCode> found = CODE.matcher(plain)
                .results()
                .map(MatchResult::group)
                .flatMap(code -> CategoryCode.parse(code.replaceFirst("[-_—]+$", "")).stream())
                .toList();
        Set<Entry> named = new LinkedHashSet<>();
        StringBuilder rest = new StringBuilder();
        for (String word : List.of(WORD_ENDS.split(CODE.matcher(plain).replaceAll(" ")))) {
            entry(word).ifPresentOrElse(named::add, () -> rest.append(word));
        }
        return new Parts(named, found, rest.toString());
    }

    /** A text taken apart: the entries and codes that it holds, and what is left. */
    private final class Parts {

        private final Set<Entry> named;
        private final List<CategoryCode> codes;
        private final String rest;

        private Parts(Set<Entry> named, List<CategoryCode> codes, String rest) {
            this.named = named;
            this.codes = codes;
            this.rest = rest;
        }

        private Optional<String> kind(String category) {
            if (!named.isEmpty()) {
                Optional<String> kind = only(named.stream().map(Entry::kind).collect(Collectors.toSet()));
                boolean contradicted = kind.flatMap(one ->
                                kinds.byTerm(rest).filter(other -> !kinds.isA(one, other) && !kinds.isA(other, one)))
                        .isPresent();
                return contradicted ? Optional.empty() : kind;
            }
            if (codes.isEmpty() || !rest.isEmpty()) {
                return codes.isEmpty() ? Optional.empty() : kinds.byTerm(rest);
            }
            return only(codes.stream()
                    .flatMap(code -> ProductClasses.this.codes.getOrDefault(code.value(), List.of()).stream())
                    .filter(entry -> category.isEmpty() || entry.category().equals(category))
                    .map(Entry::kind)
                    .collect(Collectors.toSet()));
        }
    }

    private static Optional<String> only(Set<String> choices) {
        return choices.size() == 1 ? Optional.of(choices.iterator().next()) : Optional.empty();
    }
}
