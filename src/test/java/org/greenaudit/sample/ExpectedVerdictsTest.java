package org.greenaudit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.rules.Judge;
import org.greenaudit.rules.Verdict;
import org.greenaudit.sample.scenario.ExpectedLine;
import org.greenaudit.sample.scenario.ExpectedVerdict;
import org.greenaudit.sample.scenario.ListName;
import org.greenaudit.sample.scenario.Period;
import org.greenaudit.sample.scenario.Scenario;
import org.greenaudit.source.Block;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.csv.CsvSettings;
import org.greenaudit.source.csv.CsvSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every line of the committed sample, and of a feed of distinct names, is read, classified and judged as its scenario says. */
class ExpectedVerdictsTest {

    private static final Path SAMPLE = Path.of("jobs", "sample");
    private static final CatalogSnapshot CATALOG =
            CatalogLoader.load(List.of(Path.of("catalogs"), SAMPLE.resolve("catalogs")), FeedColumn.headers());

    private final Classifier classifier = new Classifier(CATALOG, SchemeDefault.STANDARD);
    private final Judge judge = new Judge(CATALOG, List.of());

    @Test
    void everyLineOfFuzhouIsJudgedAsItsScenarioSays() throws IOException {
        assertThat(differences(SAMPLE.resolve("fuzhou-2026.csv"), settings(City.FUZHOU, FeedStyle.CANONICAL, false)))
                .isEmpty();
    }

    @Test
    void everyLineOfLuoyangIsJudgedAsItsScenarioSays() throws IOException {
        assertThat(differences(SAMPLE.resolve("luoyang-2026.csv"), settings(City.LUOYANG, FeedStyle.OFFICE, false)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FeedStyle.class)
    void linesOfDistinctNamesAreJudgedAsTheirScenariosSay(FeedStyle style, @TempDir Path folder) throws IOException {
        FeedSettings settings = settings(City.FUZHOU, style, true);
        Path feed = folder.resolve("feed.csv");
        new FeedGenerator(settings).writeFeed(feed);
        assertThat(differences(feed, settings)).isEmpty();
    }

    private static FeedSettings settings(City city, FeedStyle style, boolean distinctNames) {
        return new FeedSettings(600, 2026, Period.SAMPLE, List.of(city), style, distinctNames);
    }

    private Set<String> differences(Path feed, FeedSettings settings) throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        new FeedGenerator(settings)
                .writeFeed(new ByteArrayOutputStream(), (line, record, scenario) -> scenarios.add(scenario));
        List<String> found = new ArrayList<>(audit(feed).values());
        assertThat(found).hasSameSizeAs(scenarios);
        Set<String> differences = new TreeSet<>();
        for (int i = 0; i < found.size(); i++) {
            Scenario scenario = scenarios.get(i);
            String pattern = pattern(scenario.expected());
            if (!found.get(i).matches(pattern)) {
                differences.add(scenario.id() + ": expected " + pattern + ", found " + found.get(i));
            }
        }
        return differences;
    }

    private SortedMap<Long, String> audit(Path file) throws IOException {
        SortedMap<Long, String> found = new TreeMap<>();
        FeedColumns columns = FeedColumns.of(CATALOG.certificateColumns(), CATALOG.headerAliases());
        CsvSettings settings = CsvSettings.detected(List.of(file.toString()));
        CsvSource source = new CsvSource(settings, settings.mapping().headers(columns), 32L << 20, Path.of("target"));
        SourcePlan plan = source.plan();
        for (Partition partition : plan.partitions()) {
            try (BlockReader reader = source.open(plan, partition, 100)) {
                for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                    block.get().lines().forEach(line -> found.put(line.ref().line(), found(line)));
                    for (Rejection rejection : block.get().rejections()) {
                        found.put(
                                rejection.ref().line(),
                                "rejected " + rejection.reason().id());
                    }
                }
            }
        }
        return found;
    }

    private String found(PurchaseLine line) {
        List<Verdict> verdicts = judge.judge(line, classifier.classify(line, Trace.NONE), Trace.NONE);
        StringBuilder out = new StringBuilder();
        for (ListName list : ListName.values()) {
            String verdict = verdicts.stream()
                    .filter(v -> v.item().listId().equals(list.id()))
                    .map(v -> String.join(
                            " ",
                            v.outcome().id(),
                            v.rule(),
                            v.question().map(OpenQuestion::id).orElse(""),
                            v.duty().id(),
                            v.item().entryId()))
                    .findFirst()
                    .orElse("outside");
            out.append(verdict).append("; ");
        }
        return out.append(new TreeSet<>(line.warnings())).toString();
    }

    private static String pattern(ExpectedLine expected) {
        if (expected.rejection().isPresent()) {
            return "rejected " + expected.rejection().get().id();
        }
        StringBuilder out = new StringBuilder();
        for (ListName list : ListName.values()) {
            ExpectedVerdict verdict = expected.on(list);
            out.append(
                            verdict.equals(ExpectedVerdict.OUTSIDE)
                                    ? "outside"
                                    : String.join(
                                            " ",
                                            verdict.outcome(),
                                            verdict.rule(),
                                            verdict.question(),
                                            verdict.duty().isEmpty() ? "\\w+" : verdict.duty(),
                                            verdict.entryId().isEmpty() ? "\\S+" : verdict.entryId()))
                    .append("; ");
        }
        String warnings = new TreeSet<>(expected.warnings()).toString();
        return out.append("\\Q").append(warnings).append("\\E").toString();
    }
}
