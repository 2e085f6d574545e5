package org.greenaudit.catalog.certificate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.catalog.name.ModelPattern;
import org.greenaudit.catalog.name.ModelSplitter;

/**
 * Whether a certificate's brand and models cover what was bought (certificate check 4): the definition that the
 * registry's index and the check share. A certificate that names no brand is compared by its models only.
 */
public final class CertificateCoverage {

    private final BrandAliases brands;

    /** A coverage test that takes names of the same brand from this table. */
    public CertificateCoverage(BrandAliases brands) {
        this.brands = brands;
    }

    /** Whether brand and models both cover the product as bought. */
    public boolean covers(Certificate certificate, String brand, String model) {
        return coversBrand(certificate, brand) && coversModel(certificate, brand, model);
    }

    /**
     * Whether a certificate names the brand as bought: its 品牌 cell may hold one brand, several names of it, or several
     * brands with {@code ; 、 ,} or {@code /} between them; a blank one stands for any brand.
     */
    public boolean coversBrand(Certificate certificate, String brand) {
        Set<String> named = brandsOf(certificate.brand());
        return named.isEmpty() || named.contains(brands.canonical(brand));
    }

    /** Whether a certificate names the model as bought; either may begin with the brand's name. */
    public boolean coversModel(Certificate certificate, String brand, String model) {
        CoveredModels covered = CoveredModels.parse(certificate.models());
        List<String> forms = forms(brand, model);
        if (forms.stream().anyMatch(covered::matches)) {
            return true;
        }
        boolean branded = !brandsOf(certificate.brand()).isEmpty();
        String own = brands.canonical(brand);
        List<ModelPattern> bare = (branded ? covered : covered.ledBy(own, brands)).withoutLeading(own, brands);
        return forms.stream().anyMatch(form -> matches(bare, form));
    }

    private static boolean matches(List<ModelPattern> patterns, String form) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(form));
    }

    /** The comparable forms of a model as bought: as written and, where that differs, without its leading brand. */
    List<String> forms(String brand, String model) {
        String whole = ModelKeys.normalise(model);
        String rest = ModelKeys.normalise(brands.withoutLeadingBrand(brand, model));
        return rest.equals(whole) ? List.of(whole) : List.of(whole, rest);
    }

    /** The brands that a certificate's 品牌 cell names, in canonical form; empty when it names none. */
    Set<String> brandsOf(String certificateBrand) {
        Set<String> named = new LinkedHashSet<>();
        named.add(brands.canonical(certificateBrand));
        List<String> parts =
                ModelSplitter.split(certificateBrand.replace('/', ';').replace('／', ';'));
        if (parts.size() > 1) {
            parts.forEach(part -> named.add(brands.canonical(part)));
        }
        named.remove("");
        return named;
    }
}
