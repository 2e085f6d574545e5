package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.message.Text;
import org.greenaudit.text.NameKeys;
import org.greenaudit.text.Remembered;

/**
 * Makes a certificate of a row. A cell that cannot be read, or that would make the checks answer wrongly, is a problem; a
 * cell whose absence only leaves a check open is a warning. Safe for several threads.
 */
public final class CertificateParser {

    private final Map<String, String> categories = new LinkedHashMap<>();
    private final boolean categoriesWhole;
    private final ProductClasses classes;
    private final CertificateWords words;
    private final CertificateCells.Texts texts;
    private final Remembered<CategoryCell> categoryCells = new Remembered<>(this::categoryCell);

    /**
     * What a 认证类别 cell says.
     *
     * @param known the category that it names
     * @param any whether it may be any: 自愿性产品认证, 产品认证 say nothing that excludes a list's category, nor any that it resembles
     * @param ofNoList whether it is one that no list asks for, as exports hold, too: CCC, management systems
     */
    private record CategoryCell(Optional<String> known, boolean any, boolean ofNoList) {}

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
        this.texts = new CertificateCells.Texts(words);
    }

    /** Other words of registry exports. */
    CertificateWords words() {
        return words;
    }

    /**
     * The row's certificate. Empty when a cell that must be readable is not, each of which is reported, and with a warning
     * alone when the certificate is set aside: its category concerns no list, or is not known and the row not whole.
     *
     * @param number the row's 证书编号 cell
     * @param models its 规格型号 cell
     */
    Optional<CompactRegistry.Entry> parse(
            CertificateRow row, NumberCell number, CoveredModels models, FileProblems problems) {
        CategoryCell category = categoryCells.of(row.get(CertificateColumn.CATEGORY));
        if (category.ofNoList()
                || (category.any()
                        && read(row, number, models, problems.unheard()).isEmpty())) {
            Text text = Text.of("registry.warning.set-aside", row.get(CertificateColumn.CATEGORY));
            problems.warn(row.line(), CertificateColumn.CATEGORY.label(), row.get(CertificateColumn.CATEGORY), text);
            return Optional.empty();
        }
        return read(row, number, models, problems);
    }

    private Optional<CompactRegistry.Entry> read(
            CertificateRow row, NumberCell number, CoveredModels models, FileProblems problems) {
        long before = problems.count();
        CertificateCells cells = new CertificateCells(row, number, models, texts, problems);
        cells.checkNumber();
        Optional<String> category = category(row, cells);
        Optional<CertificateCells.Standing> standing = cells.standing();
        CertificateCells.Validity validity = cells.validity();
        Optional<LocalDate> issued = validity.issued();
        Optional<LocalDate> expires = validity.expires();
        if (issued.isPresent() && expires.isPresent() && expires.get().isBefore(issued.get())) {
            cells.problem(CertificateColumn.EXPIRES, Text.of("registry.problem.expires-before-issued", issued.get()));
        }
        checkClass(cells, category);
        if (problems.count() > before || category.isEmpty()) {
            return Optional.empty();
        }
        if (category.get().isEmpty()) {
            cells.warn(CertificateColumn.CATEGORY, Text.of("registry.warning.category-unknown", number.shown()));
        }
        cells.warnOfLostNumber();
        cells.warnOfMissingDates(validity, standing.orElseThrow());
        cells.warnOfUnnamedModels();
        Certificate certificate = new Certificate(
                number.shown(),
                category.get(),
                row.get(CertificateColumn.BODY),
                cells.told(CertificateColumn.HOLDER),
                cells.told(CertificateColumn.MAKER),
                cells.told(CertificateColumn.BRAND),
                row.get(CertificateColumn.PRODUCT_NAME),
                kind(cells, category.get()),
                row.get(CertificateColumn.MODELS),
                row.get(CertificateColumn.STANDARD),
                issued,
                expires,
                standing.orElseThrow().status(),
                standing.orElseThrow().since());
        return Optional.of(new CompactRegistry.Entry(number, certificate, models));
    }

    private CategoryCell categoryCell(String written) {
        String cell = NameKeys.normalise(written);
        Optional<String> known = Optional.ofNullable(categories.get(cell));
        boolean unknown = known.isEmpty() && categoriesWhole;
        boolean any = unknown
                && !cell.isEmpty()
                && categories.values().stream().noneMatch(category -> cell.contains(essence(category)));
        boolean ofNoList = unknown && words.otherCategories().stream().anyMatch(cell::contains);
        return new CategoryCell(known, any, ofNoList);
    }

    /** What a category's name says besides 产品: a cell that holds it may mean the category. */
    private static String essence(String category) {
        String name = NameKeys.normalise(category);
        String essence = name.endsWith("产品") ? name.substring(0, name.length() - 2) : name;
        return essence.isEmpty() ? name : essence;
    }

    /** The category; a blank one is told by an entry id, and empty text, as is one that may be any, where none tells. */
    private Optional<String> category(CertificateRow row, CertificateCells cells) {
        CategoryCell cell = categoryCells.of(row.get(CertificateColumn.CATEGORY));
        if (cell.any() || cells.told(CertificateColumn.CATEGORY).isEmpty()) {
            return Optional.of(classes.category(cells.told(CertificateColumn.PRODUCT_CLASS))
                    .orElse(""));
        }
        if (cell.known().isEmpty() && categoriesWhole) {
            String known = String.join(" | ", new TreeSet<>(categories.values()));
            cells.problem(CertificateColumn.CATEGORY, Text.of("registry.problem.category", known));
        }
        return cell.known();
    }

    private void checkClass(CertificateCells cells, Optional<String> category) {
        String productClass = cells.told(CertificateColumn.PRODUCT_CLASS);
        Optional<String> ofEntry = classes.category(productClass);
        if (ofEntry.isPresent() && category.isPresent() && !ofEntry.equals(category)) {
            Text text = Text.of("registry.problem.class-of-other-list", ofEntry.get(), category.get());
            cells.problem(CertificateColumn.PRODUCT_CLASS, text);
        } else if (classes.whole() && !classes.understands(productClass)) {
            if (classes.concernsNoList(productClass)) {
                cells.warn(CertificateColumn.PRODUCT_CLASS, Text.of("registry.warning.class"));
            } else {
                cells.problem(CertificateColumn.PRODUCT_CLASS, Text.of("registry.problem.class"));
            }
        } else if (classes.whole() && kind(cells, category.orElse("")).isEmpty()) {
            cells.warn(CertificateColumn.PRODUCT_NAME, Text.of("registry.warning.kind-unknown"));
        }
    }

    private String kind(CertificateCells cells, String category) {
        return classes.kind(cells.told(CertificateColumn.PRODUCT_CLASS), category)
                .or(() -> classes.kind(cells.told(CertificateColumn.PRODUCT_NAME), category))
                .orElse("");
    }
}
