package org.greenaudit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** Links to every file of the report: those of the whole run, and those cut for each region's bureau. */
final class FileGrids {

    private FileGrids() {}

    static Grid whole(Facts facts, StagingFolder staging) throws IOException {
        Grid.Builder grid = grid(facts, "report.files.caption");
        for (Map.Entry<String, Long> file : staging.rows().entrySet()) {
            if (!isRegional(file.getKey())) {
                add(grid, facts, staging, file.getKey(), file.getKey(), file.getValue());
            }
        }
        return grid.row(
                        Grid.Cell.link(Manifest.NAME, Manifest.NAME),
                        Grid.Cell.text(facts.say("report.file." + Manifest.NAME)),
                        Grid.Cell.number("—"),
                        Grid.Cell.number("—"))
                .build();
    }

    static Grid regional(Facts facts, StagingFolder staging) throws IOException {
        Grid.Builder grid = grid(facts, "report.files.by-region");
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

    private static void add(Grid.Builder grid, Facts facts, StagingFolder staging, String path, String name, long rows)
            throws IOException {
        grid.row(
                Grid.Cell.link(path, path),
                Grid.Cell.text(facts.say("report.file." + name)),
                Grid.Cell.number(Figures.whole(rows)),
                Grid.Cell.number(Figures.whole(Files.size(staging.path(path)))));
    }

    private static Grid.Builder grid(Facts facts, String caption) {
        return new Grid.Builder(facts.say(caption))
                .text(facts.say("report.head.file"))
                .text(facts.say("report.head.content"))
                .number(facts.say("report.head.rows"))
                .number(facts.say("report.head.bytes"));
    }
}
