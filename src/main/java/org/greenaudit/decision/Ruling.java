package org.greenaudit.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greenaudit.message.Text;
import org.greenaudit.rules.Outcome;

/** What a person decided about a finding: a record under one list. */
public sealed interface Ruling {

    /** The names of all kinds, those first that are decided most. */
    List<String> KINDS = List.of("certificate", "exemption", "fact", "not-listed", "item", "confirmed", "dismissed");

    /** The kind's name in files. */
    String kind();

    /**
     * The kinds that may be decided about a finding.
     *
     * @param rule the rule of a violation or an open suspicion; may be empty
     */
    static List<String> kinds(Outcome outcome, String rule) {
        return KINDS.stream()
                .filter(kind -> !kind.equals("confirmed") || outcome == Outcome.VIOLATION)
                .filter(kind -> !kind.equals("dismissed") || Dismissed.isAbout(rule))
                .toList();
    }

    /**
     * Whether only one of the two can hold: facts of different kinds can both, and a fact beside a conclusion, and so can what
     * the goods are beside how they are certified, exempt or in violation.
     */
    default boolean excludes(Ruling other) {
        if (this instanceof Fact one && other instanceof Fact two) {
            return one.fact() == two.fact();
        }
        if (this instanceof Fact || other instanceof Fact) {
            return false;
        }
        return isOfGoods(this) == isOfGoods(other) || !(this instanceof Item || other instanceof Item);
    }

    private static boolean isOfGoods(Ruling ruling) {
        return ruling instanceof Item || ruling instanceof NotListed || ruling instanceof Dismissed;
    }

    /** Whether it answers as well whether goods were bought or a service, which is asked of a line and not of a list. */
    static boolean isOfGoodsOrService(Ruling ruling) {
        return ruling instanceof Item || ruling instanceof Dismissed;
    }

    /** What was decided, with what was given for it. */
    default Text text() {
        return Text.of("decision.kind." + kind());
    }

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

        @Override
        public Text text() {
            return Text.of("decision.ruling.item", entryId);
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

        @Override
        public Text text() {
            return Text.of("decision.ruling.fact", "@decision.fact." + fact.id(), value);
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

        @Override
        public Text text() {
            return from.isEmpty() && to.isEmpty()
                    ? Text.of("decision.ruling.certificate", number)
                    : Text.of("decision.ruling.certificate-days", number, day(from), day(to));
        }

        private static String day(Optional<LocalDate> day) {
            return day.map(LocalDate::toString).orElse("…");
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

        @Override
        public Text text() {
            return approvalNo.isEmpty() ? Ruling.super.text() : Text.of("decision.ruling.exemption", approvalNo);
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

        /** The suspicion that is about a line and not about a list: a service was bought, and no goods. */
        static final String GOODS_OR_SERVICE = "C03";

        private static final List<String> SUSPICIONS = List.of("C01", GOODS_OR_SERVICE);

        @Override
        public String kind() {
            return "dismissed";
        }

        /** Whether a verdict of that rule is a suspicion, so that there is something to dismiss. */
        static boolean isAbout(String rule) {
            return SUSPICIONS.contains(rule);
        }
    }
}
