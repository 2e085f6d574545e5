package org.greenaudit.source.mysql;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.greenaudit.settings.YamlSection;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.SourceKind;
import org.greenaudit.source.SourceSettings;

/** Tables, views and queries of a MySQL or MariaDB server: {@code type: mysql}. */
public final class MysqlKind implements SourceKind {

    /** The variable with the password where a job names no other. */
    static final String PASSWORD_VARIABLE = "GREENAUDIT_SOURCE_PASSWORD";

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final List<String> RELATIONS = List.of("table", "view", "query");

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public SourceSettings read(YamlSection section, FeedMapping mapping) {
        if (section.has("password")) {
            section.refuse("password", "config.password");
        }
        String url = section.text("url", "");
        if (!url.isEmpty()) {
            // never the value: it may hold a password
            section.refuse("url", (file, key) -> MysqlUrl.problem(url, file, key));
        }
        String variable = section.text("password-variable", PASSWORD_VARIABLE);
        if (!VARIABLE.matcher(variable).matches()) {
            section.refuse("password-variable", "config.variable");
        }
        SqlSource relation = relation(section);
        String name = relation instanceof SqlSource.Named named ? named.name() : "query";
        mapping.columns().forEach((column, columnName) -> sqlName(section, "columns." + column, columnName));
        return new MysqlSettings(
                url,
                section.text("user", ""),
                variable,
                relation,
                section.text("name", name),
                sqlName(section, "key", section.required("key")),
                mapping);
    }

    private static SqlSource relation(YamlSection section) {
        List<String> given = RELATIONS.stream().filter(section::has).toList();
        if (given.size() != 1) {
            section.refuse(given.isEmpty() ? "table" : String.join(", ", given), "config.relation");
            return new SqlSource.Named("");
        }
        String text = section.required(given.get(0));
        if (!given.get(0).equals("query")) {
            return new SqlSource.Named(sqlName(section, given.get(0), text));
        }
        if (!text.isEmpty()
                && (text.contains(";") || !text.toUpperCase(Locale.ROOT).matches("(?s)(SELECT|WITH)\\b.*"))) {
            section.refuse("query", "config.query");
        }
        return new SqlSource.Query(text);
    }

    private static String sqlName(YamlSection section, String key, String name) {
        if (!name.isEmpty() && !SqlName.isPossible(name)) {
            section.wrong(key, name, "@config.expected.sql-name");
        }
        return name;
    }
}
