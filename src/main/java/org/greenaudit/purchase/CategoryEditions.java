package org.greenaudit.purchase;

import org.greenaudit.text.FullWidth;

/** The words in which feeds name the edition of the category catalogue (品目版本): {@code 2022}, {@code 2022版}. */
final class CategoryEditions {

    private CategoryEditions() {}

    /** {@code 2013}, {@code 2022}, or empty when the cell names neither or both. */
    static String of(String cell) {
        if (cell.equals("2022") || cell.equals("2013")) {
            return cell;
        }
        String text = FullWidth.compact(cell);
        boolean old = text.contains("2013");
        boolean current = text.contains("2022");
        if (old == current) {
            return "";
        }
        return old ? "2013" : "2022";
    }
}
