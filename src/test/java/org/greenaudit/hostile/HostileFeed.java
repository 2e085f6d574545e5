package org.greenaudit.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A feed of chance that can be read, though many of its rows cannot.
 *
 * @param name of the file
 * @param bytes of the file
 * @param sources what each of its tables holds, by the name that the program gives it
 */
public record HostileFeed(String name, byte[] bytes, Map<String, Tally> sources) {

    /**
     * Makes one.
     *
     * @param seed decides everything
     * @param number the number in its name and in its record ids
     */
    public static HostileFeed of(long seed, int number) {
        Dice dice = new Dice(seed);
        String name = "hostile-" + number;
        HostileFeed feed = of(dice, name);
        return dice.onceIn(4) ? feed.called(name + dice.of(".xls", ".xlsx", ".csv", ".txt", ".XLSX")) : feed;
    }

    private static HostileFeed of(Dice dice, String name) {
        return switch (dice.below(12)) {
            case 0 -> sheets(dice, name, ".xlsx");
            case 1 -> sheets(dice, name, ".xls");
            case 2 -> sheets(dice, name, ".html");
            case 3 -> text(dice, name + ".txt", StandardCharsets.UTF_16LE, true);
            case 4, 5, 6 -> text(dice, name + ".csv", StandardCharsets.UTF_8, true);
            case 7, 8, 9 -> text(dice, name + ".csv", Charset.forName("GB18030"), false);
            default -> text(dice, name + ".csv", StandardCharsets.UTF_8, false);
        };
    }

    /** The same by a name that says nothing of what it is. */
    private HostileFeed called(String other) {
        Map<String, Tally> renamed = new LinkedHashMap<>();
        sources.forEach((source, tally) -> renamed.put(other + source.substring(name.length()), tally));
        return new HostileFeed(other, bytes, renamed);
    }

    private static HostileFeed text(Dice dice, String name, Charset charset, boolean mark) {
        boolean spreadsheet = charset.equals(StandardCharsets.UTF_16LE);
        Table table = new Table(dice, name, !spreadsheet, mark && !spreadsheet);
        byte[] bytes = new TextFile(dice, charset, mark).bytes(table);
        return new HostileFeed(name, bytes, Map.of(spreadsheet ? name + "#text" : name, table.tally()));
    }

    private static HostileFeed sheets(Dice dice, String name, String ending) {
        List<Table> tables = IntStream.rangeClosed(0, dice.below(2))
                .mapToObj(i -> new Table(dice, name + "-" + i, false, false))
                .toList();
        SheetFile file = new SheetFile(dice);
        byte[] bytes =
                switch (ending) {
                    case ".xlsx" -> file.xlsx(tables);
                    case ".xls" -> file.xls(tables);
                    default -> file.html(tables);
                };
        Map<String, Tally> sources = new LinkedHashMap<>();
        for (int i = 0; i < tables.size(); i++) {
            String sheet = ending.equals(".html") ? "table" + (i + 1) : SheetFile.name(i);
            sources.put(name + ending + "#" + sheet, tables.get(i).tally());
        }
        return new HostileFeed(name + ending, bytes, sources);
    }

    /** What all of it comes to. */
    public Tally tally() {
        Tally all = new Tally();
        sources.values().forEach(all::add);
        return all;
    }
}
