package org.greenaudit.catalog.name;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.jspecify.annotations.Nullable;

/** What a certificate's cells say of brands and models, for all the products that it is compared with. */
public final class CertificateReading {

    /** Between names of one brand: 甲(JIA), 甲 JIA. */
    private static final Pattern NAMES = Pattern.compile("[()\\s]+");

    private final Certificate certificate;
    private final BrandAliases aliases;
    private final Set<String> brands;
    private final Set<String> companies;
    private final CoveredModels models;

    /** Made when first asked for: most products are of a brand that the certificate names. */
    private volatile @Nullable Set<String> names;

    /** Reads a certificate with a table of brands; never fails. */
    public CertificateReading(Certificate certificate, BrandAliases aliases) {
        this.certificate = certificate;
        this.aliases = aliases;
        this.brands = brandsOf(certificate.brand(), aliases);
        this.companies = companiesOf(certificate);
        this.models = CoveredModels.parse(certificate.models());
    }

    /** The brands that it names, canonical; empty where it names none. */
    public Set<String> brands() {
        return brands;
    }

    /** Its holders and makers in comparable form. */
    public Set<String> companies() {
        return companies;
    }

    /** The names under which its brands and companies are found. */
    public Set<String> names() {
        Set<String> known = names;
        if (known == null) {
            Set<String> all = new LinkedHashSet<>();
            brands.forEach(brand -> all.addAll(BrandReadings.ofBrand(brand, aliases)));
            companies(certificate).forEach(company -> all.addAll(BrandReadings.ofCompany(company)));
            known = Set.copyOf(all);
            names = known;
        }
        return known;
    }

    /** The characters of the cells that it was read from. */
    public int length() {
        return certificate.brand().length()
                + certificate.holder().length()
                + certificate.maker().length()
                + certificate.models().length();
    }

    /** The models that it covers. */
    public CoveredModels models() {
        return models;
    }

    /** The companies whose certificate it is, in comparable form. */
    public static Set<String> companiesOf(Certificate certificate) {
        Set<String> companies = companiesOf(certificate.holder());
        companies.addAll(companiesOf(certificate.maker()));
        return companies;
    }

    /** The companies that a holder's or maker's cell names, in comparable form. */
    public static Set<String> companiesOf(String cell) {
        Set<String> companies = new LinkedHashSet<>();
        ModelSplitter.split(cell).forEach(name -> companies.add(CompanyNames.fold(name)));
        companies.remove("");
        return companies;
    }

    /** The names of the certificate's holders and makers. */
    public static Stream<String> companies(Certificate certificate) {
        return Stream.of(certificate.holder(), certificate.maker()).flatMap(cell -> ModelSplitter.split(cell).stream());
    }

    /** The brands that a certificate's 品牌 cell names, in canonical form; empty when it names none. */
    public static Set<String> brandsOf(String cell, BrandAliases aliases) {
        Set<String> named = new LinkedHashSet<>();
        named.add(aliases.canonical(cell));
        for (String part : ModelSplitter.splitBrands(cell)) {
            named.add(aliases.canonical(part));
            if (part.indexOf('(') >= 0 || part.indexOf(' ') >= 0) {
                NAMES.splitAsStream(part).forEach(name -> named.add(aliases.canonical(name)));
            }
        }
        named.remove("");
        return named;
    }
}
