package org.greenaudit.catalog;

import java.util.List;
import java.util.Optional;

/** Brand names. */
public final class BrandAliasTable implements BrandAliases {

    private BrandAliasTable() {}

    /** A table of these aliases. */
    public static BrandAliasTable of(List<Alias> aliases) {
        return new BrandAliasTable();
    }

    @Override
    public String canonical(String brand) {
        return NameTexts.normalise(brand);
    }

    @Override
    public Optional<String> leading(String text) {
        return Optional.empty();
    }

    @Override
    public String withoutLeadingBrand(String brand, String model) {
        return model;
    }

    /**
     * One row of {@code brand-aliases.csv}.
     *
     * @param brand the brand
     * @param alias another name of it
     */
    public record Alias(String brand, String alias) {}
}
