package org.greenaudit.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.purchase.Column;

/**
 * A fictional purchase that a rule reports. The examples are a feed of their own, {@code rules/examples/purchases.csv},
 * whose record ids are the rules' codes; beside it are the catalogs to judge it by: a complete registry, and the bodies
 * and the standard that checks 6 and 7 need. A test judges them all.
 *
 * @param purchase the feed's cells by header
 * @param certificates the registry's certificates of the product, by header
 */
record RuleExample(Map<String, String> purchase, List<Map<String, String>> certificates) {

    private static final String FOLDER = "/rules/examples/";

    /** The example of a rule; a rule of a list that was added by data has none. */
    static Optional<RuleExample> of(String code) {
        return rows("purchases.csv", "record_id", code).stream()
                .findFirst()
                .map(purchase -> new RuleExample(purchase, rows("catalogs/certificates/examples.csv", "示例", code)));
    }

    /** The id of the outcome that the audit must come to. */
    String outcome() {
        return purchase.getOrDefault("outcome", "");
    }

    /** A cell of the purchase; empty where it has no such column. */
    String cell(Column column) {
        return purchase.getOrDefault(column.header(), "");
    }

    private static List<Map<String, String>> rows(String file, String column, String code) {
        try (Reader reader = new InputStreamReader(resource(file), StandardCharsets.UTF_8)) {
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            return format.parse(reader).stream()
                    .map(CSVRecord::toMap)
                    .filter(row -> code.equals(row.get(column)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String file) {
        return Objects.requireNonNull(RuleExample.class.getResourceAsStream(FOLDER + file), file);
    }
}
