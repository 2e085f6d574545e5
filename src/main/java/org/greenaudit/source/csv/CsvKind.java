package org.greenaudit.source.csv;

import java.util.List;
import java.util.Optional;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.settings.YamlSection;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.SourceKind;
import org.greenaudit.source.SourceSettings;

/** Files, CSV or workbooks: {@code type: csv}. */
public final class CsvKind implements SourceKind {

    @Override
    public String name() {
        return "csv";
    }

    private static final int LAST_HEADER_ROW = 1_000;

    @Override
    public SourceSettings read(YamlSection section, FeedMapping mapping) {
        return new CsvSettings(
                section.files("files"),
                section.text("charset", CsvSettings.AUTO),
                section.text("delimiter", CsvSettings.AUTO),
                section.text("sheet", ""),
                section.has("header-row")
                        ? Optional.of(section.integer("header-row", 1, 1, LAST_HEADER_ROW))
                        : Optional.empty(),
                fillDown(section),
                mapping);
    }

    private static List<String> fillDown(YamlSection section) {
        List<String> columns = section.has("fill-down") ? section.texts("fill-down") : List.of();
        for (String column : columns) {
            if (FeedColumn.ofHeader(column).isEmpty()) {
                section.wrong("fill-down", column, "@config.expected.column");
            }
        }
        return columns;
    }
}
