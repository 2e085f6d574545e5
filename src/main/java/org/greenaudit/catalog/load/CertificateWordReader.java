package org.greenaudit.catalog.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.certificate.CertificateWords;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.message.Text;

/** Reads {@code certificate-words.csv}: other headers, statuses and certificate categories of registry exports. */
final class CertificateWordReader {

    private static final Map<String, CertificateStatus> STATUSES = Arrays.stream(CertificateStatus.values())
            .collect(Collectors.toMap(
                    status -> status.name().toLowerCase(Locale.ROOT), status -> status, (a, b) -> a, TreeMap::new));

    /** What a word means that stands in categories of no list. */
    private static final String OTHER = "other";

    /** What a word means that stands where a certificate's last day should, and says that there is none. */
    private static final String NEVER = "never";

    /** What a word means with which a row begins that is no certificate: a total, a signature, a note. */
    private static final String NOTE = "note";

    private final Map<String, CatalogRow> rows = new HashMap<>();

    private CertificateWordReader() {}

    /** The words; one that stands for nothing known, or for two things, is reported. */
    static CertificateWords read(TableReader tables, ProductLists lists) {
        return new CertificateWordReader().words(tables, lists);
    }

    private CertificateWords words(TableReader tables, ProductLists lists) {
        Map<String, String> columns = new HashMap<>();
        Map<String, CertificateStatus> statuses = new HashMap<>();
        Map<String, String> categories = new HashMap<>();
        Set<String> otherCategories = new HashSet<>();
        Set<String> endless = new HashSet<>();
        Set<String> notes = new HashSet<>();
        Map<String, String> headers = new TreeMap<>(CertificateWords.headers());
        Map<String, Runnable> roles = new TreeMap<>();
        for (CatalogRow row : tables.read("certificate-words.csv", TableFormat.of("role means word provenance note"))
                .rows()) {
            roles.put("column", () -> put(row, headers, columns));
            roles.put("status", () -> put(row, STATUSES, statuses));
            roles.put("category", () -> {
                if (row.text("means").equals(OTHER)) {
                    row.name("word").ifPresent(otherCategories::add);
                } else {
                    put(row, categories(row, lists), categories);
                }
            });
            roles.put("expires", () -> add(row, NEVER, endless));
            roles.put("row", () -> add(row, NOTE, notes));
            row.choice("role", roles).ifPresent(Runnable::run);
        }
        return new CertificateWords(columns, statuses, categories, otherCategories, endless, notes);
    }

    private static void add(CatalogRow row, String meaning, Set<String> words) {
        row.choice("means", Map.of(meaning, words))
                .ifPresent(known -> row.name("word").ifPresent(known::add));
    }

    /** The known categories; one of a list that could not be read is taken as it is. */
    private static Map<String, String> categories(CatalogRow row, ProductLists lists) {
        Set<String> known = lists.certificateCategories();
        Map<String, String> choices = new TreeMap<>();
        known.forEach(category -> choices.put(category, category));
        choices.put(OTHER, OTHER);
        if (!lists.idsWhole()) {
            choices.put(row.text("means"), row.text("means"));
        }
        return choices;
    }

    private <T> void put(CatalogRow row, Map<String, T> choices, Map<String, T> words) {
        row.choice("means", choices).ifPresent(meaning -> row.name("word").ifPresent(word -> {
            CatalogRow first = rows.putIfAbsent(row.text("role") + " " + word, row);
            if (first != null) {
                row.report("word", Text.of("catalog-problem.duplicate", first.file(), first.line()));
            }
            words.put(word, meaning);
        }));
    }
}
