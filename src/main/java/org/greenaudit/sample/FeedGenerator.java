package org.greenaudit.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.greenaudit.sample.scenario.CellForms.Shape;
import org.greenaudit.sample.scenario.Period;
import org.greenaudit.sample.scenario.Scenario;
import org.greenaudit.sample.scenario.ScenarioBook;
import org.greenaudit.sample.scenario.SplitMix;

/**
 * Generates a feed and the certificate registry that belongs to it. The first lines show each scenario that the period and
 * the style allow once, so that even a small file has all of them; the other lines are drawn at random by weight.
 */
public final class FeedGenerator {

    private final FeedSettings settings;
    private final ScenarioBook book;

    /** A generator with these settings. */
    public FeedGenerator(FeedSettings settings) {
        this.settings = settings;
        this.book = ScenarioBook.of(settings.period(), settings.seed());
    }

    /** How many lines it takes to show every scenario once. */
    public int scenarios() {
        return book.possible(settings.period(), settings.style()::offers).size();
    }

    /** How many certificates the registry holds. */
    public int certificates() {
        return book.certificates().size();
    }

    /** Writes the feed to a file, replacing it. */
    public void writeFeed(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            writeFeed(out, LineObserver.NONE);
        }
    }

    /** Writes the feed and closes the stream; the observer learns of each line. */
    public void writeFeed(OutputStream out, LineObserver observer) throws IOException {
        FeedStyle style = settings.style();
        Period period = settings.period();
        List<Scenario> deck = book.possible(period, style::offers);
        int[] byWeight = IntStream.range(0, deck.size())
                .flatMap(i -> IntStream.generate(() -> i).limit(deck.get(i).weight()))
                .toArray();
        CompiledRow[][] rows = new CompiledRow[deck.size()][];
        int[] firstDay = new int[deck.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = deck.get(i).rows().stream()
                    .map(row -> CompiledRow.of(row, style))
                    .toArray(CompiledRow[]::new);
            firstDay[i] = period.index(deck.get(i).earliest());
        }
        BuyerCells buyers = new BuyerCells(
                settings.cities().stream()
                        .flatMap(city -> city.buyers().stream())
                        .toList(),
                style);
        DateCells dates = new DateCells(period, style);
        SplitMix random = new SplitMix(settings.seed());
        try (ByteSink sink = new ByteSink(out)) {
            LineWriter writer = new LineWriter(sink, settings);
            writer.header();
            long readable = 0;
            for (long line = 1; line <= settings.lines(); line++) {
                random.restart(settings.stream(), line);
                int number = line <= deck.size() ? (int) line - 1 : byWeight[random.below(byWeight.length)];
                Scenario scenario = deck.get(number);
                CompiledRow row = rows[number][random.below(rows[number].length)];
                BuyerCells.Cell buyer = buyers.draw(scenario.buyers(), random);
                int day = firstDay[number] + random.below(period.days() - firstDay[number]);
                long record = row.row().shape() == Shape.DUPLICATE && readable > 0 ? readable : line;
                writer.line(row, record, line, dates.cell(row.row().date(), day), buyer, random);
                observer.written(line, record, scenario);
                if (scenario.expected().rejection().isEmpty()) {
                    readable = line;
                }
            }
        }
    }

    /** Writes the registry as a CSV file with Chinese headers, UTF-8, replacing it. */
    public void writeCertificates(Path file) throws IOException {
        CertificateFileWriter.write(file, book.certificates());
    }
}
