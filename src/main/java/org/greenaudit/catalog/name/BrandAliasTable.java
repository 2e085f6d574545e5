package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.text.Remembered;

/** Brand names from {@code brand-aliases.csv}. Immutable and safe for several threads. */
public final class BrandAliasTable implements BrandAliases {

    /** More names of one brand than this in one cell are not looked for. */
    private static final int GLUED_NAMES = 4;

    private static final String AFTER_BRAND = "牌 \u00a0\t\r\n-_/\\:,.·|)]】〕}'\"";

    /**
     * One name of a brand.
     *
     * @param brand the brand
     * @param alias a further name of it
     */
    public record Alias(String brand, String alias) {}

    /** Blanks, brackets and other signs in and before a name. */
    private static final int SIGNS = 64;

    /** What one character of a name may be composed of. */
    private static final int PARTS = 3;

    private record Name(String text, String brand) {}

    private final Map<String, String> brandOfName = new HashMap<>();
    private final Map<Integer, List<Name>> namesByFirst = new HashMap<>();
    private final Map<String, List<Name>> namesOfBrand = new HashMap<>();
    private final Remembered<String> canonical = new Remembered<>(this::canonicalOf);

    /** Within how many characters a name at the beginning of a text ends, however it is written. */
    private int reach = SIGNS;

    private BrandAliasTable() {}

    /**
     * A table of these names. A brand is an alias of itself; of two brands that claim the same name the first has it,
     * and names without a letter or digit are passed over.
     */
    public static BrandAliasTable of(List<Alias> aliases) {
        BrandAliasTable table = new BrandAliasTable();
        for (Alias alias : aliases) {
            String brand = BrandKeys.fold(alias.brand());
            table.add(brand, brand);
            table.add(BrandKeys.fold(alias.alias()), brand);
        }
        Comparator<Name> longestFirst =
                Comparator.<Name>comparingInt(name -> -name.text().length()).thenComparing(Name::text);
        table.namesByFirst.values().forEach(names -> names.sort(longestFirst));
        table.namesOfBrand.values().forEach(names -> names.sort(longestFirst));
        return table;
    }

    private void add(String text, String brand) {
        if (text.isEmpty() || brand.isEmpty() || brandOfName.putIfAbsent(text, brand) != null) {
            return;
        }
        Name name = new Name(text, brand);
        reach = Math.max(reach, SIGNS + PARTS * text.length());
        namesByFirst
                .computeIfAbsent(text.codePointAt(0), c -> new ArrayList<>())
                .add(name);
        namesOfBrand.computeIfAbsent(brand, b -> new ArrayList<>()).add(name);
    }

    @Override
    public String canonical(String brand) {
        return canonical.of(brand);
    }

    private String canonicalOf(String brand) {
        String folded = BrandKeys.fold(brand);
        String known = brandOfName.get(folded);
        if (known != null) {
            return known;
        }
        return glued(BrandKeys.compose(brand)).orElseGet(() -> {
            String bare = CompanyNames.withoutMark(folded);
            return brandOfName.getOrDefault(bare, bare);
        });
    }

    /** The brand of a cell that holds several names of one brand and nothing else. */
    private Optional<String> glued(String text) {
        for (Name first : startingWith(text)) {
            int end = BrandKeys.endOfName(text, 0, first.text());
            if (end >= 0 && restIs(first.brand(), text, end, GLUED_NAMES - 1)) {
                return Optional.of(first.brand());
            }
        }
        return Optional.empty();
    }

    private boolean restIs(String brand, String text, int from, int namesLeft) {
        if (!BrandKeys.hasName(text, from)) {
            return true;
        }
        if (namesLeft == 0) {
            return false;
        }
        for (Name name : namesOfBrand.getOrDefault(brand, List.of())) {
            int end = BrandKeys.endOfName(text, from, name.text());
            if (end >= 0 && restIs(brand, text, end, namesLeft - 1)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Set<String> namesOf(String brand) {
        Set<String> names = new LinkedHashSet<>(Set.of(brand));
        namesOfBrand.getOrDefault(brand, List.of()).forEach(name -> names.add(name.text()));
        return names;
    }

    @Override
    public Optional<String> leading(String text) {
        // a name stands within the first characters, and this is asked at each place of a long text
        String composed = BrandKeys.compose(text.substring(0, Math.min(text.length(), reach)));
        for (Name name : startingWith(composed)) {
            if (BrandKeys.endOfName(composed, 0, name.text()) >= 0) {
                return Optional.of(name.brand());
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<NamedBrand> within(String name) {
        String text = BrandKeys.compose(name);
        for (int i = 0; i < text.length(); i++) {
            boolean begins = i == 0 || !Character.isLetter(text.charAt(i - 1));
            for (Name known : begins
                    ? namesByFirst.getOrDefault(Character.toUpperCase(text.codePointAt(i)), List.of())
                    : List.<Name>of()) {
                int end = BrandKeys.endOfName(text, i, known.text());
                if (end >= 0) {
                    return Optional.of(new NamedBrand(known.brand(), text.substring(end)));
                }
            }
        }
        return Optional.empty();
    }

    private List<Name> startingWith(String composed) {
        int first = BrandKeys.firstOf(composed);
        return namesByFirst.getOrDefault(first, List.of());
    }

    @Override
    public String withoutLeadingBrand(String brand, String model) {
        String own = canonical(brand);
        if (own.isEmpty()) {
            return model;
        }
        List<Name> names = namesOfBrand.getOrDefault(own, List.of(new Name(own, own)));
        String text = BrandKeys.compose(model);
        int start = 0;
        int end = endOfAny(names, text, start);
        while (end >= 0) {
            start = end;
            end = endOfAny(names, text, start);
        }
        if (start == 0) {
            return model;
        }
        while (start < text.length() && AFTER_BRAND.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return BrandKeys.hasName(text, start) ? text.substring(start) : model;
    }

    private static int endOfAny(List<Name> names, String text, int from) {
        for (Name name : names) {
            int end = BrandKeys.endOfName(text, from, name.text());
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }
}
