package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.message.Text;
import org.greenaudit.text.DateParser;
import org.greenaudit.text.EmptyWords;
import org.greenaudit.text.NameKeys;
import org.greenaudit.text.Nfkc;
import org.greenaudit.text.ParsedDate;
import org.greenaudit.text.Remembered;

/** Reads the cells of one certificate row that mean the same in every catalog, and reports those that it cannot. */
final class CertificateCells {

    private static final Pattern WORD_ENDS = Pattern.compile("[()\\[\\]【】<>:,;、。/|\\s-]+");

    private static final Pattern AROUND_WORD = Pattern.compile("^[自从于至到起]+|[起止]$");

    /** The last day of what has none. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final CertificateRow row;
    private final NumberCell number;
    private final CoveredModels models;
    private final Texts texts;
    private final FileProblems problems;

    CertificateCells(CertificateRow row, NumberCell number, CoveredModels models, Texts texts, FileProblems problems) {
        this.row = row;
        this.number = number;
        this.models = models;
        this.texts = texts;
        this.problems = problems;
    }

    /** What the texts of cells mean by themselves: nearly all stand in many rows. Safe for several threads. */
    static final class Texts {

        private final Remembered<Boolean> namesNone = new Remembered<>(EmptyWords::namesNone);
        private final Remembered<Boolean> isPlaceholder = new Remembered<>(EmptyWords::isPlaceholder);
        private final Remembered<Optional<LocalDate>> day = new Remembered<>(RegistryDays::only);
        private final Remembered<Boolean> isEndless;
        private final Remembered<Optional<CertificateStatus>> status;

        Texts(CertificateWords words) {
            this.isEndless = new Remembered<>(text -> isEndless(text, words));
            this.status = new Remembered<>(text -> status(text, words));
        }

        /** 长期, 长期有效（监督合格）: the certificate has no last day as long as its status says that it is in force. */
        private static boolean isEndless(String text, CertificateWords words) {
            String key = NameKeys.normalise(text);
            return words.endless().stream().anyMatch(key::startsWith);
        }

        private static Optional<CertificateStatus> status(String text, CertificateWords words) {
            String word = NameKeys.normalise(text);
            for (CertificateStatus status : CertificateStatus.values()) {
                if (word.equals(status.label()) || word.equalsIgnoreCase(status.name())) {
                    return Optional.of(status);
                }
            }
            return Optional.ofNullable(words.statuses().get(word));
        }
    }

    void checkNumber() {
        if (number.isEmpty()) {
            problem(CertificateColumn.NUMBER, Text.of("registry.problem.number"));
        }
    }

    /** Nobody can be accused of citing a number that the registry may have held. */
    void warnOfLostNumber() {
        if (!number.lost().isEmpty()) {
            warn(CertificateColumn.NUMBER, Text.of("registry.warning.number-lost", String.join(" / ", number.lost())));
        }
        if (!number.ranges().isEmpty()) {
            warn(CertificateColumn.NUMBER, Text.of("registry.warning.number-range", row.get(CertificateColumn.NUMBER)));
        }
    }

    /** What a cell describes or lacks, only the certificate's annex can tell: such purchases stay undetermined. */
    void warnOfUnnamedModels() {
        if (models.describes()) {
            String key = models.isEmpty() ? "registry.warning.models-missing" : "registry.warning.models";
            warn(CertificateColumn.MODELS, Text.of(key, row.get(CertificateColumn.NUMBER)));
        }
    }

    /** What a cell tells; a placeholder and what a spreadsheet left of a value tell nothing. */
    String told(CertificateColumn column) {
        String cell = row.get(column);
        Remembered<Boolean> none = column == CertificateColumn.BRAND ? texts.namesNone : texts.isPlaceholder;
        return none.of(cell) ? "" : cell;
    }

    /** How a certificate stands, and since when; the day is absent where the registry is silent. */
    record Standing(CertificateStatus status, Optional<LocalDate> since) {}

