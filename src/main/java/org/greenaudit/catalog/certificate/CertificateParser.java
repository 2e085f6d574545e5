package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.message.Text;
import org.greenaudit.text.NameKeys;

/**
 * Makes a certificate of a row. A cell that cannot be read, or that would make the checks answer wrongly, is a problem; a
 * cell whose absence only leaves a check open is a warning.
 */
public final class CertificateParser {

    private final Map<String, String> categories = new LinkedHashMap<>();
    private final boolean categoriesWhole;
    private final ProductClasses classes;
    private final CertificateWords words;

    /**
     * @param categories the known 认证类别
     * @param categoriesWhole false when a list could not be read, so that no 认证类别 can be called unknown
     * @param classes what product classes and names stand for
     * @param words other words of registry exports
     */
    public CertificateParser(
            Set<String> categories, boolean categoriesWhole, ProductClasses classes, CertificateWords words) {
        categories.stream().sorted().forEach(category -> this.categories.put(NameKeys.normalise(category), category));
        this.categoriesWhole = categoriesWhole;
        words.categories().forEach(this.categories::putIfAbsent);
        this.classes = classes;
        this.words = words;
    }

    /** Other words of registry exports. */
    CertificateWords words() {
        return words;
    }

    /** The row's certificate; empty when a cell that must be readable is not, each of which is reported. */
    Optional<Certificate> parse(CertificateRow row, FileProblems problems) {
        long before = problems.count();
        CertificateCells cells = new CertificateCells(row, words, problems);
        if (concernsNoList(row)) {
            String category = row.get(CertificateColumn.CATEGORY);
            cells.warn(CertificateColumn.CATEGORY, Text.of("registry.warning.set-aside", category));
            return Optional.empty();
        }
        cells.checkNumber();
        Optional<String> category = category(row, cells);
        Optional<CertificateStatus> status = cells.status();
        cells.checkModels();
        CertificateCells.Validity validity = cells.validity();
        Optional<LocalDate> issued = validity.issued();
        Optional<LocalDate> expires = validity.expires();
        Optional<LocalDate> statusDate = cells.date(CertificateColumn.STATUS_DATE);
        if (issued.isPresent() && expires.isPresent() && expires.get().isBefore(issued.get())) {
            cells.problem(CertificateColumn.EXPIRES, Text.of("registry.problem.expires-before-issued", issued.get()));
        }
        checkClass(row, cells, category);
        if (problems.count() > before || category.isEmpty()) {
            return Optional.empty();
        }
        cells.warnOfMissingDates(validity, status.orElseThrow());
        cells.warnOfDescribedModels();
        return Optional.of(new Certificate(
                row.get(CertificateColumn.NUMBER),
                category.get(),
                row.get(CertificateColumn.BODY),
                row.get(CertificateColumn.HOLDER),
                row.get(CertificateColumn.MAKER),
                cells.brand(),
                row.get(CertificateColumn.PRODUCT_NAME),
                kind(row),
                row.get(CertificateColumn.MODELS),
                row.get(CertificateColumn.STANDARD),
                issued,
                expires,
                status.orElseThrow(),
                statusDate));
    }

    /** CCC, management systems: an export holds kinds of certificates that no list asks for. */
    boolean concernsNoList(CertificateRow row) {
        String cell = NameKeys.normalise(row.get(CertificateColumn.CATEGORY));
        return categoriesWhole
                && !cell.isEmpty()
                && !categories.containsKey(cell)
                && categories.values().stream().noneMatch(category -> cell.contains(essence(category)));
    }

    /** What a category's name says besides 产品: a cell that holds it may mean the category. */
    private static String essence(String category) {
        String name = NameKeys.normalise(category);
        String essence = name.endsWith("产品") ? name.substring(0, name.length() - 2) : name;
        return essence.isEmpty() ? name : essence;
    }

    private Optional<String> category(CertificateRow row, CertificateCells cells) {
        String cell = row.get(CertificateColumn.CATEGORY);
        Optional<String> category = Optional.ofNullable(categories.get(cell))
                .or(() -> Optional.ofNullable(categories.get(NameKeys.normalise(cell))));
        if (category.isEmpty() && categoriesWhole) {
            String known = String.join(" | ", new TreeSet<>(categories.values()));
            cells.problem(CertificateColumn.CATEGORY, Text.of("registry.problem.category", known));
        }
        return category;
    }

    private void checkClass(CertificateRow row, CertificateCells cells, Optional<String> category) {
        String productClass = row.get(CertificateColumn.PRODUCT_CLASS);
        Optional<String> ofEntry = classes.category(productClass);
        if (ofEntry.isPresent() && category.isPresent() && !ofEntry.equals(category)) {
            Text text = Text.of("registry.problem.class-of-other-list", ofEntry.get(), category.get());
            cells.problem(CertificateColumn.PRODUCT_CLASS, text);
        } else if (classes.whole()
                && !productClass.isEmpty()
                && classes.kind(productClass).isEmpty()) {
            cells.problem(CertificateColumn.PRODUCT_CLASS, Text.of("registry.problem.class"));
        } else if (classes.whole() && productClass.isEmpty() && kind(row).isEmpty()) {
            cells.warn(CertificateColumn.PRODUCT_NAME, Text.of("registry.warning.kind-unknown"));
        }
    }

    private String kind(CertificateRow row) {
        return classes.kind(row.get(CertificateColumn.PRODUCT_CLASS))
                .or(() -> classes.kind(row.get(CertificateColumn.PRODUCT_NAME)))
                .orElse("");
    }
}
