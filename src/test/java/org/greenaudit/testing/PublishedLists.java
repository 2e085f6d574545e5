package org.greenaudit.testing;

import java.time.LocalDate;
import java.util.List;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;

/**
 * Builds a product list of the edition 2019, in force since 2019-04-01:
 *
 * <pre>{@code
 * ProductList list = PublishedLists.ecoLabel().items(ListedItems.of("eco-label", "EL2019-01-02", "台式计算机").priority().build()).build();
 * }</pre>
 */
public final class PublishedLists {

    /** The id of the energy-saving list. */
    public static final String ENERGY = "energy-saving";

    /** The id of the eco-label list. */
    public static final String ECO = "eco-label";

    private final String id;
    private final String certificateCategory;
    private final String certificateColumn;
    private String mandatoryLetter = "";
    private String priorityLetter = "";
    private String titleZh;
    private String titleEn;
    private String document = "";
    private List<ListedItem> items = List.of();

    private PublishedLists(String id, String certificateCategory, String certificateColumn) {
        this.id = id;
        this.certificateCategory = certificateCategory;
        this.certificateColumn = certificateColumn;
        this.titleZh = certificateCategory + "清单";
        this.titleEn = id;
    }

    /** The energy-saving list (节能产品), with rules M1–M7 and P1–P7. */
    public static PublishedLists energySaving() {
        return of(ENERGY, "节能产品", "energy_certificate_no").letters("M", "P").document("财库〔2019〕19号");
    }

    /** The eco-label list (环境标志产品), with rules L1–L7. */
    public static PublishedLists ecoLabel() {
        return of(ECO, "环境标志产品", "eco_certificate_no").letters("", "L").document("财库〔2019〕18号");
    }

    /**
     * A further list.
     *
     * @param id its id
     * @param certificateCategory the category (认证类别) of certificates that satisfy it
     * @param certificateColumn the feed's column in which they are cited
     */
    public static PublishedLists of(String id, String certificateCategory, String certificateColumn) {
        return new PublishedLists(id, certificateCategory, certificateColumn);
    }

    /** The letters of its rule codes for mandatory items and for the others. */
    public PublishedLists letters(String mandatory, String priority) {
        mandatoryLetter = mandatory;
        priorityLetter = priority;
        return this;
    }

    /** Its names in Chinese and English. */
    public PublishedLists titles(String zh, String en) {
        titleZh = zh;
        titleEn = en;
        return this;
    }

    /** The document that published it. */
    public PublishedLists document(String name) {
        document = name;
        return this;
    }

    /** Its items. */
    public PublishedLists items(ListedItem... all) {
        items = List.of(all);
        return this;
    }

    /** The list; later steps do not change it. */
    public ProductList build() {
        return new ProductList(
                id,
                "2019",
                titleZh,
                titleEn,
                document,
                LocalDate.of(2019, 4, 1),
                LocalDate.MAX,
                mandatoryLetter,
                priorityLetter,
                certificateCategory,
                certificateColumn,
                items);
    }
}
