package org.greenaudit.job.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.MoneyUnit;
import org.greenaudit.settings.YamlSection;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.SourceKind;
import org.greenaudit.source.SourceSettings;
import org.greenaudit.source.csv.CsvKind;
import org.greenaudit.source.mysql.MysqlKind;

/** Reads where a job's purchases come from: the kind of source, and what it has in common with every other kind. */
final class SourceConfigReader {

    /** The kinds of source that there are; the first is that of a job which names none. */
    private static final List<SourceKind> KINDS = List.of(new CsvKind(), new MysqlKind());

    private SourceConfigReader() {}

    /** The source of a job file; what is wrong is noted in the section. */
    static SourceSettings read(YamlSection section) {
        String names = KINDS.stream().map(SourceKind::name).collect(Collectors.joining(" | "));
        SourceKind kind =
                section.parsed("type", names, SourceConfigReader::named).orElse(KINDS.get(0));
        SourceSettings source = kind.read(section, mapping(section));
        section.end();
        return source;
    }

    private static Optional<SourceKind> named(String name) {
        return KINDS.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static FeedMapping mapping(YamlSection section) {
        Optional<Optional<MoneyUnit>> unit = section.parsed("amount-unit", "auto | yuan | wan", text -> switch (text) {
            case "auto" -> Optional.of(Optional.empty());
            case "yuan" -> Optional.of(Optional.of(MoneyUnit.YUAN));
            case "wan" -> Optional.of(Optional.of(MoneyUnit.WAN));
            default -> Optional.empty();
        });
        return new FeedMapping(
                byColumn(section, "columns"), byColumn(section, "constants"), unit.flatMap(value -> value));
    }

    /** Texts by canonical header; whether the catalogs have that certificate column is seen when they are loaded. */
    private static Map<String, String> byColumn(YamlSection section, String key) {
        Map<String, String> byColumn = section.textsByKey(key);
        byColumn.forEach((header, value) -> {
            if (FeedColumn.ofHeader(header).isEmpty() && !ProductList.isCertificateColumn(header)) {
                section.wrong(key + "." + header, value, "@config.expected.column");
            }
        });
        return byColumn;
    }
}
