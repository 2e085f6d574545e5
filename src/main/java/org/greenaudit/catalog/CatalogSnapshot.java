package org.greenaudit.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything the audit knows about lists and certificates, loaded once, checked, and never changed: the run's single
 * source of facts. Safe for several threads.
 *
 * @param lists every edition of every list, by list id and then effective date
 * @param categories category codes and names of both schemes
 * @param kinds product kinds
 * @param terms name and exclusion terms
 * @param certificates the certificate registry
 * @param bodies designated certification bodies
 * @param brands brand names
 * @param superseded superseded standards by their {@link SupersededStandard#key}
 * @param exclusions product kinds that current standards leave out
 * @param nonSubstitutes numbers that announce another scheme (CCC, energy-label filing, ISO): never a substitute
 * @param recycled kinds with recycled products, and the words that tell them
 * @param goodsCodes codes that are data, or models, of certain kinds only
 * @param regions the administrative divisions down to the county
 * @param orderWords the words by which feeds tell orders that came to nothing, by role
 * @param clauses clauses by id
 * @param headerAliases known feed headers: normalised header text to the feed column's name, with {@code ?}
 *     behind it where the header counts only if no other names the column
 * @param indicators the Ministry's yearly national figures
 * @param versions what each list and file is, for the manifest: name to version text
 * @param fingerprint SHA-256 (hex) over the normalised content of every catalog file
 */
public record CatalogSnapshot(
        List<ProductList> lists,
        CategoryCatalogue categories,
        ProductKinds kinds,
        List<NameTerm> terms,
        CertificateRegistry certificates,
        BodyDirectory bodies,
        BrandAliases brands,
        Map<String, SupersededStandard> superseded,
        List<StandardExclusion> exclusions,
        List<NonSubstitute> nonSubstitutes,
        RecycledProducts recycled,
        GoodsCodes goodsCodes,
        Regions regions,
        Map<String, List<String>> orderWords,
        Map<String, Clause> clauses,
        Map<String, String> headerAliases,
        List<OfficialIndicator> indicators,
        Map<String, String> versions,
        String fingerprint) {

    public CatalogSnapshot {
        lists = List.copyOf(lists);
        terms = List.copyOf(terms);
        exclusions = List.copyOf(exclusions);
        nonSubstitutes = List.copyOf(nonSubstitutes);
        indicators = List.copyOf(indicators);
    }

    /** The list identifiers in their order in {@code lists.csv}. */
    public List<String> listIds() {
        return lists.stream().map(ProductList::id).distinct().toList();
    }

    /** The feed columns in which certificates are cited, in the order of the lists: canonical to Chinese header. */
    public Map<String, String> certificateColumns() {
        Map<String, String> columns = new LinkedHashMap<>();
        lists.forEach(list -> columns.putIfAbsent(list.certificateColumn(), list.certificateHeader()));
        return columns;
    }

    /** The editions of a list in their order in {@code lists.csv}. */
    public Stream<ProductList> editions(String listId) {
        return lists.stream().filter(list -> list.id().equals(listId));
    }

    /**
     * What files call a list in a language: its id in English, in Chinese the category of its certificates, such as 节能产品;
     * the id too where no list has it any more.
     */
    public String listWord(String listId, boolean english) {
        return english
                ? listId
                : editions(listId)
                        .map(ProductList::certificateCategory)
                        .findFirst()
                        .orElse(listId);
    }

    /** The entry ids of the listed items of which there are recycled products. */
    public Set<String> recyclables() {
        return lists.stream()
                .flatMap(list -> list.items().stream())
                .filter(recycled::concern)
                .map(ListedItem::entryId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The latest national figure of a list, if one is known. */
    public Optional<OfficialIndicator> latestIndicator(String listId) {
        return indicators.stream()
                .filter(i -> i.listId().equals(listId))
                .max(java.util.Comparator.comparingInt(OfficialIndicator::year));
    }
}
