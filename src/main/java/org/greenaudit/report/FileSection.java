package org.greenaudit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalLong;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.report.HtmlTable.Cell;

/** Links to every file of a report: its own, and in that of a whole run the reports cut for each county's bureau. */
final class FileSection {

    private FileSection() {}

    static HtmlTable own(ReportContext context, StagingFolder staging) throws IOException {
        HtmlTable.Builder table = table(context, staging, "report.files.caption", false);
        if (context.data().county().isEmpty()) {
            table.row(
                    Cell.link(Manifest.NAME, Manifest.NAME),
                    Cell.text(context.say("report.file." + Manifest.NAME)),
                    Cell.number(Numbers.NONE),
                    Cell.number(Numbers.NONE));
        }
        return table.build();
    }

    static HtmlTable regional(ReportContext context, StagingFolder staging) throws IOException {
        return table(context, staging, "report.files.by-region", true).build();
    }

    private static HtmlTable.Builder table(
            ReportContext context, StagingFolder staging, String caption, boolean regional) throws IOException {
        HtmlTable.Builder table = new HtmlTable.Builder(context, caption)
                .text("report.head.file")
                .text("report.head.content")
                .number("report.head.rows")
                .number("report.head.bytes");
        for (String path : staging.names()) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (regional != path.equals(name)) {
                OptionalLong rows = staging.rows(path);
                // the size of a workbook is no figure to compare: it varies with the run's number
                table.row(
                        Cell.link(path, path),
                        Cell.text(context.say("report.file." + name)),
                        Cell.number(rows.isEmpty() ? Numbers.NONE : Numbers.whole(rows.getAsLong())),
                        Cell.number(rows.isEmpty() ? Numbers.NONE : Numbers.whole(Files.size(staging.path(path)))));
            }
        }
        return table;
    }
}
