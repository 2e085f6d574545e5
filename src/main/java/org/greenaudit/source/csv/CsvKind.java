package org.greenaudit.source.csv;

import java.util.Optional;
import org.greenaudit.settings.YamlSection;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.SourceKind;
import org.greenaudit.source.SourceSettings;

/** Files, CSV or workbooks: {@code type: csv}. */
public final class CsvKind implements SourceKind {

    private static final int LAST_HEADER_ROW = 1_000;

    @Override
    public String name() {
        return "csv";
    }

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
                mapping);
    }
}
