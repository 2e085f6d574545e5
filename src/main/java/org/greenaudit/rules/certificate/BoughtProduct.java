package org.greenaudit.rules.certificate;

import java.util.Optional;
import org.greenaudit.catalog.BrandAliases;
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
