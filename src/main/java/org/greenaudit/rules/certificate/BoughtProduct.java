package org.greenaudit.rules.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.name.ModelList;
import org.greenaudit.catalog.name.ModelSplitter;
import org.greenaudit.purchase.PurchaseLine;

/**
 * The brand and model that were bought, as far as the line tells.
 *
 * @param brand 品牌; empty when neither the brand cell nor the name or model tells
 * @param model 规格型号; empty when the line names none
 * @param brandFromName true when the brand cell is empty and the brand was read from the item name or the model
 */
public record BoughtProduct(String brand, String model, boolean brandFromName) {

    /** Reads a line's product. */
    public static BoughtProduct of(PurchaseLine line, BrandAliases brands) {
        if (!line.brand().isBlank()) {
            return new BoughtProduct(line.brand(), line.model(), false);
        }
        Optional<String> named = brands.leading(line.itemName()).or(() -> brands.leading(line.model()));
        return new BoughtProduct(named.orElse(""), line.model(), named.isPresent());
    }

    /**
     * The single products, where brand or model cell names several: as many brands as models belong to each other in their
     * order, otherwise every brand comes in every model. This product alone where there is but one.
     */
    public List<BoughtProduct> single(BrandAliases brands) {
        List<String> makes = brands(brands);
        List<String> models = ModelList.bought(model).models();
        if (makes.size() == 1 && models.size() == 1) {
            return List.of(this);
        }
        List<BoughtProduct> products = new ArrayList<>();
        for (int i = 0; i < makes.size(); i++) {
            for (int j = 0; j < models.size(); j++) {
                if (makes.size() != models.size() || i == j) {
                    products.add(new BoughtProduct(makes.get(i), models.get(j), brandFromName));
                }
            }
        }
        return products;
    }

    /** Whether the cells can be read in no other way than as the {@link #single} products. */
    public boolean surelySeveral() {
        return ModelList.bought(model).certain();
    }

    private List<String> brands(BrandAliases brands) {
        Map<String, String> names = new LinkedHashMap<>();
        ModelSplitter.splitBrands(brand).forEach(name -> names.putIfAbsent(brands.canonical(name), name));
        names.remove("");
        return names.size() < 2 ? List.of(brand) : List.copyOf(names.values());
    }

    /** Whether the line names a brand. */
    public boolean hasBrand() {
        return !brand.isBlank();
    }

    /** Whether the line names a model. */
    public boolean hasModel() {
        return !model.isBlank();
    }

    /** Whether the registry can be searched for certificates that cover it. */
    public boolean identified() {
        return hasBrand() && hasModel();
    }
}
