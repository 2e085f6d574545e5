package org.greenaudit.job;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sample's two feeds, read by other means than the program's: rows and their amounts, for the control totals.
 */
final class SampleFeeds {

    private static final Path FOLDER = Path.of("jobs", "sample");
    private static final int COLUMNS = 24;
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    private SampleFeeds() {}

    /**
     * Rows of both feeds.
     *
     * @param rows how many there are
     * @param yuan the sum of those amounts that can be read
     */
    record Total(long rows, BigDecimal yuan) {}

    /**
     * Adds both feeds up.
     *
     * @param brokenQuotes the physical lines ({@code file:line}) on which quotes are broken; each is a row without a
     *     readable amount
     */
    static Total total(Set<String> brokenQuotes) throws IOException {
        long rows = 0;
        BigDecimal yuan = BigDecimal.ZERO;
        for (String name : List.of("fuzhou-2026.csv", "luoyang-2026.csv")) {
            Columns columns = columns(name);
            for (List<String> cells : cells(name, brokenQuotes)) {
                rows++;
                yuan = yuan.add(amount(cells, columns));
            }
        }
        return new Total(rows + brokenQuotes.size(), yuan);
    }

    /** The amount of a rejected row, given as the report holds it. */
    static BigDecimal amountOf(String feed, String raw) {
        return amount(ReportFiles.records(raw).get(0), columns(feed));
    }

    private record Columns(int quantity, int price, int amount, boolean wan) {}

    private static Columns columns(String feed) {
        return feed.startsWith("fuzhou") ? new Columns(16, 18, 19, false) : new Columns(15, 17, 18, true);
    }

    private static List<List<String>> cells(String name, Set<String> brokenQuotes) throws IOException {
        Charset charset = name.startsWith("fuzhou") ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        StringBuilder sound = new StringBuilder();
        int line = 0;
        for (String text : Files.readString(FOLDER.resolve(name), charset).split("(?<=\n)")) {
            line++;
            sound.append(brokenQuotes.contains(name + ":" + line) ? "" : text);
        }
        List<List<String>> all = ReportFiles.records(sound.toString());
        return all.subList(1, all.size());
    }

    private static BigDecimal amount(List<String> cells, Columns columns) {
        // With a cell too many, which one is the amount cannot be known.
        boolean unreadable = cells.stream().anyMatch(c -> c.indexOf('\0') >= 0 || c.length() > 65_536)
                || columns.amount() >= cells.size()
                || cells.size() > COLUMNS;
        Optional<BigDecimal> found = unreadable ? Optional.empty() : number(cells.get(columns.amount()));
        if (found.isEmpty()) {
            return BigDecimal.ZERO;
        }
        String cell = cells.get(columns.amount());
        boolean yuan = (cell.contains("元") && !cell.contains("万")) || isProduct(cells, columns, found.get());
        boolean wan = cell.contains("万") || (columns.wan() && !yuan);
        return (wan ? found.get().multiply(WAN) : found.get()).setScale(2, RoundingMode.HALF_UP);
    }

    /** Under a header of 万元, a number that is quantity × unit price is in yuan. */
    private static boolean isProduct(List<String> cells, Columns columns, BigDecimal amount) {
        Optional<BigDecimal> quantity = number(cells.get(columns.quantity()));
        Optional<BigDecimal> price = number(cells.get(columns.price()));
        return quantity.isPresent()
                && price.isPresent()
                && amount.signum() > 0
                && quantity.get().multiply(price.get()).compareTo(amount) == 0;
    }

    /** The digits of a cell, blanks, separators and words left out. */
    private static Optional<BigDecimal> number(String cell) {
        String digits = cell.replaceAll("[^0-9.]", "");
        return digits.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(digits));
    }
}
