package org.greenaudit.catalog.certificate;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.name.BoughtModel;
import org.greenaudit.catalog.name.BrandReadings;
import org.greenaudit.catalog.name.CompanyNames;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.catalog.name.ModelSplitter;
import org.greenaudit.text.OfferWords;

/**
 * Whether a certificate's brand and models cover what was bought (certificate check 4): the definition that the
 * registry's index and the check share. A certificate that names no brand is compared by its models only.
 */
public final class CertificateCoverage {

    /** Between names of one brand: 甲(JIA), 甲 JIA. */
    private static final Pattern NAMES = Pattern.compile("[()\\s]+");

    private final BrandAliases brands;

    /** A coverage test that takes names of the same brand from this table. */
    public CertificateCoverage(BrandAliases brands) {
        this.brands = brands;
    }

    /** Whether brand and models both cover the product as bought. */
    boolean covers(Certificate certificate, BoughtModel bought) {
        return coversBrand(certificate, bought.brand()) && coversModel(certificate, bought);
    }

    /** Whether the certificate does not cover the product, but its brand and its models may mean it. */
    boolean mightCover(Certificate certificate, BoughtModel bought) {
        boolean ofBrand = coversBrand(certificate, bought.brand());
        if (!ofBrand && !mightBeBrand(certificate, bought.brand())) {
            return false;
        }
        return coversModel(certificate, bought) ? !ofBrand : mightMeanModel(certificate, bought);
    }

    /**
     * Whether a certificate names the brand as bought: its 品牌 cell may hold one brand, several names of it, or several
     * brands separated by {@code ; 、 ,} or {@code /}; a blank one stands for any brand. The certificate's holder or maker
     * is no other brand.
     */
    public boolean coversBrand(Certificate certificate, String brand) {
        Set<String> named = brandsOf(certificate.brand());
        return named.isEmpty()
                || BrandReadings.named(brand).stream()
                        .anyMatch(name -> named.contains(brands.canonical(name))
                                || companiesOf(certificate).contains(CompanyNames.fold(name)));
    }

    /**
     * Whether the brand as bought may be one of the certificate's with words beside it, or the other way round, or names
     * perhaps no brand at all.
     */
    public boolean mightBeBrand(Certificate certificate, String brand) {
        if (mayBeAny(brand, brands)) {
            return true;
        }
        BrandReadings bought = BrandReadings.of(brand, brands);
        return brandsOf(certificate.brand()).stream()
                        .anyMatch(named -> bought.mightBe(BrandReadings.ofBrand(named, brands)))
                || companies(certificate).anyMatch(company -> bought.mightBe(BrandReadings.ofCompany(company)));
    }

    /** Whether a brand cell holds words of an offer and no brand that is known: 满足采购需求的产品. */
    static boolean mayBeAny(String brand, BrandAliases brands) {
        return OfferWords.within(brand)
                && BrandReadings.named(brand).stream()
                        .allMatch(name -> brands.within(name).isEmpty());
    }

    /** Whether a certificate names the model as bought; either may begin with the brand's name. */
    public boolean coversModel(Certificate certificate, BoughtModel bought) {
        CoveredModels covered = CoveredModels.parse(certificate.models());
        return bought.forms().stream().anyMatch(covered::matches)
                || bought.forms().stream().anyMatch(bare(certificate, bought.brand(), covered)::matches);
    }

    /** Whether some reading of a certificate's text, or of the model as bought, may mean the other. */
    public boolean mightMeanModel(Certificate certificate, BoughtModel bought) {
        CoveredModels covered = CoveredModels.parse(certificate.models());
        CoveredModels bare = bare(certificate, bought.brand(), covered);
        return Stream.concat(bought.forms().stream(), bought.loose().stream())
                        .anyMatch(form -> covered.mightMean(form) || bare.mightMean(form))
                || bought.tokens().stream().anyMatch(token -> covered.matches(token) || bare.matches(token));
    }

    /** Whether only the certificate's annex can tell: its text describes models, or can be read in several ways. */
    public boolean annexTells(Certificate certificate, BoughtModel bought) {
        CoveredModels covered = CoveredModels.parse(certificate.models());
        CoveredModels bare = bare(certificate, bought.brand(), covered);
        return covered.describes()
                || bought.forms().stream().anyMatch(form -> covered.mightMean(form) || bare.mightMean(form));
    }

    /** The model as bought, read once for all the certificates that it is compared with. */
    public BoughtModel bought(String brand, String model) {
        return BoughtModel.of(brand, model, brands);
    }

    private CoveredModels bare(Certificate certificate, String brand, CoveredModels covered) {
        Set<String> named = brandsOf(certificate.brand());
        String own = BrandReadings.named(brand).stream()
                .map(brands::canonical)
                .filter(named::contains)
                .findFirst()
                .orElseGet(() -> brands.canonical(brand));
        return (named.isEmpty() ? covered.ledBy(own, brands) : covered).withoutLeading(own, brands);
    }

    /** The companies whose certificate it is, in comparable form. */
    static Set<String> companiesOf(Certificate certificate) {
        Set<String> companies = new LinkedHashSet<>();
        companies(certificate).forEach(name -> companies.add(CompanyNames.fold(name)));
        companies.remove("");
        return companies;
    }

    /** The names of the certificate's holders and makers. */
    static Stream<String> companies(Certificate certificate) {
        return Stream.of(certificate.holder(), certificate.maker()).flatMap(cell -> ModelSplitter.split(cell).stream());
    }

    /** The brands that a certificate's 品牌 cell names, in canonical form; empty when it names none. */
    Set<String> brandsOf(String certificateBrand) {
        Set<String> named = new LinkedHashSet<>();
        named.add(brands.canonical(certificateBrand));
        for (String part : ModelSplitter.splitBrands(certificateBrand)) {
            named.add(brands.canonical(part));
            if (part.indexOf('(') >= 0 || part.indexOf(' ') >= 0) {
                NAMES.splitAsStream(part).forEach(name -> named.add(brands.canonical(name)));
            }
        }
        named.remove("");
        return named;
    }
}
