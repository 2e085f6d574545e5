package org.greenaudit.source.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.source.Block;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourcePlan;

/**
 * Measures the reader against commons-csv on one and the same made-up file, one thread each, by processor time. Run its {@code main} with
 * the number of lines (default 1,000,000) and a charset (default UTF-8).
 */
public final class FeedBenchmark {

    private static final int ROUNDS = 4;

    private FeedBenchmark() {}

    /** Writes the file, runs both readers in turn, prints the best round of each. */
    public static void main(String[] args) throws IOException {
        int lines = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Charset charset = args.length > 1 ? Charset.forName(args[1]) : StandardCharsets.UTF_8;
        Path file = Files.createTempFile("feed-benchmark", ".csv");
        try {
            write(file, lines, charset);
            System.out.printf(Locale.ROOT, "%,d lines, %,d bytes, %s%n", lines, Files.size(file), charset);
            double plan = Double.MAX_VALUE;
            double read = Double.MAX_VALUE;
            double cells = Double.MAX_VALUE;
            double peer = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long t0 = cpuNanos();
                CsvSource source = Feeds.source(Feeds.settings(file));
                SourcePlan planned = source.plan();
                long t1 = cpuNanos();
                long count = read(source, planned);
                long t2 = cpuNanos();
                long cellsCount = cellsOnly(file, planned);
                long t3 = cpuNanos();
                long peerCount = commonsCsv(file, charset);
                long t4 = cpuNanos();
                if (cellsCount != peerCount || count != lines || peerCount != lines + 1L) {
                    throw new IllegalStateException(count + " and " + peerCount + " lines");
                }
                plan = Math.min(plan, (t1 - t0) / 1e9);
                read = Math.min(read, (t2 - t1) / 1e9);
                cells = Math.min(cells, (t3 - t2) / 1e9);
                peer = Math.min(peer, (t4 - t3) / 1e9);
            }
            print("plan (charset, sha-256, ids, cuts)", lines, plan);
            print("read into purchase lines", lines, read);
            print("read, cells only", lines, cells);
            print("commons-csv, cells only", lines, peer);
            System.out.printf(Locale.ROOT, "commons-csv / ours, cells only = %.2f%n", peer / cells);
        } finally {
            Files.delete(file);
        }
    }

    /** Time on the processor and not on the clock, so that other programs on the machine count little. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String what, int lines, double seconds) {
        System.out.printf(Locale.ROOT, "%-36s %6.2f s %,12.0f lines/s%n", what, seconds, lines / seconds);
    }

    private static long read(CsvSource source, SourcePlan plan) throws IOException {
        long count = 0;
        for (Partition partition : plan.partitions()) {
            try (BlockReader reader = source.open(plan, partition, 2_000)) {
                for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                    count += block.get().lines().size();
                }
            }
        }
        return count;
    }

    private static long cellsOnly(Path file, SourcePlan plan) throws IOException {
        SourcePlan.SourceFile source = plan.files().get(0);
        CsvFormat format = new CsvFormat(CsvCharset.named(source.content().charset()), source.delimiter(), 0);
        long cells = 0;
        long count = 0;
        try (RowCursor cursor = RowCursor.whole(file, format, ByteObserver.NONE)) {
            while (cursor.next()) {
                count++;
                for (int i = 0; i < cursor.cells(); i++) {
                    cells += cursor.cell(i).length();
                }
            }
        }
        return cells < 0 ? 0 : count;
    }

    private static long commonsCsv(Path file, Charset charset) throws IOException {
        long cells = 0;
        long count = 0;
        try (Reader reader = Files.newBufferedReader(file, charset);
                CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
            for (CSVRecord row : parser) {
                count++;
                cells += row.get(row.size() - 1).length();
            }
        }
        return cells < 0 ? 0 : count;
    }

    private static void write(Path file, int lines, Charset charset) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        try (BufferedWriter out = Files.newBufferedWriter(file, charset)) {
            out.write(KnownColumns.ALL.all().stream().map(Column::header).collect(Collectors.joining(",")));
            out.newLine();
            for (int i = 0; i < lines; i++) {
                int quantity = 1 + random.nextInt(50);
                int price = 500 + random.nextInt(9_000);
                int unit = random.nextInt(900);
                String certificate = random.nextInt(3) == 0 ? "" : "CQC25701" + (100_000 + random.nextInt(900_000));
                out.write("R" + i + ",HT-2026-" + i / 3 + ",2026-0" + (1 + i * 6L / lines) + "-1" + random.nextInt(10)
                        + ",3610" + unit % 12 + ",虚构区" + unit % 12 + ",B" + unit + ",虚构第" + unit
                        + "中学（示例）,事业单位,示例科技有限公司,A02010105,台式计算机,2022,示例台式计算机,示例" + unit % 40 + ",JIA-"
                        + random.nextInt(5_000) + ",\"处理器 8 核, 内存 \"\"16G\"\", 硬盘 512G\"," + quantity + ",台," + price
                        + ".00," + (long) quantity * price + ".00," + certificate + ",,,");
                out.write("\n");
            }
        }
    }
}
