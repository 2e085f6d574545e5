package org.greenaudit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** Links to every file of the report: those of the whole run, and those cut for each region's bureau. */
final class FileSection {

    private FileSection() {}

    static HtmlTable whole(ReportContext facts, StagingFolder staging) throws IOException {
        HtmlTable.Builder grid = grid(facts, "report.files.caption");
        for (Map.Entry<String, Long> file : staging.rows().entrySet()) {
            if (!isRegional(file.getKey())) {
                add(grid, facts, staging, file.getKey(), file.getKey(), file.getValue());
            }
        }
        return grid.row(
                        HtmlTable.Cell.link(Manifest.NAME, Manifest.NAME),
                        HtmlTable.Cell.text(facts.say("report.file." + Manifest.NAME)),
                        HtmlTable.Cell.number("—"),
                        HtmlTable.Cell.number("—"))
                .build();
    }

    static HtmlTable regional(ReportContext facts, StagingFolder staging) throws IOException {
        HtmlTable.Builder grid = grid(facts, "report.files.by-region");
        for (Map.Entry<String, Long> file : staging.rows().entrySet()) {
            if (isRegional(file.getKey())) {
                String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
                add(grid, facts, staging, file.getKey(), name, file.getValue());
            }
        }
        return grid.build();
    }

    private static boolean isRegional(String path) {
        return path.indexOf('/') >= 0;
    }

    private static void add(
            HtmlTable.Builder grid, ReportContext facts, StagingFolder staging, String path, String name, long rows)
            throws IOException {
        grid.row(
                HtmlTable.Cell.link(path, path),
                HtmlTable.Cell.text(facts.say("report.file." + name)),
                HtmlTable.Cell.number(PageNumbers.whole(rows)),
                HtmlTable.Cell.number(PageNumbers.whole(Files.size(staging.path(path)))));
    }

    private static HtmlTable.Builder grid(ReportContext facts, String caption) {
        return new HtmlTable.Builder(facts.say(caption))
                .text(facts.say("report.head.file"))
                .text(facts.say("report.head.content"))
                .number(facts.say("report.head.rows"))
                .number(facts.say("report.head.bytes"));
    }
}
