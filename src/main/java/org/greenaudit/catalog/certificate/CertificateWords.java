package org.greenaudit.catalog.certificate;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CertificateStatus;

/**
 * Other words in registry exports, by their comparable form ({@link org.greenaudit.text.NameKeys#normalise}).
 *
 * @param columns headers, and the English header of the column they stand for
 * @param statuses words for a status
 * @param categories words for a 认证类别
 * @param otherCategories what a 认证类别 holds that concerns no list: CCC, management systems
 * @param endless what stands in the place of the last day of a certificate that has none: 长期
 * @param notes with what a row begins that is no certificate, # for any number: 合计, 制表人, 共#条
 */
public record CertificateWords(
        Map<String, String> columns,
        Map<String, CertificateStatus> statuses,
        Map<String, String> categories,
        Set<String> otherCategories,
        Set<String> endless,
        Set<String> notes) {

    /** No other words than the program's own. */
    public static final CertificateWords NONE =
            new CertificateWords(Map.of(), Map.of(), Map.of(), Set.of(), Set.of(), Set.of());

    public CertificateWords {
        columns = columns.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        word -> CertificateColumn.key(word.getKey()), Map.Entry::getValue, (one, other) -> one));
        statuses = Map.copyOf(statuses);
        categories = Map.copyOf(categories);
        otherCategories = Set.copyOf(otherCategories);
        endless = Set.copyOf(endless);
        notes = Set.copyOf(notes);
    }

    /** The English headers that a word can stand for, each under itself. */
    public static Map<String, String> headers() {
        return Arrays.stream(CertificateColumn.values())
                .collect(Collectors.toMap(CertificateColumn::english, CertificateColumn::english));
    }
}
