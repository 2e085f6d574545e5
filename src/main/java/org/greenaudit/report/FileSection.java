package org.greenaudit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalLong;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.html.HtmlTable;
import org.greenaudit.report.html.HtmlTable.Cell;

/**
 * Links to the files of a report: its own, and in that of a whole run the reports cut for each county's bureau, or where those
 * are many the page of counties.
 */
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
        return RegionPage.isNeeded(context)
                ? head(context, "report.files.by-region")
                        .row(file(context, staging, RegionPage.NAME, "regions"))
                        .build()
                : table(context, staging, "report.files.by-region", true).build();
    }

    private static HtmlTable.Builder table(
            ReportContext context, StagingFolder staging, String caption, boolean regional) throws IOException {
        HtmlTable.Builder table = head(context, caption);
        for (String path : staging.names()) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (regional != path.equals(name)) {
                table.row(file(context, staging, path, name));
            }
        }
        return table;
    }

    private static HtmlTable.Builder head(ReportContext context, String caption) {
        return new HtmlTable.Builder(context, caption)
                .text("report.head.file")
                .text("report.head.content")
                .number("report.head.rows")
                .number("report.head.bytes");
    }

    private static List<Cell> file(ReportContext context, StagingFolder staging, String path, String content)
            throws IOException {
        OptionalLong rows = staging.rows(path);
        // the size of a workbook is no figure to compare: it varies with the run's number
        return List.of(
                Cell.link(path, path),
                Cell.text(context.say("report.file." + content)),
                Cell.number(rows.isEmpty() ? Numbers.NONE : Numbers.whole(rows.getAsLong())),
                Cell.number(rows.isEmpty() ? Numbers.NONE : Numbers.whole(Files.size(staging.path(path)))));
    }
}
