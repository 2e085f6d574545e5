package org.greenaudit.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.greenaudit.hostile.HostileFeed;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.InputException;
import org.greenaudit.testing.Fuzzing;

/** Feeds of any format, spoilt: each row is a line, rejected or set apart, whatever the partitions. */
@Tag("slow")
class FeedFuzzTest {

    private static final int LARGEST = 20_000;

    @Example
    void text() {
        fuzz("feed", feeds(".csv", ".txt"));
    }

    @Example
    void sheets() {
        fuzz("workbook", feeds(".xlsx", ".xls", ".html"));
    }

    private static List<byte[]> feeds(String... endings) {
        List<byte[]> feeds = new ArrayList<>();
        IntStream.range(0, 400)
                .mapToObj(i -> HostileFeed.of(i, i))
                .filter(feed -> feed.bytes().length < LARGEST
                        && List.of(endings).stream().anyMatch(feed.name()::endsWith))
                .limit(40)
                .forEach(feed -> feeds.add(feed.bytes()));
        return feeds;
    }

    private static void fuzz(String name, List<byte[]> valid) {
        Fuzzing.run(
                name,
                Fuzzing.bytes(valid),
                bytes -> Feeds.withFile(bytes, file -> {
                    try {
                        CsvSettings settings = Feeds.settings(file);
                        Feeds.Read whole = Feeds.read(settings, 100);
                        Feeds.Read cut = Feeds.read(Feeds.source(settings, 5), 3);
                        assertThat(whole.rows())
                                .isEqualTo(whole.lines().size()
                                        + whole.rejections().size()
                                        + whole.setApart().size());
                        assertThat(cut.lines()).isEqualTo(whole.lines());
                        assertThat(cut.rejections()).isEqualTo(whole.rejections());
                        assertThat(cut.setApart()).isEqualTo(whole.setApart());
                    } catch (InputException e) {
                        assertThat(Messages.in(Messages.CHINESE).render(e.text()))
                                .contains(String.valueOf(file.getFileName()));
                    }
                    return "";
                }));
    }
}
