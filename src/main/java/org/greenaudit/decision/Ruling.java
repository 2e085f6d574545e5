package org.greenaudit.decision;

import java.time.LocalDate;
import java.util.Optional;

/** What a person decided about a finding: a record under one list. */
public sealed interface Ruling {

    /** The kind's name in files. */
    String kind();

    /**
     * The goods are that listed item.
     *
     * @param entryId the row of the list
     */
    record Item(String entryId) implements Ruling {
        @Override
        public String kind() {
            return "item";
        }
    }

    /** The goods are no item of the list. */
    record NotListed() implements Ruling {
        @Override
        public String kind() {
            return "not-listed";
        }
    }

    /**
     * A fact that the feed left out.
     *
     * @param fact which
     * @param value what it is, as a feed would say it
     */
    record Fact(FactKind fact, String value) implements Ruling {
        @Override
        public String kind() {
            return "fact";
        }
    }

    /**
     * A certificate that the bureau has confirmed.
     *
     * @param number its number
     * @param from its first day, where it is known
     * @param to its last day, where it is known
     */
    record Certificate(String number, Optional<LocalDate> from, Optional<LocalDate> to) implements Ruling {
        @Override
        public String kind() {
            return "certificate";
        }

        /** Whether it was in force on a day, as far as its days are known. */
        public boolean inForce(LocalDate day) {
            return from.filter(day::isBefore).isEmpty()
                    && to.filter(day::isAfter).isEmpty();
        }
    }

    /**
     * An exemption: approved where there is a number, and else justified by the decision's reason.
     *
     * @param approvalNo 批准文号; may be empty
     */
    record Exemption(String approvalNo) implements Ruling {
        @Override
        public String kind() {
            return "exemption";
        }
    }

    /** A violation that was looked at and is one. */
    record Confirmed() implements Ruling {
        @Override
        public String kind() {
            return "confirmed";
        }
    }

    /** A suspicion (C01, C03) that was looked at and is none. */
    record Dismissed() implements Ruling {
        @Override
        public String kind() {
            return "dismissed";
        }
    }
}
