package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.message.Text;
import org.greenaudit.text.DateParser;
import org.greenaudit.text.EmptyWords;
import org.greenaudit.text.NameKeys;

/** Reads the cells of one certificate row that mean the same in every catalog, and reports those that it cannot. */
final class CertificateCells {

    private static final Pattern DAY = Pattern.compile(
            "[0-9]{4}\\s*[-年./]\\s*[0-9]{1,2}\\s*[-月./]\\s*[0-9]{1,2}\\s*日?|(?<![0-9])[0-9]{8}(?![0-9])");

    private final CertificateRow row;
    private final CoveredModels models;
    private final CertificateWords words;
    private final FileProblems problems;

    CertificateCells(CertificateRow row, CertificateWords words, FileProblems problems) {
        this.row = row;
        this.models = CoveredModels.parse(row.get(CertificateColumn.MODELS));
        this.words = words;
        this.problems = problems;
    }

    void checkNumber() {
        if (ModelKeys.normalise(row.get(CertificateColumn.NUMBER)).isEmpty()) {
            problem(CertificateColumn.NUMBER, Text.of("registry.problem.number"));
        }
    }

    /** Without models check 4 would refuse every purchase, as if the certificate were for another product. */
    void checkModels() {
        if (models.isEmpty()) {
            problem(CertificateColumn.MODELS, Text.of("registry.problem.models"));
        }
    }

    /** What a text describes and does not name, only the certificate's annex can tell: such purchases stay undetermined. */
    void warnOfDescribedModels() {
        if (models.describes()) {
            warn(CertificateColumn.MODELS, Text.of("registry.warning.models", row.get(CertificateColumn.NUMBER)));
        }
    }

    /** The brand; a placeholder is none, and the models alone count. */
    String brand() {
        String brand = row.get(CertificateColumn.BRAND);
        return EmptyWords.isPlaceholder(brand) ? "" : brand;
    }

    Optional<CertificateStatus> status() {
        String cell = NameKeys.readable(row.get(CertificateColumn.STATUS));
        for (CertificateStatus status : CertificateStatus.values()) {
            if (cell.equals(status.label()) || cell.equalsIgnoreCase(status.name())) {
                return Optional.of(status);
            }
        }
        Optional<CertificateStatus> other = Optional.ofNullable(words.statuses().get(NameKeys.normalise(cell)));
        if (other.isEmpty()) {
            problem(CertificateColumn.STATUS, Text.of("registry.problem.status"));
        }
        return other;
    }

    /** The date in a cell; a blank one is empty without a report. */
    Optional<LocalDate> date(CertificateColumn column) {
        String cell = row.get(column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = DateParser.day(cell);
        if (date.isEmpty()) {
            problem(column, Text.of("registry.problem.date"));
        }
        return date;
    }

    /** First and last day, each absent where the registry is silent. */
    record Validity(Optional<LocalDate> issued, Optional<LocalDate> expires) {}

    /** The days of validity, from cells of their own or from one that holds both; a day alone is the last. */
    Validity validity() {
        String cell = row.get(CertificateColumn.VALIDITY);
        List<LocalDate> days = DAY.matcher(cell)
                .results()
                .flatMap(day -> DateParser.day(day.group()).stream())
                .toList();
        if (!cell.isEmpty() && (days.isEmpty() || days.size() > 2)) {
            problem(CertificateColumn.VALIDITY, Text.of("registry.problem.validity"));
            return new Validity(Optional.empty(), Optional.empty());
        }
        Optional<LocalDate> first = days.size() == 2 ? Optional.of(days.get(0)) : Optional.empty();
        Optional<LocalDate> last = days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1));
        return new Validity(
                date(CertificateColumn.ISSUED).or(() -> first),
                date(CertificateColumn.EXPIRES).or(() -> last));
    }

    /** Without them check 3 cannot tell whether the certificate was in force, and leaves the line open. */
    void warnOfMissingDates(Validity validity, CertificateStatus status) {
        warnIf(validity.issued().isEmpty(), CertificateColumn.ISSUED);
        warnIf(validity.expires().isEmpty(), CertificateColumn.EXPIRES);
        boolean withdrawn = status != CertificateStatus.VALID;
        warnIf(withdrawn && row.get(CertificateColumn.STATUS_DATE).isEmpty(), CertificateColumn.STATUS_DATE);
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
