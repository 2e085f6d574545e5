package org.greenaudit.catalog.certificate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.RegistryContents;
import org.greenaudit.catalog.name.BoughtBrand;
import org.greenaudit.catalog.name.BoughtModel;
import org.greenaudit.catalog.name.CertificateReading;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.text.NameKeys;

/**
 * Looks into a registry: by brand and model through its indexes, by anything else in one pass over its columns, where each text is
 * looked at once.
 */
final class RegistrySearch implements RegistryContents {

    private final CertificateColumns certificates;
    private final Set<String> categories;
    private final CoverageIndex index;
    private final Map<String, Integer> furtherNumbers;
    private final CertificateCoverage coverage;
    private final BrandAliases brands;
    private final String note;
    private final List<Source> sources;

    RegistrySearch(
            CertificateColumns certificates,
            Set<String> categories,
            CoverageIndex index,
            Map<String, Integer> furtherNumbers,
            CertificateCoverage coverage,
            BrandAliases brands,
            String note,
            List<Source> sources) {
        this.certificates = certificates;
        this.categories = categories;
        this.index = index;
        this.furtherNumbers = furtherNumbers;
        this.coverage = coverage;
        this.brands = brands;
        this.note = note;
        this.sources = sources;
    }

    @Override
    public String note() {
        return note;
    }

    @Override
    public List<Source> sources() {
        return sources;
    }

    @Override
    public Optional<Integer> placeOf(String number) {
        int own = certificates.rowOf(number);
        return own == TextPool.ABSENT
                ? Optional.ofNullable(furtherNumbers.get(ModelKeys.normalise(number)))
                : Optional.of(own);
    }

    @Override
    public Match at(int place, LocalDate on) {
        return match(place, DateRanges.day(on), false);
    }

    @Override
    public List<String> rows(int place) {
        return certificates.places(place).stream()
                .map(at -> sources.get(at.file()).name() + ":" + at.line())
                .toList();
    }

    @Override
    public Matches search(Query query, int skip, int most) {
        int day = DateRanges.day(query.on());
        IntPredicate wanted = wanted(query, day);
        Map<Integer, Boolean> ofModel = query.model().isBlank() ? Map.of() : ofModel(query);
        IntStream rows = query.model().isBlank()
                ? IntStream.range(0, certificates.size())
                : ofModel.keySet().stream().mapToInt(Integer::intValue);
        List<Match> shown = new ArrayList<>();
        int[] count = new int[1];
        rows.filter(wanted).forEach(row -> {
            if (count[0] >= skip && shown.size() < most) {
                shown.add(match(row, day, ofModel.getOrDefault(row, false)));
            }
            count[0]++;
        });
        return new Matches(count[0], shown);
    }

    private Match match(int row, int day, boolean perhaps) {
        return new Match(row, certificates.get(row), certificates.standing(row, day), perhaps);
    }

    private IntPredicate wanted(Query query, int day) {
        List<IntPredicate> tests = new ArrayList<>();
        if (!query.category().isEmpty()) {
            tests.add(certificates.test(query.category()::equals)::passesCategory);
        }
        query.standing().ifPresent(standing -> tests.add(row -> certificates.standing(row, day) == standing));
        String number = ModelKeys.normalise(query.number());
        if (!number.isEmpty()) {
            byte[] beginning = number.getBytes(StandardCharsets.UTF_8);
            Set<Integer> further = further(number);
            tests.add(row -> certificates.numberStartsWith(row, beginning) || further.contains(row));
        }
        // of a model the brand has been looked at
        if (!query.brand().isBlank() && query.model().isBlank()) {
            tests.add(ofBrand(query.brand()));
        }
        String holder = NameKeys.normalise(query.holder());
        if (!holder.isEmpty()) {
            CertificateColumns.TextTest named =
                    certificates.test(text -> NameKeys.normalise(text).contains(holder));
            tests.add(row -> named.passesHolder(row) || named.passesMaker(row));
        }
        return tests.stream().reduce(IntPredicate::and).orElse(row -> true);
    }

    /** The certificates that have a further number which begins so. */
    private Set<Integer> further(String beginning) {
        return furtherNumbers.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(beginning))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /** The certificates that name a brand, or a company that is called so. */
    private IntPredicate ofBrand(String brand) {
        List<BoughtBrand.Name> names = coverage.read(brand).names();
        Set<String> wanted = names.stream().map(BoughtBrand.Name::brand).collect(Collectors.toSet());
        Set<String> companies = names.stream().map(BoughtBrand.Name::company).collect(Collectors.toSet());
        CertificateColumns.TextTest named =
                certificates.test(cell -> !Collections.disjoint(CertificateReading.brandsOf(cell, brands), wanted));
        CertificateColumns.TextTest owned =
                certificates.test(cell -> !Collections.disjoint(CertificateReading.companiesOf(cell), companies));
        return row -> named.passesBrand(row) || owned.passesHolder(row) || owned.passesMaker(row);
    }

    /** The certificates of a model in their order, and whether each only may mean it. */
    private Map<Integer, Boolean> ofModel(Query query) {
        Map<Integer, Boolean> rows = new TreeMap<>();
        boolean anyBrand = brands.canonical(query.brand()).isEmpty();
        BoughtModel bought = coverage.bought(anyBrand ? "" : query.brand(), query.model());
        for (String category : categories) {
            for (int row : candidates(category, bought, anyBrand)) {
                Certificate certificate = certificates.get(row);
                BoughtModel own = anyBrand ? coverage.bought(certificate.brand(), query.model()) : bought;
                if (coverage.covers(certificate, own)) {
                    rows.put(row, false);
                } else if (!anyBrand && coverage.mightCover(certificate, own)) {
                    rows.put(row, true);
                }
            }
        }
        return rows;
    }

    private Set<Integer> candidates(String category, BoughtModel bought, boolean anyBrand) {
        if (anyBrand) {
            return index.rowsOfAnyBrand(category, bought);
        }
        BoughtBrand brand = coverage.read(bought.brand());
        Set<Integer> rows = new HashSet<>(index.rows(category, brand, bought));
        rows.addAll(index.rowsPerhaps(category, brand, bought));
        return rows;
    }
}
