package org.greenaudit.portal.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.portal.desk.Visit;

/** What the pages of catalogs call their facts. */
final class CatalogWords {

    private CatalogWords() {}

    /** A list's title. */
    static String title(Visit visit, ProductList list) {
        return visit.messages().english() ? list.titleEn() : list.titleZh();
    }

    /** How a certificate stands. */
    static String standing(Visit visit, CertificateStanding standing) {
        return visit.say("portal.standing." + standing.id());
    }

    /** How far a registry is whole. */
    static String completeness(Visit visit, RegistryCompleteness completeness) {
        return visit.say("portal.completeness." + id(completeness));
    }

    /** The word of {@code registry.yaml}. */
    static String id(RegistryCompleteness completeness) {
        return completeness.name().toLowerCase(Locale.ROOT);
    }

    /** What a table's rows say of their provenance, in one text. */
    static String provenance(Visit visit, CatalogTableFile table) {
        boolean several = table.provenance().size() > 1;
        return table.provenance().entrySet().stream()
                .map(column -> (several ? visit.say("portal.catalogs.column." + column.getKey()) + " " : "")
                        + column.getValue().entrySet().stream()
                                .map(word -> visit.say("portal.provenance." + word.getKey()) + " " + word.getValue())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** The day that a parameter names; empty for what is none. */
    static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A last day; nothing where there is none. */
    static String until(LocalDate day) {
        return day.equals(LocalDate.MAX) ? "" : day.toString();
    }
}
