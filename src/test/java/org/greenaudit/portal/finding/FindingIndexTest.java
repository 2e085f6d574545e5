package org.greenaudit.portal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.assessment.Count;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.certificate.RegistryFixtures;
import org.greenaudit.decision.BuyingUnit;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.Ruling;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.StoredUse;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.testing.RunRecords;
import org.greenaudit.testing.StoredVerdicts;
import org.greenaudit.text.NameKeys;

/** Whatever is asked for in whatever scope: what looking at every finding one by one would give. */
class FindingIndexTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final List<String> REGIONS = List.of("", "36", "3610", "361002", "361030", "361002001", "410300");
    private static final List<String> LISTS = List.of("energy-saving", "eco-label");
    private static final List<String> RULES = List.of("M1", "M3", "C01");
    private static final Map<String, String> FAMILIES = Map.of("E-1", "01 计算机设备", "E-2", "10 照明产品", "E-3", "");
    private static final List<StoredVerdict> FINDINGS = findings();
    private static final FindingIndex INDEX = index();
    private static final FindingStates STATES = states();

    /** In the order of the report. */
    private static List<StoredVerdict> findings() {
        Random random = new Random(20260630);
        List<StoredVerdict> findings = new ArrayList<>();
        for (int number = 0; number < 240; number++) {
            String region = any(random, REGIONS);
            boolean coded = random.nextBoolean();
            String buyer = any(random, List.of("虚构第一中学", "虚构医院Ａ座", "U2"));
            // a record may be found under one list, or both
            for (String list : LISTS.subList(random.nextInt(2), 2)) {
                boolean question = random.nextInt(3) == 0;
                findings.add(StoredVerdicts.violation()
                        .record("FZ-" + number % 7 + "-" + number + any(random, List.of("", "é", "𠮷")))
                        .region(region)
                        .buyer(coded ? any(random, List.of("U1", "U2")) : "", buyer, BuyerType.INSTITUTION)
                        .contract(any(random, List.of("", "HT-1", "ht－2")))
                        .supplier(any(random, List.of("示例科技", "𠮷田商店😀")))
                        .item(any(random, List.of("台式计算机", "Ｌａｓｅｒ 打印机", "空调 ABC")))
                        .brand(any(random, List.of("", "示例甲", "ABC")))
                        .model(any(random, List.of("", "abc-1", "ＡＢＣ-1", "x y")))
                        .certificate(any(random, List.of("", "CQC-77")))
                        .entry(list, any(random, List.of("E-1", "E-2", "E-3")), any(random, List.of(Duty.values())))
                        .contractDate(DAY.minusDays(random.nextInt(5)))
                        .firstSeen(DAY.minusDays(random.nextInt(3)), !question && random.nextBoolean())
                        .yuan(100L * random.nextInt(6) - 100)
                        .outcome(
                                question ? Outcome.UNDETERMINED : Outcome.VIOLATION,
                                question ? "technology" : any(random, RULES))
                        .build());
            }
        }
        Comparator<StoredVerdict> order = Stream.<Function<StoredVerdict, String>>of(
                        StoredVerdict::regionCode,
                        StoredVerdict::buyerCode,
                        StoredVerdict::buyerName,
                        StoredVerdict::recordId,
                        StoredVerdict::listId)
                .map(part -> Comparator.comparing(
                        (StoredVerdict verdict) -> part.apply(verdict).getBytes(StandardCharsets.UTF_8),
                        Arrays::compareUnsigned))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        findings.sort(order);
        return findings;
    }

    private static <T> T any(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static FindingIndex index() {
        FindingColumns columns = new FindingColumns(FINDINGS.size());
        FINDINGS.forEach(verdict -> columns.add(verdict, FAMILIES.get(verdict.entryId())));
        columns.seal();
        return new FindingIndex(RunRecords.of("city", "2026-06-30").completed().build(), columns, (places, sink) -> {
            for (int place = 0; place < FINDINGS.size(); place++) {
                if (places.test(place)) {
                    sink.accept(FINDINGS.get(place));
                }
            }
        });
    }

    private static FindingStates states() {
        List<StoredUse> uses = new ArrayList<>();
        for (int place = 0; place < FINDINGS.size(); place++) {
            StoredVerdict verdict = FINDINGS.get(place);
            FindingState state = stateAt(place);
            if (state != FindingState.OPEN) {
                uses.add(use(
                        verdict,
                        1,
                        state == FindingState.DECIDED ? DecisionUse.State.APPLIED : DecisionUse.State.EXPIRED));
            }
        }
        return FindingStates.of(
                INDEX.columns(), DAY, uses, List.of(confirmed(1, Optional.empty())), RegistryFixtures.brands());
    }

    private static FindingState stateAt(int place) {
        return FindingState.values()[place % FindingState.values().length];
    }

    private static StoredUse use(StoredVerdict verdict, long decision, DecisionUse.State state) {
        return new StoredUse(
                new SourceRef(0, "feed.csv", 2),
                verdict.recordId(),
                verdict.regionCode(),
                1,
                DAY,
                new DecisionUse(decision, verdict.listId(), state, "violation", "violation", List.of()));
    }

    private static Decision confirmed(long id, Optional<Decision.Withdrawal> withdrawn) {
        return new Decision(
                id,
                new Decision.Finding("X", "energy-saving", "", "", new BuyingUnit("", "", ""), List.of()),
                false,
                new Ruling.Confirmed(),
                "甲",
                DAY,
                "",
                Optional.empty(),
                withdrawn);
    }

    /** What a page asks for. */
    record Asked(AccessScope scope, FindingFilter filter, FindingSort sort, boolean descending) {}

    @Provide
    Arbitrary<Asked> asked() {
        return Combinators.combine(
                        Arbitraries.of("", "36", "3610", "361002", "361030", "41", "50"),
                        Arbitraries.of("", "", "", "U1", "U2", "U9"),
                        Arbitraries.randomValue(FindingIndexTest::filter),
                        Arbitraries.of(FindingSort.values()),
                        Arbitraries.of(true, false))
                .as((region, buyer, filter, sort, descending) ->
                        new Asked(new AccessScope(region, buyer), filter, sort, descending));
    }

    /** Asks for one to three things, so that most filters find something. */
    private static FindingFilter filter(Random random) {
        List<Integer> things = random.ints(random.nextInt(4), 0, 12).boxed().toList();
        Function<Integer, Boolean> on = things::contains;
        return new FindingFilter(
                on.apply(0) ? Optional.of(any(random, List.copyOf(FindingIndexes.FINDINGS))) : Optional.empty(),
                on.apply(1) ? any(random, REGIONS) : "",
                on.apply(2) ? any(random, List.of("U1", "U2", "虚构第一中学")) : "",
                on.apply(3) ? any(random, List.of("M1", "technology", "M9")) : "",
                on.apply(4) ? Optional.of(any(random, List.of(Duty.values()))) : Optional.empty(),
                on.apply(5) ? any(random, LISTS) : "",
                on.apply(6) ? any(random, List.of("01 计算机设备", "10 照明产品")) : "",
                on.apply(7) ? Optional.of(10_000L * random.nextInt(4)) : Optional.empty(),
                on.apply(7) && random.nextBoolean() ? Optional.of(10_000L * random.nextInt(6)) : Optional.empty(),
                on.apply(8) ? Optional.of(DAY.minusDays(random.nextInt(5))) : Optional.empty(),
                on.apply(9) ? Optional.of(DAY.minusDays(random.nextInt(5))) : Optional.empty(),
                on.apply(10) && random.nextBoolean(),
                on.apply(10) ? Optional.of(any(random, List.of(FindingState.values()))) : Optional.empty(),
                on.apply(11)
                        ? any(random, List.of("ABC", "ａｂｃ", "laser打", "𠮷", "😀", "ht-2", "É", "u1", "cqc", " ", "没有"))
                        : "");
    }

    @Property(tries = 60)
    void questionsThatOneAnswerSettlesStandTogether(@ForAll("asked") Asked asked) {
        AccessScope scope = asked.scope();
        Map<List<String>, List<String>> expected = new LinkedHashMap<>();
        for (int place = 0; place < FINDINGS.size(); place++) {
            StoredVerdict verdict = FINDINGS.get(place);
            if (verdict.outcome() == Outcome.UNDETERMINED
                    && stateAt(place) == FindingState.OPEN
                    && scope.covers(verdict.regionCode(), verdict.buyerCode())) {
                List<String> same = List.of(
                        verdict.question(), verdict.listId(), verdict.itemName(), verdict.brand(), verdict.model());
                expected.computeIfAbsent(same, key -> new ArrayList<>()).add(verdict.recordId());
            }
        }
        List<QuestionGroup> groups = INDEX.questions(scope, STATES);
        Map<List<String>, List<String>> found = new LinkedHashMap<>();
        groups.forEach(group -> found.put(
                List.of(group.question(), group.listId(), group.itemName(), group.brand(), group.model()),
                group.records()));
        assertThat(found).isEqualTo(expected);
        assertThat(groups)
                .extracting(group -> group.count().lines())
                .isSortedAccordingTo(Comparator.reverseOrder())
                .containsExactlyElementsOf(groups.stream()
                        .map(group -> (long) group.records().size())
                        .toList());
    }

    @Property(tries = 60)
    void questionsAreCountedByAge(@ForAll("asked") Asked asked) {
        AccessScope scope = asked.scope();
        Count[] expected = {Count.ZERO, Count.ZERO, Count.ZERO};
        for (int place = 0; place < FINDINGS.size(); place++) {
            StoredVerdict verdict = FINDINGS.get(place);
            if (verdict.outcome() == Outcome.UNDETERMINED
                    && stateAt(place) == FindingState.OPEN
                    && scope.covers(verdict.regionCode(), verdict.buyerCode())) {
                int days = Math.toIntExact(ChronoUnit.DAYS.between(verdict.firstSeen(), DAY));
                expected[days] = expected[days].plusLine(verdict.amountFen());
            }
        }
        assertThat(INDEX.questionsByAge(scope, STATES, 0, 1)).containsExactly(expected);
    }

    @Property(tries = 2000)
    void aSelectionIsWhatLookingAtEachFindingGives(@ForAll("asked") Asked asked) {
        List<Integer> expected = expected(asked);
        Selection selection = select(asked);
        List<FindingRow> rows =
                selection.behind(OptionalInt.empty(), FINDINGS.size()).rows();
        assertThat(rows).extracting(FindingRow::place).isEqualTo(expected);
        assertThat(selection.count())
                .isEqualTo(new Count(
                        expected.size(),
                        expected.stream()
                                .mapToLong(place -> FINDINGS.get(place).amountFen())
                                .sum()));
        assertThat(rows).allMatch(row -> asked.scope().covers(row.regionCode(), row.buyerCode()));
        assertThat(selection.places().stream().boxed()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 500)
    void pagesPutTogetherAreTheSelectionInBothDirections(@ForAll("asked") Asked asked) {
        List<Integer> expected = expected(asked);
        Selection selection = select(asked);
        for (int most : List.of(1, 7)) {
            List<Integer> forth = new ArrayList<>();
            Selection.Page page = selection.behind(OptionalInt.empty(), most);
            while (!page.rows().isEmpty()) {
                assertThat(page.before()).isEqualTo(forth.size());
                page.rows().forEach(row -> forth.add(row.place()));
                page = selection.behind(OptionalInt.of(forth.get(forth.size() - 1)), most);
            }
            assertThat(forth).isEqualTo(expected);
            List<Integer> back = new ArrayList<>();
            while (back.size() + most < expected.size()) {
                int first = back.isEmpty() ? expected.get(expected.size() - 1) : back.get(0);
                page = selection.before(first, most);
                back.addAll(0, page.rows().stream().map(FindingRow::place).toList());
                assertThat(page.before()).isEqualTo(expected.size() - 1 - back.size());
            }
            assertThat(back)
                    .isEqualTo(expected.subList(
                            Math.max(0, expected.size() - 1 - back.size()), Math.max(0, expected.size() - 1)));
        }
    }

    @Property(tries = 300)
    void aPageBehindAFindingThatIsNotSelectedBeginsWhereItWouldStand(@ForAll("asked") Asked asked) {
        Asked all = new Asked(asked.scope(), FindingFilter.ALL, asked.sort(), asked.descending());
        List<Integer> order = expected(all);
        Selection selection = select(asked);
        List<Integer> selected = expected(asked);
        for (int i = 0; i < order.size(); i += 17) {
            List<Integer> behind = order.subList(i + 1, order.size());
            assertThat(selection.behind(OptionalInt.of(order.get(i)), 3).rows())
                    .extracting(FindingRow::place)
                    .isEqualTo(
                            behind.stream().filter(selected::contains).limit(3).toList());
        }
    }

    @Property(tries = 300)
    void aFindingOutsideTheScopeTellsNothingOfItsOrder(@ForAll("asked") Asked asked) {
        Selection selection = select(asked);
        List<FindingRow> first = selection.behind(OptionalInt.empty(), 5).rows();
        for (int place = -1; place <= FINDINGS.size(); place++) {
            boolean known = place >= 0 && place < FINDINGS.size() && covers(asked.scope(), FINDINGS.get(place));
            if (!known) {
                assertThat(selection.behind(OptionalInt.of(place), 5).rows()).isEqualTo(first);
                assertThat(selection.before(place, 5).rows()).isEmpty();
            }
        }
    }

    @Property(tries = 60)
    void aFindingHasAnAddressInItsScopeAlone(@ForAll("asked") Asked asked) {
        for (int place = 0; place < FINDINGS.size(); place++) {
            StoredVerdict verdict = FINDINGS.get(place);
            Optional<FindingRow> found = INDEX.find(asked.scope(), verdict.recordId(), verdict.listId(), STATES);
            assertThat(found.map(FindingRow::place))
                    .isEqualTo(Optional.of(place).filter(it -> covers(asked.scope(), verdict)));
        }
        assertThat(INDEX.find(asked.scope(), "FZ", "energy-saving", STATES)).isEmpty();
    }

    @Property(tries = 100)
    void choicesAreThoseOfTheScope(@ForAll("asked") Asked asked) {
        FindingChoices choices = INDEX.choices(asked.scope());
        assertThat(choices.regions()).isEqualTo(counts(asked.scope(), StoredVerdict::regionCode));
        assertThat(choices.rules()).isEqualTo(counts(asked.scope(), FindingIndexTest::rule));
        assertThat(choices.lists()).isEqualTo(counts(asked.scope(), StoredVerdict::listId));
        assertThat(choices.families()).isEqualTo(counts(asked.scope(), verdict -> FAMILIES.get(verdict.entryId())));
    }

    @Example
    void aRowShowsItsFinding() {
        for (int place = 0; place < FINDINGS.size(); place++) {
            StoredVerdict verdict = FINDINGS.get(place);
            assertThat(INDEX.row(place, STATES))
                    .isEqualTo(new FindingRow(
                            place,
                            verdict.recordId(),
                            verdict.regionCode(),
                            verdict.buyerCode(),
                            verdict.buyerName(),
                            verdict.contractNo(),
                            verdict.contractDate(),
                            verdict.itemName(),
                            verdict.brand(),
                            verdict.model(),
                            verdict.amountFen(),
                            verdict.listId(),
                            FAMILIES.get(verdict.entryId()),
                            verdict.duty(),
                            verdict.outcome(),
                            rule(verdict),
                            verdict.firstSeen(),
                            verdict.isNew(),
                            stateAt(place)));
        }
    }

    @Example
    void aDecisionThatAppliesTellsBeforeOneThatDoesNotAndAWithdrawnOneTellsNothing() {
        Optional<Decision.Withdrawal> withdrawn = Optional.of(new Decision.Withdrawal("乙", DAY, "误"));
        List<Decision> decisions =
                List.of(confirmed(1, Optional.empty()), confirmed(2, Optional.empty()), confirmed(3, withdrawn));
        List<StoredUse> uses = List.of(
                use(FINDINGS.get(0), 1, DecisionUse.State.STALE),
                use(FINDINGS.get(0), 2, DecisionUse.State.APPLIED),
                use(FINDINGS.get(1), 1, DecisionUse.State.STALE),
                use(FINDINGS.get(2), 3, DecisionUse.State.APPLIED));
        FindingStates states = FindingStates.of(INDEX.columns(), DAY, uses, decisions, RegistryFixtures.brands());
        assertThat(Stream.of(0, 1, 2, 3).map(states::of))
                .containsExactly(FindingState.DECIDED, FindingState.STALE, FindingState.OPEN, FindingState.OPEN);
    }

    @Property(tries = 60)
    void aUnitsFindingsAreThoseOfItsRegionCodeAndNameAndAreHandedOutWithTheirRows(
            @ForAll("asked") Asked asked, @ForAll boolean uncoded) throws IOException {
        for (StoredVerdict one : FINDINGS.subList(0, 20)) {
            BuyerKey unit = new BuyerKey(one.regionCode(), one.buyerCode(), one.buyerName());
            List<Integer> expected = IntStream.range(0, FINDINGS.size())
                    .filter(place -> covers(asked.scope(), FINDINGS.get(place)))
                    .filter(place -> isOf(unit, uncoded, FINDINGS.get(place)))
                    .boxed()
                    .toList();
            List<Integer> read = new ArrayList<>();
            INDEX.ofUnit(asked.scope(), unit, uncoded, STATES).read((row, verdict) -> {
                assertThat(verdict).isEqualTo(FINDINGS.get(row.place()));
                assertThat(row.state()).isEqualTo(stateAt(row.place()));
                read.add(row.place());
            });
            assertThat(read).isEqualTo(expected);
        }
    }

    private static boolean isOf(BuyerKey unit, boolean uncoded, StoredVerdict verdict) {
        return verdict.regionCode().equals(unit.regionCode())
                && verdict.buyerName().equals(unit.buyerName())
                && (verdict.buyerCode().equals(unit.buyerCode())
                        || (uncoded && verdict.buyerCode().isEmpty()));
    }

    @Example
    void whatWasDecidedSinceTheAuditIsUnsettledUnlessItConfirmsTheFinding() {
        List<Decision> decisions = List.of(
                about(1, 0, new Ruling.NotListed()),
                about(2, 1, new Ruling.Confirmed()),
                about(3, 2, new Ruling.NotListed()));
        List<StoredUse> uses = List.of(use(FINDINGS.get(0), 1, DecisionUse.State.APPLIED));
        FindingStates states = FindingStates.of(INDEX.columns(), DAY, uses, decisions, RegistryFixtures.brands());
        assertThat(Stream.of(0, 1, 2, 3)
                        .map(place -> states.of(place) + " " + states.isUnsettled(INDEX.row(place, states))))
                .as("applied and a finding all the same, confirmed since, decided since, open")
                .containsExactly("DECIDED false", "DECIDED false", "DECIDED true", "OPEN false");
    }

    /** A decision about a finding. */
    private static Decision about(long id, int place, Ruling ruling) {
        StoredVerdict verdict = FINDINGS.get(place);
        return new Decision(
                id,
                new Decision.Finding(
                        verdict.recordId(), verdict.listId(), "", "", new BuyingUnit("", "", ""), List.of()),
                false,
                ruling,
                "甲",
                DAY,
                "",
                Optional.empty(),
                Optional.empty());
    }

    private static Selection select(Asked asked) {
        return INDEX.select(asked.scope(), asked.filter(), STATES, asked.sort(), asked.descending());
    }

    private static SortedMap<String, Count> counts(AccessScope scope, Function<StoredVerdict, String> word) {
        return FINDINGS.stream()
                .filter(verdict -> covers(scope, verdict))
                .collect(Collectors.toMap(
                        word, verdict -> new Count(1, verdict.amountFen()), Count::plus, TreeMap::new));
    }

    private static boolean covers(AccessScope scope, StoredVerdict verdict) {
        return verdict.regionCode().startsWith(scope.regionPrefix())
                && (scope.buyerCode().isEmpty() || scope.buyerCode().equals(verdict.buyerCode()));
    }

    private static List<Integer> expected(Asked asked) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < FINDINGS.size(); place++) {
            StoredVerdict verdict = FINDINGS.get(place);
            boolean inState =
                    asked.filter().state().isEmpty() || asked.filter().state().get() == stateAt(place);
            if (covers(asked.scope(), verdict) && inState && meets(asked.filter(), verdict)) {
                places.add(place);
            }
        }
        Comparator<Integer> order = order(asked.sort());
        places.sort(asked.descending() ? order.reversed() : order);
        return places;
    }

    private static Comparator<Integer> order(FindingSort sort) {
        return switch (sort) {
            case REPORT -> Comparator.naturalOrder();
            case BUYER -> by(StoredVerdict::buyerName);
            case ITEM -> by(StoredVerdict::itemName);
            case RULE -> by(FindingIndexTest::rule);
            case SIGNED -> by(StoredVerdict::contractDate);
            case AMOUNT -> by(StoredVerdict::amountFen);
            case FIRST_SEEN -> by(StoredVerdict::firstSeen);
        };
    }

    private static <T extends Comparable<? super T>> Comparator<Integer> by(Function<StoredVerdict, T> part) {
        return Comparator.comparing(place -> part.apply(FINDINGS.get(place)));
    }

    private static boolean meets(FindingFilter filter, StoredVerdict verdict) {
        String text = NameKeys.normalise(filter.text());
        return filter.outcome().map(verdict.outcome()::equals).orElse(true)
                && verdict.regionCode().startsWith(filter.regionPrefix())
                && (filter.buyer().isEmpty()
                        || filter.buyer().equals(verdict.buyerCode())
                        || filter.buyer().equals(verdict.buyerName()))
                && (filter.rule().isEmpty() || filter.rule().equals(rule(verdict)))
                && filter.duty().map(verdict.duty()::equals).orElse(true)
                && (filter.list().isEmpty() || filter.list().equals(verdict.listId()))
                && (filter.family().isEmpty() || filter.family().equals(FAMILIES.get(verdict.entryId())))
                && filter.from().orElse(Long.MIN_VALUE) <= verdict.amountFen()
                && filter.to().orElse(Long.MAX_VALUE) >= verdict.amountFen()
                && !filter.signedFrom().orElse(LocalDate.MIN).isAfter(verdict.contractDate())
                && !filter.signedTo().orElse(LocalDate.MAX).isBefore(verdict.contractDate())
                && (!filter.onlyNew() || verdict.isNew())
                && Stream.of(
                                verdict.recordId(),
                                verdict.contractNo(),
                                verdict.buyerCode(),
                                verdict.buyerName(),
                                verdict.supplierName(),
                                verdict.itemName(),
                                verdict.brand(),
                                verdict.model(),
                                verdict.certificateNo())
                        .anyMatch(cell -> NameKeys.normalise(cell).contains(text));
    }

    private static String rule(StoredVerdict verdict) {
        return verdict.outcome() == Outcome.VIOLATION ? verdict.rule() : verdict.question();
    }
}
