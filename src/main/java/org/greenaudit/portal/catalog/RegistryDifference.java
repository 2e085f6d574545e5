package org.greenaudit.portal.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.RegistryContents;

/**
 * What a registry changes against another. Certificates are told apart by their numbers.
 *
 * @param fresh those that only the new one has
 * @param gone those that only the old one has
 * @param status those whose status differs
 * @param other those that differ in anything else
 */
record RegistryDifference(Part fresh, Part gone, Part status, Part other) {

    private static final int EXAMPLES = 10;

    /** A certificate for example; what it was is empty for a new one, what it is for one that is gone. */
    record Example(Optional<Certificate> was, Optional<Certificate> is) {}

    /**
     * Certificates that differ in the same way.
     *
     * @param count how many
     * @param examples the first of them
     */
    record Part(int count, List<Example> examples) {}

    /** Counts what differs. */
    static RegistryDifference between(CertificateRegistry old, CertificateRegistry current) {
        Counter fresh = new Counter();
        Counter gone = new Counter();
        Counter status = new Counter();
        Counter other = new Counter();
        RegistryContents contents = current.contents();
        for (int place = 0; place < current.size(); place++) {
            Certificate is = contents.at(place, LocalDate.MIN).certificate();
            Optional<Certificate> was = old.byNumber(is.number());
            if (was.isEmpty()) {
                fresh.add(was, Optional.of(is));
            } else if (was.get().status() != is.status()) {
                status.add(was, Optional.of(is));
            } else if (!was.get().equals(is)) {
                other.add(was, Optional.of(is));
            }
        }
        for (int place = 0; place < old.size(); place++) {
            Certificate was = old.contents().at(place, LocalDate.MIN).certificate();
            if (current.byNumber(was.number()).isEmpty()) {
                gone.add(Optional.of(was), Optional.empty());
            }
        }
        return new RegistryDifference(fresh.part(), gone.part(), status.part(), other.part());
    }

    private static final class Counter {

        private int count;
        private final List<Example> examples = new ArrayList<>();

        void add(Optional<Certificate> was, Optional<Certificate> is) {
            count++;
            if (examples.size() < EXAMPLES) {
                examples.add(new Example(was, is));
            }
        }

        Part part() {
            return new Part(count, List.copyOf(examples));
        }
    }
}
