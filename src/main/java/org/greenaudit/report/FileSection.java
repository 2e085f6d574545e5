package org.greenaudit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.report.HtmlTable.Cell;

/** Links to every file of the report: those of the whole run, and those cut for each region's bureau. */
final class FileSection {

    private FileSection() {}

    static HtmlTable whole(ReportContext context, StagingFolder staging) throws IOException {
        HtmlTable.Builder table = table(context, "report.files.caption");
        for (Map.Entry<String, Long> file : staging.rows().entrySet()) {
            if (!isRegional(file.getKey())) {
                add(table, context, staging, file.getKey(), file.getKey(), file.getValue());
            }
        }
        return table.row(
                        Cell.link(Manifest.NAME, Manifest.NAME),
                        Cell.text(context.say("report.file." + Manifest.NAME)),
                        Cell.number(Numbers.NONE),
                        Cell.number(Numbers.NONE))
                .build();
    }

    static HtmlTable regional(ReportContext context, StagingFolder staging) throws IOException {
        HtmlTable.Builder table = table(context, "report.files.by-region");
        for (Map.Entry<String, Long> file : staging.rows().entrySet()) {
            if (isRegional(file.getKey())) {
                String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
                add(table, context, staging, file.getKey(), name, file.getValue());
            }
        }
        return table.build();
    }

    private static boolean isRegional(String path) {
        return path.indexOf('/') >= 0;
    }

    private static void add(
            HtmlTable.Builder table, ReportContext context, StagingFolder staging, String path, String name, long rows)
            throws IOException {
        table.row(
                Cell.link(path, path),
                Cell.text(context.say("report.file." + name)),
                Cell.number(rows),
                Cell.number(Files.size(staging.path(path))));
    }

    private static HtmlTable.Builder table(ReportContext context, String caption) {
        return new HtmlTable.Builder(context, caption)
                .text("report.head.file")
                .text("report.head.content")
                .number("report.head.rows")
                .number("report.head.bytes");
    }
}
