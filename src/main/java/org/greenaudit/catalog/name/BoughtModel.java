package org.greenaudit.catalog.name;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.text.Brackets;
import org.greenaudit.text.ModelLabels;
import org.greenaudit.text.Nfkc;
import org.jspecify.annotations.Nullable;

/**
 * A purchase's 规格型号 as it may stand in a certificate, in comparable forms. Most are compared by their {@link #forms}
 * only, so that the others are made when they are first asked for. Safe for several threads.
 */
public final class BoughtModel {

    /** Signs in the place of what nobody is to read: M10**, M1##, M*-5; between digits a star says “by”: 600*750. */
    private static final Pattern HIDDEN = Pattern.compile("[*#]{2,}|(?<![0-9])\\*|\\*(?![0-9])");

    /** M1。。, M10~: the rest is left out. */
    private static final Pattern OPEN_END = Pattern.compile("(?:[。.]{2,}|~)$");

    /** M100M100: pasted more than once. */
    private static final Pattern TWICE = Pattern.compile("([A-Z]+[0-9][A-Z0-9]+?)\\1+");

    private final String brand;
    private final String model;
    private final String bare;
    private final Set<String> forms = new LinkedHashSet<>();
    private volatile @Nullable Set<String> loose;
    private volatile @Nullable Set<String> tokens;

    private BoughtModel(String brand, String model, BrandAliases brands) {
        this.brand = brand;
        this.model = model;
        this.bare = ModelLabels.strip(withoutBrand(brand, model, brands));
        forms.add(ModelKeys.normalise(model));
        forms.add(ModelKeys.normalise(bare));
        if (!ModelAsides.isBare(model)) {
            String stripped = ModelAsides.strip(model);
            forms.add(ModelKeys.normalise(stripped));
            forms.add(ModelKeys.normalise(withoutBrand(brand, stripped, brands)));
            forms.add(ModelKeys.normalise(ModelAsides.strip(bare)));
        }
        Matcher twice = TWICE.matcher(ModelKeys.normalise(bare));
        if (twice.matches()) {
            forms.add(twice.group(1));
        }
    }

    private static String withoutBrand(String brand, String model, BrandAliases brands) {
        return BrandReadings.named(brand).stream()
                .map(name -> brands.withoutLeadingBrand(name, model))
                .filter(rest -> !rest.equals(model))
                .findFirst()
                .orElse(model);
    }

    /** Reads a model as bought; never fails. */
    public static BoughtModel of(String brand, String cell, BrandAliases brands) {
        return new BoughtModel(
                brand,
                ModelAsides.isBare(cell) ? cell : ModelAsides.joined(BrandKeys.compose(PlainSigns.withoutRaised(cell))),
                brands);
    }

    /** The brand as bought. */
    public String brand() {
        return brand;
    }

    /**
     * As written, without its leading brand, and without what is no part of a model (a kind, a colour, a configuration): all
     * mean the same product.
     */
    public Set<String> forms() {
        return forms;
    }

    /** The same without Chinese words, which may be a series or a remark. */
    public Set<String> loose() {
        Set<String> known = loose;
        if (known == null) {
            known = readLoose();
            loose = known;
        }
        return known;
    }

    private Set<String> readLoose() {
        Set<String> found = new LinkedHashSet<>();
        if (!ModelAsides.isBare(model)) {
            for (String text : List.of(model, bare)) {
                ModelTokens.core(text).map(ModelKeys::normalise).ifPresent(found::add);
                ModelTokens.core(ModelAsides.strip(text))
                        .map(ModelKeys::normalise)
                        .ifPresent(found::add);
            }
            found.removeAll(forms);
        }
        return found;
    }

    /**
     * The single texts with digits, which may be the model and its series left out by the certificate, and the text without
     * data at its end.
     */
    public Set<String> tokens() {
        Set<String> known = tokens;
        if (known == null) {
            known = readTokens();
            tokens = known;
        }
        return known;
    }

    private Set<String> readTokens() {
        Set<String> found = new LinkedHashSet<>();
        TechnicalData.beforeTail(bare).stream().map(ModelKeys::normalise).forEach(found::add);
        if (!ModelAsides.isBare(model) && ModelList.bought(bare).models().size() < 2) {
            found.addAll(ModelTokens.tokens(ModelAsides.strip(bare)));
            found.addAll(ModelTokens.noted(bare));
        }
        found.removeAll(forms);
        return found;
    }

    /** The word at the end of the text before a model that may be its series; empty where it is the kind of goods. */
    public static String series(String before) {
        return ModelAsides.series(before);
    }

    /** A goods name in NFKC without processors, measures and the like, whose letters and digits are no model. */
    public static String withoutData(String name) {
        return Measures.without(TechnicalData.without(name));
    }

    /** Whether a model cell tells a model at all, and not only a kind, a configuration, a measure, a series or a word. */
    public static boolean tells(String model) {
        String plain = Brackets.round(model);
        return ModelAsides.tellsBought(plain) || ProductFamilies.tells(plain);
    }

    /** Whether a model as bought is itself no single model: a series, a range, 等, or hidden in part. */
    public static boolean isDescription(String model) {
        String stripped = ModelAsides.strip(Brackets.round(model));
        return PlainSigns.hasRaised(model)
                || HIDDEN.matcher(Nfkc.of(stripped)).find()
                || OPEN_END.matcher(Nfkc.of(model)).find()
                || CoveredModels.parse(stripped).leavesOut();
    }
}
