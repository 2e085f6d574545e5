package org.greenaudit.sample;

import java.util.List;
import org.greenaudit.purchase.CsvText;
import org.greenaudit.sample.scenario.Scenario.Buyers;
import org.greenaudit.sample.scenario.SplitMix;

/** The buyers by group, each with its cells as bytes. */
final class BuyerCells {

    private final Cell[] all;
    private final Cell[] careless;
    private final Cell[] enterprises;

    BuyerCells(List<Buyer> buyers, FeedStyle style) {
        all = cells(buyers.stream().filter(Buyer::isPublic).toList(), style);
        careless = cells(buyers.stream().filter(Buyer::careless).toList(), style);
        enterprises = cells(buyers.stream().filter(b -> !b.isPublic()).toList(), style);
    }

    /** Draws a buyer of a group. */
    Cell draw(Buyers group, SplitMix random) {
        return switch (group) {
            case PUBLIC -> pick(all, random);
            case CARELESS -> pick(random.below(4) > 0 ? careless : all, random);
            case ENTERPRISES -> pick(enterprises, random);
        };
    }

    private static Cell pick(Cell[] cells, SplitMix random) {
        return cells[random.below(cells.length)];
    }

    private static Cell[] cells(List<Buyer> buyers, FeedStyle style) {
        return buyers.stream()
                .map(b -> new Cell(
                        CsvText.cell(b.region().code()).getBytes(style.charset()),
                        CsvText.cell(b.region().name()).getBytes(style.charset()),
                        CsvText.cell(b.code()).getBytes(style.charset()),
                        CsvText.cell(b.name()).getBytes(style.charset()),
                        CsvText.cell(b.type().label()).getBytes(style.charset())))
                .toArray(Cell[]::new);
    }

    /** A buyer's cells. */
    record Cell(byte[] regionCode, byte[] regionName, byte[] code, byte[] name, byte[] type) {}
}
