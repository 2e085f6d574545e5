package org.greenaudit.catalog.certificate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.stream.Stream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.name.BoughtBrand;
import org.greenaudit.catalog.name.BoughtModel;
import org.greenaudit.catalog.name.CertificateReading;
import org.greenaudit.catalog.name.CoveredModels;

/**
 * Whether a certificate's brand and models cover what was bought (certificate check 4): the definition that the
 * registry's index and the check share. A certificate that names no brand is compared by its models only. Keeps what the
 * cells read last were found to say, for reading a long one takes longer than comparing it; safe for several threads.
 */
public final class CertificateCoverage {

    /** Characters of the cells whose reading is kept. */
    private static final int KEPT = 1_000_000;

    /** What a reading of an empty cell weighs. */
    private static final int LEAST = 64;

    private final BrandAliases brands;

    private final Cache<Certificate, CertificateReading> certificates = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Certificate of, CertificateReading reading) -> LEAST + reading.length())
            .build();

    private final Cache<Bare, CoveredModels> bare = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Bare of, CoveredModels models) ->
                    LEAST + of.brand().length() + of.certificate().length())
            .build();

    private final Cache<Bought, BoughtModel> boughtModels = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Bought of, BoughtModel model) ->
                    LEAST + of.brand().length() + of.model().length())
            .build();

    private final Cache<String, BoughtBrand> boughtBrands = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((String cell, BoughtBrand brand) -> LEAST + cell.length())
            .build();

    /**
     * Models without a brand's name before them.
     *
     * @param certificate whose models
     * @param brand canonical
     */
    private record Bare(CertificateReading certificate, String brand) {}

    /** A brand and a model cell as bought. */
    private record Bought(String brand, String model) {}

    /** A coverage test that takes names of the same brand from this table. */
    public CertificateCoverage(BrandAliases brands) {
        this.brands = brands;
    }

    /** Whether brand and models both cover the product as bought. */
    boolean covers(Certificate certificate, BoughtModel bought) {
        CertificateReading reading = read(certificate);
        return coversBrand(reading, bought.brand()) && coversModel(reading, bought);
    }

    /** Whether the certificate does not cover the product, but its brand and its models may mean it. */
    boolean mightCover(Certificate certificate, BoughtModel bought) {
        CertificateReading reading = read(certificate);
        boolean ofBrand = coversBrand(reading, bought.brand());
        if (!ofBrand && !mightBeBrand(reading, bought.brand())) {
            return false;
        }
        return coversModel(reading, bought) ? !ofBrand : mightMeanModel(reading, bought);
    }

    /**
     * Whether a certificate names the brand as bought: its 品牌 cell may hold one brand, several names of it, or several
     * brands separated by {@code ; 、 ,} or {@code /}; a blank one stands for any brand. The certificate's holder or maker
     * is no other brand.
     */
    public boolean coversBrand(Certificate certificate, String brand) {
        return coversBrand(read(certificate), brand);
    }

    private boolean coversBrand(CertificateReading reading, String brand) {
        return reading.brands().isEmpty()
                || read(brand).names().stream()
                        .anyMatch(name -> reading.brands().contains(name.brand())
                                || reading.companies().contains(name.company()));
    }

    /**
     * Whether the brand as bought may be one of the certificate's with words beside it, or the other way round, or names
     * perhaps no brand at all.
     */
    public boolean mightBeBrand(Certificate certificate, String brand) {
        return mightBeBrand(read(certificate), brand);
    }

    private boolean mightBeBrand(CertificateReading reading, String brand) {
        BoughtBrand read = read(brand);
        return read.any() || read.readings().mightBe(reading.names());
    }

    /** Whether a certificate names the model as bought; either may begin with the brand's name. */
    public boolean coversModel(Certificate certificate, BoughtModel bought) {
        return coversModel(read(certificate), bought);
    }

    private boolean coversModel(CertificateReading reading, BoughtModel bought) {
        return bought.forms().stream().anyMatch(reading.models()::matches)
                || bought.forms().stream().anyMatch(bare(reading, bought.brand())::matches);
    }

    /** Whether some reading of a certificate's text, or of the model as bought, may mean the other. */
    public boolean mightMeanModel(Certificate certificate, BoughtModel bought) {
        return mightMeanModel(read(certificate), bought);
    }

    private boolean mightMeanModel(CertificateReading reading, BoughtModel bought) {
        CoveredModels covered = reading.models();
        CoveredModels withoutBrand = bare(reading, bought.brand());
        return Stream.concat(bought.forms().stream(), bought.loose().stream())
                        .anyMatch(form -> covered.mightMean(form) || withoutBrand.mightMean(form))
                || bought.tokens().stream().anyMatch(token -> covered.matches(token) || withoutBrand.matches(token));
    }

    /** Whether only the certificate's annex can tell: its text describes models, or can be read in several ways. */
    public boolean annexTells(Certificate certificate, BoughtModel bought) {
        CertificateReading reading = read(certificate);
        CoveredModels covered = reading.models();
        if (covered.describes()) {
            return true;
        }
        CoveredModels withoutBrand = bare(reading, bought.brand());
        return bought.forms().stream().anyMatch(form -> covered.mightMean(form) || withoutBrand.mightMean(form));
    }

    /** The model as bought, read once for all the certificates that it is compared with. */
    public BoughtModel bought(String brand, String model) {
        return boughtModels.get(new Bought(brand, model), cells -> BoughtModel.of(brand, model, brands));
    }

    private CoveredModels bare(CertificateReading reading, String brand) {
        BoughtBrand read = read(brand);
        String own = read.names().stream()
                .map(BoughtBrand.Name::brand)
                .filter(reading.brands()::contains)
                .findFirst()
                .orElse(read.canonical());
        CoveredModels covered = reading.models();
        return bare.get(
                new Bare(reading, own),
                of -> (reading.brands().isEmpty() ? covered.ledBy(own, brands) : covered).withoutLeading(own, brands));
    }

    private CertificateReading read(Certificate certificate) {
        return certificates.get(certificate, one -> new CertificateReading(one, brands));
    }

    /** A brand as bought, read once for all the certificates that it is compared with. */
    BoughtBrand read(String brand) {
        return boughtBrands.get(brand, cell -> BoughtBrand.of(cell, brands));
    }
}
