package org.greenaudit.sample.scenario;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.purchase.FeedColumn;

/**
 * Something to buy: goods of a brand and model with the certificates its supplier cites.
 *
 * @param goods what it is
 * @param brand a fictional brand
 * @param model the model
 * @param energyNo the energy-saving certificate cited, or empty
 * @param ecoNo the eco-label certificate cited, or empty
 */
public record Product(Goods goods, String brand, String model, String energyNo, String ecoNo) {

    /** The fictional brands. */
    public static final List<String> BRANDS = List.of("示例甲", "示例乙", "示例丙", "示例丁", "晨曦示例", "云山示例", "抚河示例", "洛水示例");

    /** Products with certificates under every list that names the goods: lists of models and wildcards included. */
    static List<Product> certified(Goods goods, CertificateBook book, int number) {
        List<Product> products = new ArrayList<>();
        String stem = goods.stem();
        products.add(certified(goods, book, brand(number), stem + "-500", stem + "-500"));
        products.add(certified(goods, book, brand(number + 3), stem + "-510A", stem + "-510、" + stem + "-510A"));
        products.add(certified(goods, book, brand(number + 5), stem + "-525", stem + "-52#；" + stem + "-52#W"));
        return products;
    }

    /** One product with valid certificates for these models. */
    static Product certified(Goods goods, CertificateBook book, String brand, String model, String models) {
        String energy = goods.energy().listed() ? book.issue(goods.energy(), goods, brand, models) : "";
        String eco = goods.eco().listed() ? book.issue(goods.eco(), goods, brand, models) : "";
        return new Product(goods, brand, model, energy, eco);
    }

    /** One product with valid certificates for its model. */
    static Product certified(Goods goods, CertificateBook book, String brand, String model) {
        return certified(goods, book, brand, model, model);
    }

    /** One product with a valid eco-label certificate and no energy-saving one. */
    static Product ecoLabelled(Goods goods, CertificateBook book, String brand, String model) {
        return new Product(goods, brand, model, "", book.issue(goods.eco(), goods, brand, model));
    }

    /** A product without any certificate, of a model that none covers. */
    static Product uncertified(Goods goods, String brand, String model) {
        return new Product(goods, brand, model, "", "");
    }

    /** The brand of a number; after the last brand comes the first again. */
    static String brand(int number) {
        return BRANDS.get(number % BRANDS.size());
    }

    /** The same product citing another certificate under a list. */
    Product citing(ListName list, String number) {
        return list == ListName.ENERGY
                ? new Product(goods, brand, model, number, ecoNo)
                : new Product(goods, brand, model, energyNo, number);
    }

    /** The cells that name the product and cite its certificates, under one of the goods' names. */
    RowTemplate row(String itemName) {
        return RowTemplate.of(goods)
                .with(FeedColumn.ITEM_NAME, itemName)
                .with(FeedColumn.BRAND, brand)
                .with(FeedColumn.MODEL, model)
                .with(ListName.ENERGY.column(), energyNo)
                .with(ListName.ECO.column(), ecoNo);
    }

    /** The cells under the goods' first name. */
    RowTemplate row() {
        return row(goods.name());
    }
}
