package org.greenaudit.source.csv;

import java.util.List;
import java.util.Optional;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourceContext;
import org.greenaudit.source.SourceSettings;

/**
 * The files of a job: CSV files and workbooks.
 *
 * @param files paths or glob patterns ({@code feeds/*.csv}), in the job's order; a pattern's files in name order
 * @param charset {@code auto} (byte order mark, else strict UTF-8, else GB18030), or {@code UTF-8}, {@code GB18030}
 *     (also {@code GBK}, {@code GB2312})
 * @param delimiter {@code auto} (comma, semicolon, tab or bar, by the header), {@code tab}, or the character itself
 * @param sheet the one sheet of a workbook to read, by its name or its place from 1; empty for every sheet with a table
 * @param headerRow the line of the header (from 1), of a sheet its row; empty = found among the first rows
 * @param fillDown canonical headers of columns whose blanks mean the value above, as merged cells leave them
 * @param mapping how the columns are understood
 */
public record CsvSettings(
        List<String> files,
        String charset,
        String delimiter,
        String sheet,
        Optional<Integer> headerRow,
        List<String> fillDown,
        FeedMapping mapping)
        implements SourceSettings {

    /** Detect it. */
    public static final String AUTO = "auto";

    public CsvSettings {
        files = List.copyOf(files);
        fillDown = List.copyOf(fillDown);
    }

    /** Files of which everything is found out. */
    public static CsvSettings detected(List<String> files) {
        return new CsvSettings(files, AUTO, AUTO, "", Optional.empty(), List.of(), FeedMapping.NONE);
    }

    @Override
    public List<Object> decisive() {
        return sheet.isEmpty() && headerRow.isEmpty() && fillDown.isEmpty()
                ? List.of(charset, delimiter)
                : List.of(charset, delimiter, sheet, headerRow.orElse(0), fillDown);
    }

    @Override
    public Optional<List<String>> namedFiles() {
        return Optional.of(files);
    }

    @Override
    public Optional<SourceSettings> withFiles(List<String> others) {
        return Optional.of(new CsvSettings(others, charset, delimiter, sheet, headerRow, fillDown, mapping));
    }

    @Override
    public PurchaseSource open(SourceContext context) {
        return new CsvSource(this, context.headers(), context.partitionBytes(), context.spool());
    }
}
