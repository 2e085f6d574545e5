package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.name.ModelKeys;

/**
 * Certificates as columns: texts once each in a {@link TextPool}, everything else in ints, about 70 bytes a certificate
 * besides its texts. A {@link Certificate} is made when one is asked for.
 */
final class CertificateColumns {

    private static final CertificateStatus[] STATUSES = CertificateStatus.values();
    private static final int NO_DATE = Integer.MIN_VALUE;
    private static final int AS_NORMALISED = -1;

    private final TextPool numbers = new TextPool();
    private final TextPool texts = new TextPool();
    private final IntColumn writtenNumbers = new IntColumn();
    private final IntColumn categories = new IntColumn();
    private final IntColumn bodies = new IntColumn();
    private final IntColumn holders = new IntColumn();
    private final IntColumn makers = new IntColumn();
    private final IntColumn brands = new IntColumn();
    private final IntColumn productNames = new IntColumn();
    private final IntColumn kinds = new IntColumn();
    private final IntColumn models = new IntColumn();
    private final Map<Integer, List<Integer>> furtherModels = new HashMap<>();
    private final IntColumn standards = new IntColumn();
    private final IntColumn issued = new IntColumn();
    private final IntColumn expires = new IntColumn();
    private final IntColumn statuses = new IntColumn();
    private final IntColumn statusDates = new IntColumn();
    private final IntColumn files = new IntColumn();
    private final IntColumn lines = new IntColumn();
    private final Map<Integer, List<Place>> furtherPlaces = new HashMap<>();

    /**
     * Where a row stands.
     *
     * @param file the place of its file among the files, from 0
     * @param line its line, from 1
     */
    record Place(int file, int line) {}

    int size() {
        return numbers.size();
    }

    /** The row of the certificate of that key, or {@link TextPool#ABSENT}. */
    int rowOf(String key) {
        return numbers.find(ModelKeys.normalise(key));
    }

    /** Adds a certificate under a key that is not there yet, most often its number, and gives its row. */
    int add(String key, Certificate certificate, Place place) {
        String number = ModelKeys.normalise(key);
        int row = numbers.intern(number);
        writtenNumbers.add(number.equals(certificate.number()) ? AS_NORMALISED : texts.intern(certificate.number()));
        categories.add(texts.intern(certificate.category()));
        bodies.add(texts.intern(certificate.body()));
        holders.add(texts.intern(certificate.holder()));
        makers.add(texts.intern(certificate.maker()));
        brands.add(texts.intern(certificate.brand()));
        productNames.add(texts.intern(certificate.productName()));
        kinds.add(texts.intern(certificate.kind()));
        models.add(texts.intern(certificate.models()));
        standards.add(texts.intern(certificate.standard()));
        issued.add(day(certificate.issued()));
        expires.add(day(certificate.expires()));
        statuses.add(certificate.status().ordinal());
        statusDates.add(day(certificate.statusDate()));
        files.add(place.file());
        lines.add(place.line());
        return row;
    }

    /** Adds models to those of a row, for a certificate that the registry writes in several rows. */
    void addModels(int row, String more, Place place) {
        furtherPlaces.computeIfAbsent(row, r -> new ArrayList<>(1)).add(place);
        furtherModels.computeIfAbsent(row, r -> new ArrayList<>(1)).add(texts.intern(more));
    }

    /** Where a certificate begins. */
    Place place(int row) {
        return new Place(files.get(row), lines.get(row));
    }

    /** Where all of a certificate stands. */
    List<Place> places(int row) {
        return Stream.concat(Stream.of(place(row)), furtherPlaces.getOrDefault(row, List.of()).stream())
                .toList();
    }

    /** The certificate of that row. */
    Certificate get(int row) {
        int written = writtenNumbers.get(row);
        return new Certificate(
                written == AS_NORMALISED ? numbers.get(row) : texts.get(written),
                category(row),
                texts.get(bodies.get(row)),
                texts.get(holders.get(row)),
                texts.get(makers.get(row)),
                brand(row),
                texts.get(productNames.get(row)),
                texts.get(kinds.get(row)),
                models(row),
                texts.get(standards.get(row)),
                date(issued.get(row)),
                date(expires.get(row)),
                STATUSES[statuses.get(row)],
                date(statusDates.get(row)));
    }

    /** How many certificates of a category stand how on a day. */
    Map<CertificateStanding, Integer> census(String category, LocalDate on) {
        Map<CertificateStanding, Integer> census = new EnumMap<>(CertificateStanding.class);
        int wanted = texts.find(category);
        int day = DateRanges.day(on);
        for (int row = 0; row < size(); row++) {
            if (categories.get(row) == wanted) {
                census.merge(standing(row, day), 1, Integer::sum);
            }
        }
        return census;
    }

    /** How a certificate stands on an epoch day. */
    CertificateStanding standing(int row, int day) {
        CertificateStatus status = STATUSES[statuses.get(row)];
        if (status != CertificateStatus.VALID && statusDates.get(row) <= day) {
            return CertificateStanding.of(status);
        }
        if (issued.get(row) > day) {
            return CertificateStanding.NOT_YET_ISSUED;
        }
        boolean expired = expires.get(row) != NO_DATE && expires.get(row) < day;
        return expired ? CertificateStanding.EXPIRED : CertificateStanding.VALID;
    }

    /** Whether the number of a row, which is normalised, begins with these bytes. */
    boolean numberStartsWith(int row, byte[] beginning) {
        return numbers.startsWith(row, beginning);
    }

    /** A test of certificates' texts. */
    TextTest test(Predicate<String> test) {
        return new TextTest(test);
    }

    /** A test of a certificate's texts that looks at each text once, however many certificates have it. */
    final class TextTest {

        private final Predicate<String> test;
        private final BitSet known = new BitSet(texts.size());
        private final BitSet passed = new BitSet(texts.size());

        private TextTest(Predicate<String> test) {
            this.test = test;
        }

        boolean passesBrand(int row) {
            return passes(brands.get(row));
        }

        boolean passesHolder(int row) {
            return passes(holders.get(row));
        }

        boolean passesMaker(int row) {
            return passes(makers.get(row));
        }

        boolean passesCategory(int row) {
            return passes(categories.get(row));
        }

        private boolean passes(int text) {
            if (!known.get(text)) {
                known.set(text);
                passed.set(text, test.test(texts.get(text)));
            }
            return passed.get(text);
        }
    }

    String category(int row) {
        return texts.get(categories.get(row));
    }

    String brand(int row) {
        return texts.get(brands.get(row));
    }

    String models(int row) {
        String first = texts.get(models.get(row));
        List<Integer> further = furtherModels.getOrDefault(row, List.of());
        return further.isEmpty()
                ? first
                : first + further.stream().map(text -> "；" + texts.get(text)).collect(Collectors.joining());
    }

    private static int day(Optional<LocalDate> date) {
        return date.map(DateRanges::day).orElse(NO_DATE);
    }

    private static Optional<LocalDate> date(int day) {
        return day == NO_DATE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }
}
