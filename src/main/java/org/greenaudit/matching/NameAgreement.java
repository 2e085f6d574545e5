package org.greenaudit.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CategoryCatalogue;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.matching.phrase.NameReader;
import org.greenaudit.matching.phrase.NameReading;
import org.greenaudit.text.NameKeys;
import org.greenaudit.text.NormalizedText;

/**
 * Whether a name agrees with what a code means in a scheme: it holds the code's official name, or its kind is that of
 * the official name or of a listed row under the code. Official names are read once; there are no more than codes.
 */
final class NameAgreement {

    private final CategoryCatalogue categories;
    private final ProductKinds kinds;
    private final NameReader reader;
    private final Collection<ListIndex> lists;
    private final Map<CategoryScheme, Map<String, Official>> officials;

    private record Official(String name, Set<String> nameKinds, Set<String> kinds) {}

    NameAgreement(CatalogSnapshot catalog, NameReader reader, Collection<ListIndex> lists) {
        this.categories = catalog.categories();
        this.kinds = catalog.kinds();
        this.reader = reader;
        this.lists = lists;
        this.officials = Map.of(
                CategoryScheme.GPC2013, new ConcurrentHashMap<>(), CategoryScheme.GPC2022, new ConcurrentHashMap<>());
    }

    /** Whether the name agrees with the code as that scheme reads it. */
    boolean agrees(CategoryScheme scheme, CategoryCode code, NormalizedText name, NameReading reading) {
        if (name.length() == 0) {
            return false;
        }
        Official official = official(scheme, code);
        if (!official.name().isEmpty() && name.value().equals(official.name())) {
            return true;
        }
        if (!reading.kinds().isEmpty()) {
            return reading.kinds().stream().anyMatch(kind -> official.kinds().stream()
                    .anyMatch(k -> kinds.isA(kind, k) || kinds.isA(k, kind)));
        }
        return official.name().length() > 1 && name.value().contains(official.name());
    }

    /** Whether the name is the code's official name, be it with brand, model or warranty beside it. */
    boolean isNamed(CategoryScheme scheme, CategoryCode code, NormalizedText name) {
        String official = official(scheme, code).name();
        int at = official.isEmpty() ? -1 : name.value().indexOf(official);
        return at >= 0
                && reader.tellsNoKind(name, 0, at)
                && reader.tellsNoKind(name, at + official.length(), name.length());
    }

    /** Whether a name ends in goods that the catalogue's explanation of the code names, be it with a model or warranty behind. */
    boolean isDescribed(CategoryScheme scheme, CategoryCode code, NormalizedText name) {
        return scheme == CategoryScheme.GPC2022
                && categories.goods().getOrDefault(code, List.of()).stream().anyMatch(goods -> endsWith(name, goods));
    }

    private boolean endsWith(NormalizedText name, String goods) {
        int at = name.value().lastIndexOf(goods);
        return at >= 0 && reader.tellsNoKind(name, at + goods.length(), name.length());
    }

    /** Whether the name says no less than what the code means there: 电脑 is too wide for 台式计算机. */
    boolean agreesPlainly(CategoryScheme scheme, CategoryCode code, NormalizedText name, NameReading reading) {
        Set<String> meant = official(scheme, code).kinds();
        return agrees(scheme, code, name, reading)
                && reading.kinds().stream().allMatch(kind -> meant.stream().anyMatch(k -> kinds.isA(kind, k)));
    }

    /** Whether the code is known in a scheme, by name or by a listed row. */
    boolean known(CategoryScheme scheme, CategoryCode code) {
        return categories.name(scheme, code).isPresent()
                || !official(scheme, code).kinds().isEmpty();
    }

    /** Whether the code is known to mean different things in the two schemes. */
    boolean differs(CategoryCode code) {
        return known(CategoryScheme.GPC2013, code)
                && known(CategoryScheme.GPC2022, code)
                && !official(CategoryScheme.GPC2013, code)
                        .name()
                        .equals(official(CategoryScheme.GPC2022, code).name());
    }

    /** The code's official name, or nothing. */
    String name(CategoryScheme scheme, CategoryCode code) {
        return categories.name(scheme, code).orElse("");
    }

    /** The kinds that the code's official name plainly means. */
    Set<String> nameKinds(CategoryScheme scheme, CategoryCode code) {
        return official(scheme, code).nameKinds();
    }

    private Official official(CategoryScheme scheme, CategoryCode code) {
        Optional<String> name = categories.name(scheme, code);
        if (name.isEmpty() && scheme == CategoryScheme.GPC2022) {
            return new Official("", Set.of(), Set.of());
        }
        Map<String, Official> known = Objects.requireNonNull(officials.get(scheme));
        Official cached = known.get(code.value());
        if (cached != null) {
            return cached;
        }
        Official read = read(scheme, code, name.orElse(""));
        if (name.isPresent()) {
            known.put(code.value(), read);
        }
        return read;
    }

    private Official read(CategoryScheme scheme, CategoryCode code, String name) {
        NameReading reading = reader.read(NormalizedText.of(name));
        Set<String> named = reading.certain() && !reading.several() ? Set.copyOf(reading.kinds()) : Set.of();
        Set<String> found = new TreeSet<>(reading.kinds());
        for (ListIndex list : lists) {
            list.related(scheme, code).forEach((item, relation) -> {
                if (relation != ListIndex.Relation.COARSER) {
                    found.add(item.kind());
                }
            });
        }
        return new Official(NameKeys.normalise(name), named, found);
    }
}
