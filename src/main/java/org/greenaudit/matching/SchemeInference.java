package org.greenaudit.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.matching.SchemeInference.Reading.Ground;
import org.greenaudit.matching.phrase.NameReading;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.text.NormalizedText;

/**
 * Finds the catalogue that a category code is written in, since the same digits mean different things in 2013 and 2022.
 * Evidence in order: the row's own scheme; a name agreeing with the code in exactly one scheme; a code that exists in
 * one scheme only; the default of the contract date. A name against the declared or default scheme is believed, and a
 * note says so. Where nothing tells, two meanings of the same digits stay possible, except before the switch date, when
 * the 2022 catalogue was not in use.
 */
final class SchemeInference {

    private static final int LENGTH_2022 = 9;

    private final NameAgreement agreement;
    private final SchemeDefault schemeDefault;

    /**
     * In which catalogue a line's code is read.
     *
     * @param code the code; empty when the line has none
     * @param scheme the catalogue that the evidence favours; empty exactly when there is no code
     * @param alternative the other catalogue where the evidence cannot exclude it
     * @param known whether the code is known to exist in the favoured catalogue
     * @param ground what the reading rests on
     * @param notes warnings, such as a name believed against the code's declared catalogue
     */
    record Reading(
            Optional<CategoryCode> code,
            Optional<CategoryScheme> scheme,
            Optional<CategoryScheme> alternative,
            boolean known,
            Ground ground,
            List<Text> notes) {

        /** What the reading of a code rests on, in the order of evidence. */
        enum Ground {
            /** There is no code. */
            NO_CODE,
            /** The row's own word. */
            DECLARED,
            /** Category or item name agree with the code in one catalogue only. */
            NAME,
            /** The code exists in one catalogue only. */
            ONLY_THERE,
            /** The other catalogue was not yet in use. */
            NOT_YET_IN_USE,
            /** The default of the contract date; nothing supports the other catalogue. */
            DEFAULT,
            /** Category and item name agree with the code in different catalogues. */
            NAMES_DISAGREE,
            /** No name agrees with the code in one catalogue only, and it means different things in the two. */
            NOTHING_TELLS
        }

        /** A line without a code. */
        static final Reading NO_CODE =
                new Reading(Optional.empty(), Optional.empty(), Optional.empty(), false, Ground.NO_CODE, List.of());
    }

    SchemeInference(NameAgreement agreement, SchemeDefault schemeDefault) {
        this.agreement = agreement;
        this.schemeDefault = schemeDefault;
    }

    /** Reads the line's code. */
    Reading read(LineText text, NameReading item, NameReading category) {
        PurchaseLine line = text.line();
        Optional<CategoryCode> parsed = CategoryCode.parse(line.categoryCode());
        if (parsed.isEmpty()) {
            return Reading.NO_CODE;
        }
        CategoryCode code = parsed.get();
        String digits = line.categoryCode();
        Optional<CategoryScheme> own = own(line.categoryScheme());
        boolean in2022 = digits.length() == LENGTH_2022 && agreement.known(CategoryScheme.GPC2022, code);
        boolean in2013 = digits.length() != LENGTH_2022 || !digits.endsWith("00");
        CategoryScheme byDate = schemeDefault.on(line.contractDate());
        if (in2022 != in2013) {
            return only(in2022 ? CategoryScheme.GPC2022 : CategoryScheme.GPC2013, own, code);
        }
        if (!in2022) {
            return decided(own.orElse(byDate), code, own.isPresent() ? Ground.DECLARED : Ground.DEFAULT, List.of());
        }
        Optional<CategoryScheme> byCategory = vote(code, text.category(), category);
        Optional<CategoryScheme> byItem = vote(code, text.item(), item);
        if (byCategory.isPresent() && byItem.isPresent() && !byCategory.equals(byItem)) {
            return own.isPresent()
                    ? decided(own.get(), code, Ground.DECLARED, List.of())
                    : undecided(byDate, code, Ground.NAMES_DISAGREE);
        }
        Optional<CategoryScheme> byName = byCategory.or(() -> byItem);
        if (byName.isPresent()) {
            return named(byName.get(), own, byDate, code);
        }
        if (own.isPresent()) {
            return decided(own.get(), code, Ground.DECLARED, List.of());
        }
        if (byDate == CategoryScheme.GPC2013) {
            return decided(byDate, code, Ground.NOT_YET_IN_USE, List.of());
        }
        boolean plain = agreement.agreesPlainly(byDate, code, text.category(), category)
                || agreement.agreesPlainly(byDate, code, text.item(), item);
        return agreement.differs(code) && !plain
                ? undecided(byDate, code, Ground.NOTHING_TELLS)
                : decided(byDate, code, Ground.DEFAULT, List.of());
    }

    private Optional<CategoryScheme> vote(CategoryCode code, NormalizedText name, NameReading reading) {
        boolean old = agreement.agrees(CategoryScheme.GPC2013, code, name, reading);
        boolean current = agreement.agrees(CategoryScheme.GPC2022, code, name, reading);
        if (old == current) {
            return Optional.empty();
        }
        return Optional.of(old ? CategoryScheme.GPC2013 : CategoryScheme.GPC2022);
    }

    private Reading named(
            CategoryScheme believed, Optional<CategoryScheme> own, CategoryScheme byDate, CategoryCode code) {
        CategoryScheme expected = own.orElse(byDate);
        if (believed == expected) {
            return decided(believed, code, own.isPresent() ? Ground.DECLARED : Ground.NAME, List.of());
        }
        List<Text> notes = new ArrayList<>();
        notes.add(Text.of(
                "note.scheme-from-name", code, believed.year(), agreement.name(believed, code), expected.year()));
        return decided(believed, code, Ground.NAME, notes);
    }

    private Reading only(CategoryScheme scheme, Optional<CategoryScheme> own, CategoryCode code) {
        return own.isPresent() && own.get() != scheme
                ? decided(
                        scheme,
                        code,
                        Ground.ONLY_THERE,
                        List.of(Text.of(
                                "note.scheme-impossible", code, own.get().year(), scheme.year())))
                : decided(scheme, code, Ground.ONLY_THERE, List.of());
    }

    private Reading decided(CategoryScheme scheme, CategoryCode code, Ground ground, List<Text> notes) {
        return new Reading(
                Optional.of(code), Optional.of(scheme), Optional.empty(), agreement.known(scheme, code), ground, notes);
    }

    private Reading undecided(CategoryScheme favoured, CategoryCode code, Ground ground) {
        CategoryScheme other = favoured == CategoryScheme.GPC2022 ? CategoryScheme.GPC2013 : CategoryScheme.GPC2022;
        return new Reading(
                Optional.of(code),
                Optional.of(favoured),
                Optional.of(other),
                agreement.known(favoured, code),
                ground,
                List.of());
    }

    private static Optional<CategoryScheme> own(String declared) {
        for (CategoryScheme scheme : CategoryScheme.values()) {
            if (scheme.year().equals(declared)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }
}
