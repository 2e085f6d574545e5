package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateStatus;

/**
 * On which days some certificate of a category, kind and brand is in force. A certificate is in force from its issue to
 * its expiry and before the day it is suspended, cancelled or revoked. An unknown date limits nothing, because the
 * question is whether something might be certified.
 */
final class ValidityIndex {

    private static final int ANY_BRAND = TextPool.ABSENT - 1;

    private record Group(int category, int kind, int brand) {}

    private final TextPool texts = new TextPool();
    private final Map<Group, DateRanges> days = new HashMap<>();

    /** Adds a certificate with the canonical brands it names; none stands for every brand. */
    void add(Certificate certificate, Set<String> brands) {
        int first = certificate.issued().map(DateRanges::day).orElse(Integer.MIN_VALUE);
        int last = certificate.expires().map(DateRanges::day).orElse(Integer.MAX_VALUE);
        if (certificate.status() != CertificateStatus.VALID
                && certificate.statusDate().isPresent()) {
            last = Math.min(last, DateRanges.day(certificate.statusDate().get()) - 1);
        }
        int category = texts.intern(certificate.category());
        int kind = texts.intern(certificate.kind());
        add(new Group(category, kind, ANY_BRAND), first, last);
        for (String brand : brands.isEmpty() ? Set.of("") : brands) {
            add(new Group(category, kind, texts.intern(brand)), first, last);
        }
    }

    private void add(Group group, int first, int last) {
        days.computeIfAbsent(group, g -> new DateRanges()).add(first, last);
    }

    /**
     * Whether some certificate of the kind, or of unknown kind, is in force on a day.
     *
     * @param brand canonical; empty for any brand
     */
    boolean anyInForce(String category, String kind, String brand, LocalDate on) {
        int day = DateRanges.day(on);
        return inForce(category, kind, brand, day) || inForce(category, "", brand, day);
    }

    private boolean inForce(String category, String kind, String brand, int day) {
        int categoryId = texts.find(category);
        int kindId = texts.find(kind);
        if (brand.isEmpty()) {
            return holds(new Group(categoryId, kindId, ANY_BRAND), day);
        }
        return holds(new Group(categoryId, kindId, texts.find(brand)), day)
                || holds(new Group(categoryId, kindId, texts.find("")), day);
    }

    private boolean holds(Group group, int day) {
        DateRanges ranges = days.get(group);
        return ranges != null && ranges.holds(day);
    }
}
