package org.greenaudit.check;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.TotalSums;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.source.Block;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourcePlan;

/**
 * How one source is read: what its columns hold, which rows are purchases and which are not. Of rows only the first few
 * are kept, and the first of each kind of trouble. Used by one thread.
 */
public final class FeedPicture {

    private static final int BLOCK_LINES = 2000;
    private static final int FIRST_LINES = 3;
    private static final String MERGED = "reject.detail.required-merged";

    private final SourcePlan.SourceFile file;
    private final RunSettings settings;
    private final Map<Column, Filled> columns = new LinkedHashMap<>();
    private final List<PurchaseLine> firstLines = new ArrayList<>();
    private final Map<RejectReason, Rejected> rejected = new EnumMap<>(RejectReason.class);
    private final Map<String, Apart> setApart = new TreeMap<>();
    private final Set<String> blanksOfMerged = new LinkedHashSet<>();
    private final TotalSums totals = new TotalSums();
    private Count lines = Count.ZERO;
    private long outside;
    private LocalDate from = LocalDate.MAX;
    private LocalDate to = LocalDate.MIN;

    private FeedPicture(SourcePlan.SourceFile file, RunSettings settings) {
        this.file = file;
        this.settings = settings;
    }

    /**
     * Goes through a source, which may be several files or sheets, once.
     *
     * @throws InterruptedIOException when nobody waits for it any more
     */
    public static List<FeedPicture> of(PurchaseSource source, SourcePlan plan, RunSettings settings)
            throws IOException {
        List<FeedPicture> pictures = plan.files().stream()
                .map(file -> new FeedPicture(file, settings))
                .toList();
        for (Partition partition : plan.partitions()) {
            FeedPicture picture = pictures.get(partition.sourceNo());
            try (BlockReader reader = source.open(plan, partition, BLOCK_LINES)) {
                for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new InterruptedIOException();
                    }
                    picture.add(block.get());
                }
            }
        }
        return pictures;
    }

    private void add(Block block) {
        block.lines().forEach(this::add);
        for (Rejection row : block.rejections()) {
            rejected.merge(row.reason(), new Rejected(1, row), (one, next) -> new Rejected(one.rows + 1, one.first));
            row.detail().parts().stream()
                    .filter(fault -> fault.key().equals(MERGED))
                    .forEach(fault ->
                            blanksOfMerged.addAll(List.of(fault.args().get(2).split(", "))));
        }
        for (SetApart row : block.setApart()) {
            setApart.merge(
                    row.kind(),
                    new Apart(new Count(1, row.amountFen()), row.ref().line()),
                    (one, next) -> new Apart(one.rows.plus(next.rows), one.firstLine));
        }
        List<Parsed> rows = new ArrayList<>(block.lines());
        rows.addAll(block.rejections());
        rows.addAll(block.setApart());
        totals.add(rows);
    }

    private void add(PurchaseLine line) {
        lines = lines.plusLine(line.amountFen());
        LocalDate date = line.contractDate();
        from = date.isBefore(from) ? date : from;
        to = date.isAfter(to) ? date : to;
        outside += date.isBefore(settings.from()) || date.isAfter(settings.to()) ? 1 : 0;
        LineFields.of(line).forEach((column, value) -> {
            boolean byPlace =
                    column == FeedColumn.RECORD_ID && value.equals(line.ref().recordId());
            if (!value.isEmpty() && !byPlace) {
                columns.computeIfAbsent(column, c -> new Filled()).add(value);
            }
        });
        if (firstLines.size() < FIRST_LINES) {
            firstLines.add(line);
        }
    }

    /** The source as it was planned. */
    public SourcePlan.SourceFile file() {
        return file;
    }

    /** What the readable lines hold, by column; none for a column that is empty everywhere. */
    public Map<Column, Filled> columns() {
        return columns;
    }

    /** The readable lines and their amount. */
    public Count lines() {
        return lines;
    }

    /** How many of them are outside the audited window. */
    public long outside() {
        return outside;
    }

    /** The first contract date; only where there are lines. */
    public LocalDate from() {
        return from;
    }

    /** The last contract date; only where there are lines. */
    public LocalDate to() {
        return to;
    }

    /** The first lines. */
    public List<PurchaseLine> firstLines() {
        return firstLines;
    }

    /** The rows that could not be read, by reason. */
    public Map<RejectReason, Rejected> rejected() {
        return rejected;
    }

    /** The rows that are no purchases, by {@link SetApart#kind}. */
    public Map<String, Apart> setApart() {
        return setApart;
    }

    /** The columns, by canonical header, that merged cells seem to have left blank. */
    public Set<String> blanksOfMerged() {
        return blanksOfMerged;
    }

    /** What there is to know of the reading, and of the totals that the source names. */
    public List<FeedNote> notes(SourcePlan plan) {
        List<String> names =
                plan.files().stream().map(source -> source.content().name()).toList();
        List<FeedNote> notes = new ArrayList<>(file.notes());
        notes.addAll(totals.notes(names));
        return notes;
    }

    /**
     * Rows that could not be read for one reason.
     *
     * @param rows how many
     * @param first the first of them
     */
    public record Rejected(long rows, Rejection first) {}

    /**
     * Rows that are no purchases for one reason.
     *
     * @param rows how many, and their amount
     * @param firstLine where the first of them is
     */
    public record Apart(Count rows, long firstLine) {}

    /** What a column holds. */
    public static final class Filled {

        private static final int EXAMPLES = 2;

        private final List<String> examples = new ArrayList<>();
        private long rows;

        private void add(String value) {
            rows++;
            if (examples.size() < EXAMPLES && !examples.contains(value)) {
                examples.add(value);
            }
        }

        /** How many lines have a value. */
        public long rows() {
            return rows;
        }

        /** Different values, the first two. */
        public List<String> examples() {
            return examples;
        }
    }
}
