package org.greenaudit.catalog.load;

import java.util.List;

/**
 * The names of the feed's columns, by which catalog files refer to them. This package may not use {@code purchase},
 * which defines them; a test keeps the two alike.
 */
final class FeedColumnNames {

    /** The canonical headers in their order. */
    static final List<String> ALL = List.of(
            "record_id",
            "contract_no",
            "contract_date",
            "region_code",
            "region_name",
            "buyer_code",
            "buyer_name",
            "buyer_type",
            "supplier_name",
            "category_code",
            "category_name",
            "category_scheme",
            "item_name",
            "brand",
            "model",
            "spec",
            "quantity",
            "unit",
            "unit_price",
            "amount",
            "energy_certificate_no",
            "eco_certificate_no",
            "exemption_reason",
            "approval_no");

    /** Those in which buyers cite certificates. */
    static final List<String> CERTIFICATES = List.of("energy_certificate_no", "eco_certificate_no");

    private FeedColumnNames() {}
}