    /**
     * The status, which may have its day and a remark beside it: 暂停（2025-03-01）, 有效（换证）. Words that contradict each
     * other, and 有效 with a remark that nobody knows, are a problem.
     */
    Optional<Standing> standing() {
        Optional<LocalDate> since = date(CertificateColumn.STATUS_DATE);
        String cell = Nfkc.of(row.get(CertificateColumn.STATUS));
        Optional<CertificateStatus> whole = texts.status.of(cell);
        if (whole.isPresent()) {
            return Optional.of(new Standing(whole.get(), since));
        }
        Set<CertificateStatus> named = EnumSet.noneOf(CertificateStatus.class);
        boolean remarked = false;
        for (String word : List.of(WORD_ENDS.split(RegistryDays.without(cell)))) {
            String bare = AROUND_WORD.matcher(word).replaceAll("");
            Optional<CertificateStatus> status = texts.status.of(word).or(() -> texts.status.of(bare));
            status.ifPresent(named::add);
            remarked |= status.isEmpty() && !bare.isEmpty();
        }
        if (named.size() != 1 || (remarked && named.contains(CertificateStatus.VALID))) {
            problem(CertificateColumn.STATUS, Text.of("registry.problem.status"));
            return Optional.empty();
        }
        CertificateStatus status = named.iterator().next();
        List<LocalDate> days = RegistryDays.all(cell);
        boolean dated = status != CertificateStatus.VALID && days.size() == 1;
        return Optional.of(new Standing(status, since.or(() -> dated ? Optional.of(days.get(0)) : Optional.empty())));
    }

    /** The date in a cell; empty without a problem where it is blank, or names a month only and so leaves the day open. */
    Optional<LocalDate> date(CertificateColumn column) {
        String cell = told(column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (column == CertificateColumn.EXPIRES && texts.isEndless.of(cell)) {
            warn(column, Text.of("registry.warning.endless"));
            return Optional.of(NEVER);
        }
        Optional<LocalDate> date = texts.day.of(cell);
        if (date.isEmpty()
                && DateParser.parse(cell).filter(ParsedDate::monthOnly).isEmpty()) {
            problem(column, Text.of("registry.problem.date"));
        }
        return date;
    }

    /** First and last day, each absent where the registry is silent. */
    record Validity(Optional<LocalDate> issued, Optional<LocalDate> expires) {}

    /** The days of validity, from cells of their own or from one that holds both; a day alone is the last. */
    Validity validity() {
        String cell = told(CertificateColumn.VALIDITY);
        if (cell.isEmpty()) {
            return new Validity(date(CertificateColumn.ISSUED), date(CertificateColumn.EXPIRES));
        }
        List<LocalDate> days = RegistryDays.all(cell);
        Optional<String> behind = days.size() == 1 ? Optional.of(RegistryDays.behindFirst(cell)) : Optional.empty();
        if (texts.isEndless.of(cell) || behind.filter(texts.isEndless::of).isPresent()) {
            warn(CertificateColumn.VALIDITY, Text.of("registry.warning.endless"));
            return new Validity(
                    date(CertificateColumn.ISSUED).or(() -> days.stream().findFirst()), Optional.of(NEVER));
        }
        if (days.isEmpty() || days.size() > 2) {
            problem(CertificateColumn.VALIDITY, Text.of("registry.problem.validity"));
            return new Validity(Optional.empty(), Optional.empty());
        }
        Optional<LocalDate> first = days.size() == 2 ? Optional.of(days.get(0)) : Optional.empty();
        LocalDate last = days.get(days.size() - 1);
        return new Validity(
                date(CertificateColumn.ISSUED).or(() -> first),
                date(CertificateColumn.EXPIRES).or(() -> Optional.of(last)));
    }

    /** Without them check 3 cannot tell whether the certificate was in force, and leaves the line open. */
    void warnOfMissingDates(Validity validity, Standing standing) {
        warnIf(validity.issued().isEmpty(), CertificateColumn.ISSUED);
        warnIf(validity.expires().isEmpty(), CertificateColumn.EXPIRES);
        boolean withdrawn = standing.status() != CertificateStatus.VALID;
        warnIf(withdrawn && standing.since().isEmpty(), CertificateColumn.STATUS_DATE);
    }

    private void warnIf(boolean missing, CertificateColumn column) {
        if (missing) {
            warn(column, Text.of("registry.warning.date", row.get(CertificateColumn.NUMBER)));
        }
    }

    void problem(CertificateColumn column, Text text) {
        problems.add(row.line(), column.label(), row.get(column), text);
    }

    void warn(CertificateColumn column, Text text) {
        problems.warn(row.line(), column.label(), row.get(column), text);
    }
}
