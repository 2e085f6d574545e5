package org.greenaudit.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.message.Messages;
import org.greenaudit.text.DateParser;
import org.greenaudit.text.NameKeys;
import org.greenaudit.text.ParsedDate;

/** What words in the cells of a file mean, in either language. */
final class CellWords {

    private static final List<String> KINDS =
            List.of("item", "not-listed", "fact", "certificate", "exemption", "confirmed", "dismissed");

    private static final List<Messages> LANGUAGES = List.of(Messages.in(Messages.CHINESE), Messages.in(Locale.ENGLISH));

    /** 26.6.30, as it is written by hand; with slashes or dashes the year may stand elsewhere. */
    private static final Pattern YEAR_OF_TWO_DIGITS = Pattern.compile("^[2-9][0-9](?=\\.[0-9]{1,2}\\.[0-9]{1,2}$)");

    private CellWords() {}

    /** The kind of a decision. */
    static Optional<String> kind(String word) {
        String asked = NameKeys.normalise(word);
        return KINDS.stream()
                .filter(kind -> kind.equals(asked)
                        || means("report.conclusion." + kind, asked)
                        || means("decision.kind." + kind, asked))
                .findFirst();
    }

    /** Whether a decision is for the product, and not for the record. */
    static Optional<Boolean> scope(String word) {
        String asked = NameKeys.normalise(word);
        return Stream.of(true, false)
                .filter(product -> means("decision.scope." + (product ? "product" : "record"), asked))
                .findFirst();
    }

    private static boolean means(String key, String asked) {
        return LANGUAGES.stream()
                .anyMatch(words -> NameKeys.normalise(words.get(key)).equals(asked));
    }

    /** A list's id, by its id or by the kind of its certificates. */
    static Optional<String> list(CatalogSnapshot catalog, String word) {
        return catalog.lists().stream()
                .filter(list ->
                        list.id().equals(word) || list.certificateCategory().equals(word))
                .map(ProductList::id)
                .findFirst();
    }

    /** A day as people write it, or as a spreadsheet shows one where a cell has lost its format: 46204. */
    static Optional<LocalDate> day(String cell) {
        return DateParser.day(cell)
                .or(() -> DateParser.day(YEAR_OF_TWO_DIGITS.matcher(cell).replaceFirst("20$0")))
                .or(() ->
                        DateParser.parse(cell).filter(date -> !date.monthOnly()).map(ParsedDate::date));
    }
}
