package org.greenaudit.catalog;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.greenaudit.message.Text;

/** Makes a certificate of a row and reports every cell that cannot be read. */
final class CertificateParser {

    private final Map<String, String> categories = new LinkedHashMap<>();
    private final Function<String, Optional<String>> kindOf;

    /**
     * @param categories the known 认证类别
     * @param kindOf the product kind that an entry id, kind name or product name stands for
     */
    CertificateParser(Set<String> categories, Function<String, Optional<String>> kindOf) {
        categories.stream().sorted().forEach(category -> this.categories.put(NameTexts.normalise(category), category));
        this.kindOf = kindOf;
    }

    /** The row's certificate; empty when a cell that must be readable is not, each of which is reported. */
    Optional<Certificate> parse(CertificateRow row, FileProblems problems) {
        long before = problems.count();
        if (Models.normalise(row.get(CertificateColumn.NUMBER)).isEmpty()) {
            problem(row, CertificateColumn.NUMBER, problems, Text.of("registry.problem.number"));
        }
        Optional<String> category = category(row, problems);
        Optional<CertificateStatus> status = status(row, problems);
        Optional<LocalDate> issued = date(row, CertificateColumn.ISSUED, problems);
        Optional<LocalDate> expires = date(row, CertificateColumn.EXPIRES, problems);
        Optional<LocalDate> statusDate = date(row, CertificateColumn.STATUS_DATE, problems);
        if (issued.isPresent() && expires.isPresent() && expires.get().isBefore(issued.get())) {
            problem(
                    row,
                    CertificateColumn.EXPIRES,
                    problems,
                    Text.of("registry.problem.expires-before-issued", issued.get()));
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new Certificate(
                row.get(CertificateColumn.NUMBER),
                category.orElseThrow(),
                row.get(CertificateColumn.BODY),
                row.get(CertificateColumn.HOLDER),
                row.get(CertificateColumn.BRAND),
                row.get(CertificateColumn.PRODUCT_NAME),
                kind(row),
                row.get(CertificateColumn.MODELS),
                row.get(CertificateColumn.STANDARD),
                issued,
                expires,
                status.orElseThrow(),
                statusDate));
    }

    private Optional<String> category(CertificateRow row, FileProblems problems) {
        String cell = row.get(CertificateColumn.CATEGORY);
        Optional<String> category = Optional.ofNullable(categories.get(cell))
                .or(() -> Optional.ofNullable(categories.get(NameTexts.normalise(cell))));
        if (category.isEmpty()) {
            String known = String.join(" | ", categories.values());
            problem(row, CertificateColumn.CATEGORY, problems, Text.of("registry.problem.category", known));
        }
        return category;
    }

    private static Optional<CertificateStatus> status(CertificateRow row, FileProblems problems) {
        String cell = Nfkc.of(row.get(CertificateColumn.STATUS)).replace(" ", "");
        for (CertificateStatus status : CertificateStatus.values()) {
            if (cell.equals(status.label()) || cell.equalsIgnoreCase(status.name())) {
                return Optional.of(status);
            }
        }
        problem(row, CertificateColumn.STATUS, problems, Text.of("registry.problem.status"));
        return Optional.empty();
    }

    private static Optional<LocalDate> date(CertificateRow row, CertificateColumn column, FileProblems problems) {
        String cell = row.get(column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = RegistryDates.parse(cell);
        if (date.isEmpty()) {
            problem(row, column, problems, Text.of("registry.problem.date"));
        }
        return date;
    }

    private String kind(CertificateRow row) {
        return kindOf(row.get(CertificateColumn.PRODUCT_CLASS))
                .or(() -> kindOf(row.get(CertificateColumn.PRODUCT_NAME)))
                .orElse("");
    }

    private Optional<String> kindOf(String text) {
        return text.isEmpty() ? Optional.empty() : kindOf.apply(text);
    }

    private static void problem(CertificateRow row, CertificateColumn column, FileProblems problems, Text text) {
        problems.add(row.line(), column.label(), row.get(column), text);
    }
}
