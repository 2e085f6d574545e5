package org.greenaudit.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a registry holds, for people who look into it; nothing is judged by it. A certificate's place is its number in the order of
 * the files, from 0, and stays the same as long as the registry does. Safe for several threads.
 */
public interface RegistryContents {

    /**
     * A certificate file.
     *
     * @param name its name without folders
     * @param rows its rows, further rows of a certificate and those that were set aside among them
     */
    record Source(String name, long rows) {}

    /**
     * Which certificates somebody asks for; what is empty asks for all.
     *
     * @param number what its number, or one of several, begins with; case, blanks, dashes and character width do not matter
     * @param brand the brand as bought, compared as the judge of purchases does
     * @param model the model as bought, compared likewise
     * @param holder a part of its holder's or maker's name, in any case and width
     * @param category its 认证类别
     * @param standing how it stands
     * @param on the day on which it stands so
     */
    record Query(
            String number,
            String brand,
            String model,
            String holder,
            String category,
            Optional<CertificateStanding> standing,
            LocalDate on) {}

    /**
     * A certificate that was asked for.
     *
     * @param place its place
     * @param certificate what it says
     * @param standing how it stands on the day
     * @param perhaps whether only its annex can tell that it is of the brand and model: its text may mean them
     */
    record Match(int place, Certificate certificate, CertificateStanding standing, boolean perhaps) {}

    /**
     * Some of the certificates that were asked for.
     *
     * @param count how many there are
     * @param shown some of them, in the order of their places
     */
    record Matches(int count, List<Match> shown) {}

    /** The registry's remark. */
    String note();

    /** The files that it was read from, in their order. */
    List<Source> sources();

    /**
     * The certificates that a query asks for. Without a brand and model it takes one pass over all certificates, which makes no
     * objects but those that are shown.
     *
     * @param skip how many of them are passed over
     * @param most how many are shown
     */
    Matches search(Query query, int skip, int most);

    /** The place of the certificate of that number, one of several perhaps. */
    Optional<Integer> placeOf(String number);

    /**
     * The certificate at a place, as it stands on a day.
     *
     * @throws IndexOutOfBoundsException when there is none
     */
    Match at(int place, LocalDate on);

    /** The rows that say what is at a place, as {@code file:line}. */
    List<String> rows(int place);
}
