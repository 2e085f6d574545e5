package org.greenaudit.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates, found in constant time by number and by brand and model. Immutable and safe for several threads.
 * Brands are compared by {@link BrandAliases}, models by {@code ModelKeys}.
 */
public interface CertificateRegistry {

    /** How many certificates there are. */
    int size();

    /** How far the registry for a list can be trusted to be whole. */
    RegistryCompleteness completeness(String listId);

    /** The day on which the registry was exported, where it says so. */
    Optional<LocalDate> asOf();

    /** What it holds, for people who look into it. */
    RegistryContents contents();

    /** How many certificates of a 认证类别 stand how on a day; a standing that none has may be absent. */
    Map<CertificateStanding, Integer> census(String category, LocalDate on);

    /** The certificate of that number, one of several perhaps; case, blanks, dashes and character width do not matter. */
    Optional<Certificate> byNumber(String number);

    /** Whether a certificate of that number was set aside when the registry was loaded: its category concerns no list. */
    boolean isSetAside(String number);

    /** Of how many numbers of the registry a spreadsheet left 2.4701E+13 or an error. */
    int lostNumbers();

    /** Whether that may be one of the {@linkplain #lostNumbers lost} numbers. */
    boolean mayHaveLost(String number);

    /**
     * Every certificate of a category whose brand and models cover the product, in the order of their numbers.
     *
     * @param category 认证类别, a list's {@code certificateCategory}
     * @param brand the brand as bought; must not be blank
     * @param model the model as bought; must not be blank
     */
    List<Certificate> covering(String category, String brand, String model);

    /** Whether some certificate, of whatever category, names the brand and the text as one of its models. */
    boolean isModel(String brand, String text);

    /**
     * Every certificate of a category that does not {@linkplain #covering cover} the product, but whose text may mean it: a
     * range, a series, a list that can be read in several ways, a brand with words beside it. Behind them those of unknown category that cover it or may
     * mean it.
     *
     * @param category 认证类别
     * @param brand the brand as bought; must not be blank
     * @param model the model as bought; must not be blank
     */
    List<Certificate> perhapsCovering(String category, String brand, String model);

    /**
     * Whether some certificate in force on that date might cover a product whose brand or model is not known.
     *
     * @param category 认证类别
     * @param kind the product kind
     * @param brand the brand as bought; blank when it is not known
     */
    boolean mightCover(String category, String kind, String brand, LocalDate on);
}
