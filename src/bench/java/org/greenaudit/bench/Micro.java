package org.greenaudit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.catalog.name.CoveredModels;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.Trace;
import org.greenaudit.matching.phrase.NameReader;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.Judge;
import org.greenaudit.sample.City;
import org.greenaudit.sample.FeedGenerator;
import org.greenaudit.sample.FeedSettings;
import org.greenaudit.sample.FeedStyle;
import org.greenaudit.sample.scenario.Period;
import org.greenaudit.source.Block;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.csv.CsvSettings;
import org.greenaudit.source.csv.CsvSource;
import org.greenaudit.text.NormalizedText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What single stages take for each line of a feed of distinct names, on one thread, without whatever stands around them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Micro {

    private static final int LINES = 2_000;
    private static final Path CATALOGS = Path.of("catalogs");
    private static final Path SAMPLE = Path.of("jobs", "sample", "catalogs");

    private Path feed;
    private CsvSource source;
    private SourcePlan plan;
    private CatalogSnapshot catalog;
    private List<PurchaseLine> lines;
    private List<Classification> classified;
    private Classifier classifier;
    private Judge judge;
    private NameReader reader;
    private List<String> names;
    private CoveredModels covered;
    private List<String> models;

    /** The stages with nothing in their memory. */
    @State(Scope.Thread)
    public static class Fresh {

        private Classifier classifier;
        private Judge judge;

        @Setup(Level.Invocation)
        public void forget(Micro micro) {
            classifier = new Classifier(micro.catalog, SchemeDefault.STANDARD);
            judge = new Judge(micro.catalog, List.of());
        }
    }

    /** Measures every stage; prints nanoseconds and bytes a line, and writes them as CSV. */
    static void measure(Path csv) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(Micro.class.getName())
                        .forks(1)
                        .warmupIterations(5)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .addProfiler(GCProfiler.class)
                        .resultFormat(ResultFormatType.CSV)
                        .result(csv.toString())
                        .build())
                .run();
    }

    @Setup
    public void prepare() throws IOException {
        feed = Files.createTempFile("bench-", ".csv");
        FeedGenerator generator = new FeedGenerator(new FeedSettings(
                LINES, 2026, Period.SAMPLE, List.of(City.values()), FeedStyle.CANONICAL, true));
        generator.writeFeed(feed);
        catalog = CatalogLoader.load(List.of(CATALOGS, SAMPLE), FeedColumn.headers());
        FeedColumns columns = FeedColumns.of(catalog.certificateColumns(), catalog.headerAliases());
        CsvSettings settings = CsvSettings.detected(List.of(feed.toString()));
        source = new CsvSource(settings, settings.mapping().headers(columns), Long.MAX_VALUE, feed.getParent());
        plan = source.plan();
        lines = new ArrayList<>(block().lines());
        classifier = new Classifier(catalog, SchemeDefault.STANDARD);
        judge = new Judge(catalog, List.of());
        classified = lines.stream()
                .map(line -> classifier.classify(line, Trace.NONE))
                .toList();
        Set<String> listed = catalog.lists().stream()
                .flatMap(list -> list.items().stream())
                .map(ListedItem::kind)
                .collect(Collectors.toSet());
        reader = new NameReader(catalog.terms(), catalog.kinds(), catalog.brands(), listed);
        names = lines.stream().map(PurchaseLine::itemName).toList();
        covered = CoveredModels.parse("SLDT-500、SLDT-510A；SLDT-52#；SLDT-52#W；SLNB-5**");
        models = lines.stream().map(line -> ModelKeys.normalise(line.model())).toList();
    }

    @TearDown
    public void clear() throws IOException {
        source.close();
        Files.delete(feed);
    }

    private Block block() throws IOException {
        try (BlockReader reader = source.open(plan, plan.partitions().get(0), LINES)) {
            return reader.next().orElseThrow();
        }
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public Block parse() throws IOException {
        return block();
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void readNewNames(Blackhole sink) {
        names.forEach(name -> sink.consume(reader.read(NormalizedText.of(name))));
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void readKnownNames(Blackhole sink) {
        names.forEach(name -> sink.consume(reader.ofCategory(name)));
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void classifyNewNames(Fresh fresh, Blackhole sink) {
        lines.forEach(line -> sink.consume(fresh.classifier.classify(line, Trace.NONE)));
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void classifyKnownNames(Blackhole sink) {
        lines.forEach(line -> sink.consume(classifier.classify(line, Trace.NONE)));
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void judgeNewProducts(Fresh fresh, Blackhole sink) {
        judge(fresh.judge, sink);
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void judgeKnownProducts(Blackhole sink) {
        judge(judge, sink);
    }

    private void judge(Judge by, Blackhole sink) {
        for (int i = 0; i < lines.size(); i++) {
            sink.consume(by.judge(lines.get(i), classified.get(i), Trace.NONE));
        }
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void compareModels(Blackhole sink) {
        models.forEach(model -> sink.consume(covered.matches(model)));
    }
}
