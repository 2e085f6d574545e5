package org.greenaudit.cli;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.source.Block;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.text.Blanks;

/** Goes through a source for the rows that carry a record id, readable or not. */
final class RecordFinder {

    private static final int BLOCK_LINES = 1000;

    private final PurchaseSource source;

    RecordFinder(PurchaseSource source) {
        this.source = source;
    }

    /** The rows in source order. */
    Found find(String recordId) throws IOException {
        SourcePlan plan = source.plan();
        Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new NearIds(recordId));
        for (Partition partition : plan.partitions()) {
            try (BlockReader reader = source.open(plan, partition, BLOCK_LINES)) {
                for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                    for (PurchaseLine line : block.get().lines()) {
                        if (line.recordId().equals(recordId)) {
                            found.lines().add(line);
                        } else if (found.isEmpty()) {
                            found.near().offer(line.recordId());
                        }
                    }
                    block.get().setApart().stream()
                            .filter(row -> row.recordId().equals(recordId))
                            .forEach(found.setApart()::add);
                    for (Rejection rejection : block.get().rejections()) {
                        if (carries(plan, rejection, recordId)) {
                            found.rejections().add(rejection);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** A rejected row has no record id of its own any more: it is read from the raw row, or is file and line. */
    private static boolean carries(SourcePlan plan, Rejection rejection, String recordId) {
        String fileAndLine = rejection.ref().source() + ":" + rejection.ref().line();
        if (fileAndLine.equals(recordId)) {
            return true;
        }
        Integer column = plan.files().get(rejection.ref().sourceNo()).columns().get(FeedColumn.RECORD_ID.header());
        return column != null && Blanks.trim(cell(rejection.raw(), column)).equals(recordId);
    }

    /** A cell of a raw row; rows cut short or with stray quotes are split at their commas. */
    private static String cell(String raw, int column) {
        try (CSVParser parser = CSVParser.parse(new StringReader(raw), CSVFormat.RFC4180)) {
            for (CSVRecord row : parser) {
                return column < row.size() ? row.get(column) : "";
            }
            return "";
        } catch (IOException | RuntimeException e) {
            String[] cells = raw.split(",", -1);
            return column < cells.length ? cells[column] : "";
        }
    }

    /**
     * What was found.
     *
     * @param lines readable lines
     * @param rejections rows that could not be read
     * @param setApart rows that are no purchases
     * @param near ids of readable lines that look like the one asked for, of use when there is nothing
     */
    record Found(List<PurchaseLine> lines, List<Rejection> rejections, List<SetApart> setApart, NearIds near) {

        /** Whether there is nothing. */
        boolean isEmpty() {
            return lines.isEmpty() && rejections.isEmpty() && setApart.isEmpty();
        }
    }
}
