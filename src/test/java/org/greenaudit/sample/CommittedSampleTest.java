package org.greenaudit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.greenaudit.sample.scenario.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedSampleTest {

    private static final Path SAMPLE = Path.of("jobs", "sample");

    @TempDir
    private Path folder;

    @Test
    void fuzhouFeedIsWhatTheGeneratorWritesForTheDocumentedSeed() throws IOException {
        Path feed = folder.resolve("feed.csv");
        generator(City.FUZHOU, FeedStyle.CANONICAL).writeFeed(feed);
        assertThat(feed).hasSameBinaryContentAs(SAMPLE.resolve("fuzhou-2026.csv"));
    }

    @Test
    void luoyangFeedIsWhatTheGeneratorWritesForTheDocumentedSeed() throws IOException {
        Path feed = folder.resolve("feed.csv");
        generator(City.LUOYANG, FeedStyle.OFFICE).writeFeed(feed);
        assertThat(feed).hasSameBinaryContentAs(SAMPLE.resolve("luoyang-2026.csv"));
    }

    @Test
    void bothFeedsShareTheCommittedRegistry() throws IOException {
        Path one = folder.resolve("one.csv");
        Path other = folder.resolve("other.csv");
        generator(City.FUZHOU, FeedStyle.CANONICAL).writeCertificates(one);
        generator(City.LUOYANG, FeedStyle.OFFICE).writeCertificates(other);
        Path committed = SAMPLE.resolve("catalogs/certificates/sample.csv");
        assertThat(one).hasSameBinaryContentAs(committed);
        assertThat(other).hasSameBinaryContentAs(committed);
        assertThat(Files.readAllLines(committed)).hasSizeGreaterThan(150);
    }

    @Test
    void sampleIsLongEnoughToGoThroughEveryScenario() {
        assertThat(generator(City.FUZHOU, FeedStyle.CANONICAL).scenarios()).isLessThan(600);
        assertThat(generator(City.LUOYANG, FeedStyle.OFFICE).scenarios()).isLessThan(600);
    }

    private static FeedGenerator generator(City city, FeedStyle style) {
        return new FeedGenerator(new FeedSettings(600, 2026, Period.SAMPLE, List.of(city), style));
    }
}
