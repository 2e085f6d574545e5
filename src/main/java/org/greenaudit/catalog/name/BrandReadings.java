package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.text.Nfkc;
import org.greenaudit.text.OfferWords;

/**
 * What a brand cell may be called, so that it can be recognised where words stand beside it: 惠普或同等, HP电脑, 惠普集团. It can
 * show that a brand may be another's, and never proves it.
 *
 * @param readings in comparable form, each of two characters at least
 */
public record BrandReadings(Set<String> readings) {

    private static final int SHORTEST = 2;

    /** A brand of one character is found by its name with this behind it. */
    private static final String MARK = "牌";

    private static final Pattern ALIASED = Pattern.compile("([^(\\[【〔]+)[(\\[【〔]([^)\\]】〕]+)[)\\]】〕]\\s*");

    public BrandReadings {
        readings = Set.copyOf(readings);
    }

    /**
     * The names in a brand cell: the cell itself, of one brand with another name behind it, such as 甲（JIA）, each, and what
     * stands beside offers and praise: 甲 of 包邮甲.
     */
    public static List<String> named(String brand) {
        List<String> names = new ArrayList<>(List.of(brand));
        Matcher aliased = ALIASED.matcher(Nfkc.of(brand));
        if (aliased.matches()) {
            names.add(aliased.group(1));
            names.add(aliased.group(2));
        }
        OfferWords.besideOffers(brand).ifPresent(names::add);
        return names;
    }

    /** Reads a brand cell as bought. */
    public static BrandReadings of(String brand, BrandAliases brands) {
        return new BrandReadings(names(List.of(brands.canonical(brand), BrandKeys.fold(brand)), brand));
    }

    /** The names under which a known brand (canonical) is found. */
    public static Set<String> ofBrand(String brand, BrandAliases brands) {
        return names(brands.namesOf(brand), brand);
    }

    /** The names under which a company is found. */
    public static Set<String> ofCompany(String company) {
        return names(Set.of(CompanyNames.fold(company)), company);
    }

    private static Set<String> names(Collection<String> whole, String name) {
        Set<String> names = new LinkedHashSet<>(whole);
        CompanyNames.core(name).ifPresent(names::add);
        List.copyOf(names).stream().filter(one -> one.length() == 1).forEach(one -> names.add(one + MARK));
        names.removeIf(one -> one.length() < SHORTEST);
        return names;
    }

    /** Whether one of some names might be this brand's. */
    public boolean mightBe(Collection<String> names) {
        return names.stream().anyMatch(this::mightBe);
    }

    /** Whether a name in comparable form is part of one of these, or one of these is part of it. */
    public boolean mightBe(String name) {
        for (String reading : readings) {
            if (reading.contains(name) || name.contains(reading)) {
                return true;
            }
        }
        return false;
    }
}
