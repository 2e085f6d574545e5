package org.greenaudit.rules.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.GoodsCodes;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.name.BoughtModel;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.catalog.name.ModelList;
import org.greenaudit.catalog.name.ModelSplitter;
import org.greenaudit.catalog.name.NamedModel;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.Brackets;
import org.greenaudit.text.Nfkc;

/**
 * The brand and model that were bought, as far as the line tells.
 *
 * @param brand 品牌; empty when neither the brand cell nor the name or model tells
 * @param model 规格型号; empty when neither the model cell nor the name behind the brand tells
 * @param brandFromName true when the brand cell is empty and the brand was read from the item name or the model
 * @param modelFromName true when the model cell is empty and the model was read from the item name; it may be less than
 *     the whole model
 */
public record BoughtProduct(String brand, String model, boolean brandFromName, boolean modelFromName) {

    /** 品牌：甲, 甲（中国）, 甲（JIA）. */
    private static final Pattern LABELLED_BRAND =
            Pattern.compile("\\s*(?:(?:品牌|商标|厂牌)\\s*:\\s*)?([^()]+?)(\\([^()]*\\))?\\s*");

    private static final Pattern BRAND_AND_MODEL = Pattern.compile("(.*?[^\\s/])[\\s/]+([A-Za-z0-9-]*[0-9].*)");

    /** What parts brand and model in one cell. */
    private static final Pattern BEFORE_MODEL = Pattern.compile("^[\\s/、,;:|_-]+");

    /** Reads a line's product. */
    public static BoughtProduct of(PurchaseLine line, BrandAliases brands) {
        return of(line.brand(), line.model(), line.itemName(), brands);
    }

    /** Reads the product of a line with these cells. */
    public static BoughtProduct of(String brandCell, String modelCell, String itemName, BrandAliases brands) {
        boolean told = BoughtModel.tells(modelCell);
        if (!brandCell.isBlank() && told) {
            return new BoughtProduct(brandOf(brandCell, modelCell), modelCell, false, false);
        }
        String name = Nfkc.of(itemName);
        Optional<BrandAliases.NamedBrand> named = brands.within(name);
        String inName = told
                ? ""
                : NamedModel.first(named.map(BrandAliases.NamedBrand::rest).orElse(name));
        boolean modelFromName = !inName.isEmpty();
        String model = modelFromName ? inName : modelCell;
        if (!brandCell.isBlank()) {
            return new BoughtProduct(brandOf(brandCell, modelCell), model, false, modelFromName);
        }
        Optional<String> inModel = brands.leading(modelCell);
        Optional<String> brand = inModel.or(() -> named.map(BrandAliases.NamedBrand::brand));
        String bare = modelFromName
                ? model
                : inModel.map(made -> BEFORE_MODEL
                                .matcher(brands.withoutLeadingBrand(made, model))
                                .replaceFirst(""))
                        .orElse(model);
        return new BoughtProduct(brand.orElse(""), bare, brand.isPresent(), modelFromName);
    }

    /** The brand cell without its label and notes, and without the model that stands in the model cell too. */
    private static String brandOf(String brandCell, String modelCell) {
        String brand = Nfkc.of(brandCell);
        Matcher pair = BRAND_AND_MODEL.matcher(brand);
        if (pair.matches() && ModelKeys.normalise(modelCell).contains(ModelKeys.normalise(pair.group(2)))) {
            return pair.group(1);
        }
        String compact = Brackets.round(Blanks.remove(brand));
        Matcher noted = LABELLED_BRAND.matcher(compact);
        if (!noted.matches() || noted.group(1).equals(compact)) {
            return brandCell;
        }
        return noted.group(2) == null ? noted.group(1) : noted.group(1) + noted.group(2);
    }

    /**
     * The product with the model that some certificate of its brand lists and the item name holds, where the model cell tells
     * none; otherwise this product.
     */
    public BoughtProduct withModelIn(PurchaseLine line, BrandAliases brands, CertificateRegistry registry) {
        if (!hasBrand() || BoughtModel.tells(line.model())) {
            return this;
        }
        Optional<String> behindBrand = brands.within(line.itemName()).map(BrandAliases.NamedBrand::rest);
        return Stream.concat(behindBrand.stream(), Stream.of(line.itemName()))
                .map(name -> NamedModel.known(name, text -> registry.isModel(brand, text)))
                .filter(known -> !known.isEmpty())
                .findFirst()
                .map(known -> new BoughtProduct(brand, known, brandFromName, true))
                .orElse(this);
    }

    /**
     * The model as written and, where it was read from the name, also without the words before it;
     * and without what are data among goods of the item's kind: S20-400/10 Dyn11, S20-400/10.
     */
    public List<String> spellings(GoodsCodes codes, ListedItem item) {
        String own = codes.withoutData(item.kind(), model);
        if (!own.equals(model) && BoughtModel.tells(own)) {
            return List.of(model, own);
        }
        return modelFromName ? NamedModel.spellings(model) : List.of(model);
    }

    /**
     * The single products, where brand or model cell names several: as many brands as models belong to each other in their
     * order, otherwise every brand comes in every model. This product alone where there is but one.
     */
    public List<BoughtProduct> single(BrandAliases brands) {
        List<String> makes = brands(brands);
        List<String> written = ModelSplitter.splitBrands(model);
        boolean pairs = makes.size() > 1 && makes.size() == written.size();
        List<String> models = pairs ? written : ModelList.bought(model).models();
        if (makes.size() == 1 && models.size() == 1) {
            return List.of(this);
        }
        List<BoughtProduct> products = new ArrayList<>();
        for (int i = 0; i < makes.size(); i++) {
            for (int j = 0; j < models.size(); j++) {
                if (!pairs || i == j) {
                    products.add(new BoughtProduct(makes.get(i), models.get(j), brandFromName, modelFromName));
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

    /**
     * Whether the model is surely told as a whole. One that was read from the name, that is no model (23.8寸; among motors
     * B35) or that is itself a description (M100系列) can show that a certificate covers the product, and never that none
     * does.
     */
    public boolean surelyWhole(GoodsCodes codes, ListedItem item) {
        String own = codes.withoutData(item.kind(), model);
        boolean told = codes.isModel(item.kind(), own) || BoughtModel.tells(own);
        return !modelFromName && told && !BoughtModel.isDescription(own);
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
