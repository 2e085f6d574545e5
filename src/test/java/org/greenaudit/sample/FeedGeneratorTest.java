package org.greenaudit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.RuleBook;
import org.greenaudit.rules.integrity.IntegrityQuestion;
import org.greenaudit.sample.scenario.ExpectedVerdict;
import org.greenaudit.sample.scenario.ListName;
import org.greenaudit.sample.scenario.Period;
import org.greenaudit.sample.scenario.Product;
import org.greenaudit.sample.scenario.SampleCertificate;
import org.greenaudit.sample.scenario.Scenario;
import org.greenaudit.sample.scenario.ScenarioBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedGeneratorTest {

    @Test
    void sameSeedGivesTheSameBytes() throws IOException {
        assertThat(bytes(settings(5, FeedStyle.CANONICAL))).isEqualTo(bytes(settings(5, FeedStyle.CANONICAL)));
    }

    @Test
    void anotherSeedGivesOtherLines() throws IOException {
        assertThat(bytes(settings(5, FeedStyle.CANONICAL))).isNotEqualTo(bytes(settings(6, FeedStyle.CANONICAL)));
    }

    @Test
    void firstLinesGoThroughEveryScenarioOnce() throws IOException {
        List<Scenario> seen = scenarios(settings(1, FeedStyle.CANONICAL));
        int all = new FeedGenerator(settings(1, FeedStyle.CANONICAL)).scenarios();
        assertThat(seen.subList(0, all)).extracting(Scenario::id).doesNotHaveDuplicates();
    }

    @Test
    void scenarioIdsAreUnique() {
        assertThat(book()).extracting(Scenario::id).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleOfTheRuleBookIsShown() {
        Set<String> rules = new TreeSet<>();
        verdicts().map(ExpectedVerdict::rule).filter(r -> !r.isEmpty()).forEach(rules::add);
        assertThat(rules)
                .containsExactly(
                        "C01", "C02", "C03", "L1", "L2", "L3", "L4", "L5", "L6", "L7", "M1", "M2", "M3", "M4", "M5",
                        "M6", "M7", "P1", "P2", "P3", "P4", "P5", "P6", "P7");
    }

    @Test
    void everyDataWarningIsShown() {
        Set<DataWarning> warnings = EnumSet.noneOf(DataWarning.class);
        book().forEach(s -> warnings.addAll(s.expected().warnings()));
        // a generated feed has one certificate column for each list, the codes of its regions, neither status nor
        // remark, and two cities
        assertThat(warnings)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(
                        DataWarning.CERTIFICATES_DIFFER,
                        DataWarning.REGION_FROM_NAME,
                        DataWarning.REGION_FROM_JOB,
                        DataWarning.ORDER_PARTLY_RETURNED,
                        DataWarning.ORDER_DOUBTFUL)));
    }

    @Test
    void expectationsUseTheIdentifiersOfTheAudit() {
        List<String> outcomes = Stream.of(Outcome.values()).map(Outcome::id).toList();
        List<String> questions =
                RuleBook.questions().stream().map(OpenQuestion::id).toList();
        List<String> duties = Stream.of(Duty.values()).map(Duty::id).toList();
        verdicts().filter(v -> !v.equals(ExpectedVerdict.OUTSIDE)).forEach(v -> {
            assertThat(outcomes).contains(v.outcome());
            assertThat(v.duty().isEmpty()).isEqualTo(v.entryId().isEmpty());
            if (!v.duty().isEmpty()) {
                assertThat(duties).contains(v.duty());
            }
            assertThat(v.question().isEmpty()).isEqualTo(!v.outcome().equals("undetermined"));
            assertThat(v.rule().isEmpty())
                    .isEqualTo(!v.outcome().equals("violation")
                            && Arrays.stream(IntegrityQuestion.values()).noneMatch(q -> q.id().equals(v.question())));
            if (!v.question().isEmpty()) {
                assertThat(questions).contains(v.question());
            }
        });
    }

    @ParameterizedTest
    @EnumSource(ListName.class)
    void aboutEightyFivePercentOfTheListedPurchasesAreCertified(ListName list) throws IOException {
        List<ExpectedVerdict> listed = scenarios(new FeedSettings(
                        20_000, 9, Period.SAMPLE, List.of(City.FUZHOU, City.LUOYANG), FeedStyle.CANONICAL))
                .stream()
                .map(s -> s.expected().on(list))
                .filter(v -> !v.outcome().isEmpty() && !v.duty().equals("advisory"))
                .toList();
        long certified =
                listed.stream().filter(v -> v.outcome().equals("compliant")).count();
        assertThat(100.0 * certified / listed.size()).isBetween(84.0, 90.0);
    }

    @Test
    void certificateNumbersAreUniqueAndOfTheKnownFormats() {
        List<SampleCertificate> certificates = ScenarioBook.of(Period.SAMPLE, 3).certificates();
        assertThat(certificates).extracting(SampleCertificate::number).doesNotHaveDuplicates();
        assertThat(certificates)
                .allSatisfy(c -> assertThat(c.number()).matches("CQC\\d\\d7019\\d{5}|CEC\\d{4}ELP9\\d{7}"));
    }

    @Test
    void everyBuyerAndBrandIsMarkedAsFictional() {
        assertThat(Stream.of(City.values()).flatMap(c -> c.buyers().stream()))
                .allSatisfy(b -> assertThat(b.name()).contains("虚构").contains("示例"));
        assertThat(Product.BRANDS).allSatisfy(b -> assertThat(b).contains("示例"));
    }

    @Test
    void aRepeatedRecordIdIsThatOfAReadableLineBefore() throws IOException {
        List<Long> repeated = new ArrayList<>();
        Set<Long> readable = new HashSet<>();
        new FeedGenerator(settings(4, FeedStyle.CANONICAL))
                .writeFeed(new ByteArrayOutputStream(), (line, record, scenario) -> {
                    if (record != line) {
                        assertThat(readable).contains(record);
                        repeated.add(record);
                    }
                    if (scenario.expected().rejection().isEmpty()) {
                        readable.add(line);
                    }
                });
        assertThat(repeated).isNotEmpty();
    }

    @Test
    void officeFeedIsGb18030UnderChineseHeaders() throws IOException {
        String text = new String(bytes(settings(1, FeedStyle.OFFICE)), FeedStyle.OFFICE.charset());
        assertThat(text).startsWith("记录编号,采购人,").contains("成交金额（万元）").contains("\r\n");
    }

    @Test
    void noTwoLinesOfDistinctNamesShareNameModelAndSpecification() throws IOException {
        assertThat(names(true)).hasSizeGreaterThan(2_500).doesNotHaveDuplicates();
        assertThat(Set.copyOf(names(false))).hasSizeLessThan(500);
    }

    /** Item name, model and specification of the lines without quotes. */
    private static List<List<String>> names(boolean distinct) throws IOException {
        String text = new String(
                bytes(new FeedSettings(3_000, 8, Period.SAMPLE, List.of(City.FUZHOU), FeedStyle.CANONICAL, distinct)),
                StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        List<String> header = List.of(lines.get(0).split(",", -1));
        return lines.stream()
                .skip(1)
                .filter(line -> !line.contains("\""))
                .map(line -> List.of(line.split(",", -1)))
                .map(cells -> Stream.of("item_name", "model", "spec")
                        .map(name -> cells.get(header.indexOf(name)))
                        .toList())
                .toList();
    }

    @Test
    void tabletsWaitForTheDayTheirStandardExcludesThem() throws IOException {
        Period before = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 31));
        List<Scenario> seen = scenarios(new FeedSettings(400, 1, before, List.of(City.FUZHOU), FeedStyle.CANONICAL));
        assertThat(seen).extracting(Scenario::id).doesNotContain("tablet-after-its-standard-excludes-it");
    }

    @Test
    void linesDatedBeforeTheCodesTheyCarryAreRefused() {
        LocalDate tooEarly = Period.EARLIEST.minusDays(1);
        assertThatThrownBy(() -> new Period(tooEarly, Period.EARLIEST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersAreWrittenInFull() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ByteSink sink = new ByteSink(out)) {
            sink.separated(1_234_005);
            sink.put(' ');
            sink.separated(999);
            sink.put(' ');
            sink.wan(12_345);
            sink.put(' ');
            sink.number(7, 3);
            sink.put(' ');
            sink.yuan(0);
        }
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("1,234,005.00 999.00 1.2345 007 0.00");
    }

    private static FeedSettings settings(long seed, FeedStyle style) {
        return new FeedSettings(700, seed, Period.SAMPLE, List.of(City.FUZHOU), style);
    }

    private static byte[] bytes(FeedSettings settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FeedGenerator(settings).writeFeed(out, LineObserver.NONE);
        return out.toByteArray();
    }

    private static List<Scenario> scenarios(FeedSettings settings) throws IOException {
        List<Scenario> seen = new ArrayList<>();
        new FeedGenerator(settings)
                .writeFeed(new ByteArrayOutputStream(), (line, record, scenario) -> seen.add(scenario));
        return seen;
    }

    private static List<Scenario> book() {
        return ScenarioBook.of(Period.SAMPLE, 1).scenarios();
    }

    private static Stream<ExpectedVerdict> verdicts() {
        return book().stream()
                .flatMap(s -> Stream.of(s.expected().energy(), s.expected().eco()));
    }
}
