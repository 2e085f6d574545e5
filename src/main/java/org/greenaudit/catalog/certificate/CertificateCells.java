package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.Optional;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.message.Text;
import org.greenaudit.text.DateParser;
import org.greenaudit.text.EmptyWords;
import org.greenaudit.text.NameKeys;

/** Reads the cells of one certificate row that mean the same in every catalog, and reports those that it cannot. */
final class CertificateCells {

    private final CertificateRow row;
    private final FileProblems problems;

    CertificateCells(CertificateRow row, FileProblems problems) {
        this.row = row;
        this.problems = problems;
    }

    void checkNumber() {
        if (ModelKeys.normalise(row.get(CertificateColumn.NUMBER)).isEmpty()) {
            problem(CertificateColumn.NUMBER, Text.of("registry.problem.number"));
        }
    }

    /** Without models check 4 would refuse every purchase, as if the certificate were for another product. */
    void checkModels() {
        if (CoveredModels.parse(row.get(CertificateColumn.MODELS)).isEmpty()) {
            problem(CertificateColumn.MODELS, Text.of("registry.problem.models"));
        }
    }

    /** What a text describes and does not name, only the certificate's annex can tell: such purchases stay undetermined. */
    void warnOfDescribedModels() {
        if (CoveredModels.parse(row.get(CertificateColumn.MODELS)).describes()) {
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
        problem(CertificateColumn.STATUS, Text.of("registry.problem.status"));
        return Optional.empty();
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

    /** Without them check 3 cannot tell whether the certificate was in force, and leaves the line open. */
    void warnOfMissingDates(CertificateStatus status) {
        warnIfBlank(CertificateColumn.ISSUED);
        warnIfBlank(CertificateColumn.EXPIRES);
        if (status != CertificateStatus.VALID) {
            warnIfBlank(CertificateColumn.STATUS_DATE);
        }
    }

    private void warnIfBlank(CertificateColumn column) {
        if (row.get(column).isEmpty()) {
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
