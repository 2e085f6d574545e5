package org.greenaudit.source.csv;

import org.greenaudit.settings.YamlSection;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.SourceKind;
import org.greenaudit.source.SourceSettings;

/** Files, CSV or workbooks: {@code type: csv}. */
public final class CsvKind implements SourceKind {

    /** The rows of the largest sheet. */
    private static final int MOST_ROWS = 1 << 20;

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
                section.integer("header-row", CsvSettings.FIND, 1, MOST_ROWS),
                mapping);
    }
}
