package org.greenaudit.job.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.MoneyUnit;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.SourceSettings;
import org.greenaudit.source.csv.CsvSettings;
import org.greenaudit.source.mysql.MysqlSettings;
import org.greenaudit.source.mysql.MysqlUrl;
import org.greenaudit.source.mysql.SqlName;
import org.greenaudit.source.mysql.SqlSource;

/** Reads where a job's purchases come from. */
final class SourceConfigReader {

    private static final String PASSWORD_VARIABLE = "GREENAUDIT_SOURCE_PASSWORD";
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final List<String> RELATIONS = List.of("table", "view", "query");

    private final YamlSection section;

    private SourceConfigReader(YamlSection section) {
        this.section = section;
    }

    /** The source of a job file in that directory; what is wrong is noted in the section. */
    static SourceSettings read(YamlSection section, Path directory) {
        SourceConfigReader reader = new SourceConfigReader(section);
        Optional<String> type = section.parsed(
                "type",
                "csv | mysql",
                text -> List.of("csv", "mysql").contains(text) ? Optional.of(text) : Optional.empty());
        SourceSettings source = type.orElse("csv").equals("mysql") ? reader.table() : reader.files(directory);
        section.end();
        return source;
    }

    private SourceSettings files(Path directory) {
        List<String> files = section.texts("files").stream()
                .map(name -> Path.of(name).isAbsolute() ? name : directory + "/" + name)
                .toList();
        return new CsvSettings(
                files,
                section.text("charset", CsvSettings.AUTO),
                section.text("delimiter", CsvSettings.AUTO),
                mapping(byColumn("columns")));
    }

    private SourceSettings table() {
        if (section.has("password")) {
            section.refuse("password", "config.password");
        }
        String url = section.text("url", "");
        if (!url.isEmpty()) {
            // never the value: it may hold a password
            MysqlUrl.flaw(url).ifPresent(flaw -> section.refuse("url", "config.url." + flaw.id()));
        }
        String variable = section.text("password-variable", PASSWORD_VARIABLE);
        if (!VARIABLE.matcher(variable).matches()) {
            section.refuse("password-variable", "config.variable");
        }
        SqlSource relation = relation();
        String name = relation instanceof SqlSource.Named named ? named.name() : "query";
        return new MysqlSettings(
                url,
                section.text("user", ""),
                variable,
                relation,
                section.text("name", name),
                sqlName("key", section.required("key")),
                mapping(sqlColumns()));
    }

    private SqlSource relation() {
        List<String> given = RELATIONS.stream().filter(section::has).toList();
        if (given.size() != 1) {
            section.refuse(given.isEmpty() ? "table" : String.join(", ", given), "config.relation");
            return new SqlSource.Named("");
        }
        String text = section.required(given.get(0));
        if (!given.get(0).equals("query")) {
            return new SqlSource.Named(sqlName(given.get(0), text));
        }
        if (!text.isEmpty()
                && (text.contains(";") || !text.toUpperCase(Locale.ROOT).matches("(?s)(SELECT|WITH)\\b.*"))) {
            section.refuse("query", "config.query");
        }
        return new SqlSource.Query(text);
    }

    private Map<String, String> sqlColumns() {
        Map<String, String> columns = byColumn("columns");
        columns.forEach((column, name) -> sqlName("columns." + column, name));
        return columns;
    }

    private String sqlName(String key, String name) {
        if (!name.isEmpty() && !SqlName.isPossible(name)) {
            section.wrong(key, name, "@config.expected.sql-name");
        }
        return name;
    }

    private FeedMapping mapping(Map<String, String> columns) {
        return new FeedMapping(columns, byColumn("constants"), amountUnit());
    }

    private Optional<MoneyUnit> amountUnit() {
        Optional<Optional<MoneyUnit>> unit = section.parsed("amount-unit", "auto | yuan | wan", text -> switch (text) {
            case "auto" -> Optional.of(Optional.empty());
            case "yuan" -> Optional.of(Optional.of(MoneyUnit.YUAN));
            case "wan" -> Optional.of(Optional.of(MoneyUnit.WAN));
            default -> Optional.empty();
        });
        return unit.flatMap(value -> value);
    }

    /** Texts by canonical header; whether the catalogs have that certificate column is seen when they are loaded. */
    private Map<String, String> byColumn(String key) {
        Map<String, String> byColumn = section.textsByKey(key);
        byColumn.forEach((header, value) -> {
            if (FeedColumn.ofHeader(header).isEmpty() && !ProductList.isCertificateColumn(header)) {
                section.wrong(key + "." + header, value, "@config.expected.column");
            }
        });
        return byColumn;
    }
}
