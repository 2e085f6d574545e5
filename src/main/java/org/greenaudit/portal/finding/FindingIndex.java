package org.greenaudit.portal.finding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.assessment.Count;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.decision.Decision;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.finding.FindingColumns.Words;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.store.RowSink;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.text.NameKeys;

/**
 * The findings of a completed run, which never change, in memory: a page of a hundred thousand is filtered and sorted in
 * milliseconds, and no page waits for an audit that is writing to the database.
 */
public final class FindingIndex {

    /** Reads findings whole. */
    interface Whole {

        /** Hands out the findings at these places, in the order of the report. */
        void read(IntPredicate places, RowSink<StoredVerdict> sink) throws IOException;
    }

    /** What a selection depends on; states are others as soon as something is decided. */
    private record Asked(
            AccessScope scope, FindingFilter filter, FindingStates states, FindingSort sort, boolean descending) {}

    /** The questions of a scope depend on this. */
    private record Open(AccessScope scope, FindingStates states) {}

    /** So many places of selections are kept, of eight bytes each: whoever turns a page asks for the same again. */
    private static final long KEPT_PLACES = 1_000_000;

    private static final long KEPT_SCOPES = 50;

    private final Cache<Asked, Selection> selections = Caffeine.newBuilder()
            .maximumWeight(KEPT_PLACES)
            .weigher((Asked asked, Selection selection) ->
                    1 + Math.toIntExact(selection.count().lines()))
            .build();
    private final Cache<AccessScope, FindingChoices> choices =
            Caffeine.newBuilder().maximumSize(KEPT_SCOPES).build();
    private final Cache<Open, List<QuestionGroup>> questions =
            Caffeine.newBuilder().maximumSize(KEPT_SCOPES).build();
    private final RunRecord run;
    private final FindingColumns columns;
    private final Whole whole;
    private final Map<FindingSort, int[]> ranks = new EnumMap<>(FindingSort.class);

    FindingIndex(RunRecord run, FindingColumns columns, Whole whole) {
        this.run = run;
        this.columns = columns;
        this.whole = whole;
    }

    /** How many findings the run has. */
    int size() {
        return columns.size();
    }

    /** The run. */
    public RunRecord run() {
        return run;
    }

    FindingColumns columns() {
        return columns;
    }

    long amount(int place) {
        return columns.amount(place);
    }

    Outcome outcome(int place) {
        return columns.outcome(place);
    }

    /** Hands out the findings at these places as they are stored, in the order of the report. */
    void read(IntPredicate places, RowSink<StoredVerdict> sink) throws IOException {
        whole.read(places, sink);
    }

    /**
     * The findings in a scope that a filter asks for.
     *
     * @param states what became of the run's findings
     * @param descending whether the highest stand first; those that are alike stand as in the report all the same
     */
    public Selection select(
            AccessScope scope, FindingFilter filter, FindingStates states, FindingSort sort, boolean descending) {
        return selections.get(new Asked(scope, filter, states, sort, descending), asked -> {
            IntPredicate inScope = in(scope);
            IntPredicate wanted = inScope.and(meets(filter)).and(states.are(filter.state()));
            return selection(inScope, wanted, states, sort, descending);
        });
    }

    /**
     * The findings in a scope of one unit as the assessment knows it, in the order of the report.
     *
     * @param uncoded whether the lines of its region and name that have no code are its own
     * @param states what became of the run's findings
     */
    public Selection ofUnit(AccessScope scope, BuyerKey unit, boolean uncoded, FindingStates states) {
        IntPredicate inScope = in(scope);
        IntPredicate wanted = inScope.and(oneOf(Words.REGION, unit.regionCode()::equals))
                .and(oneOf(Words.BUYER_NAME, unit.buyerName()::equals))
                .and(oneOf(Words.BUYER_CODE, code -> code.equals(unit.buyerCode()) || (uncoded && code.isEmpty())));
        return selection(inScope, wanted, states, FindingSort.REPORT, false);
    }

    private Selection selection(
            IntPredicate inScope, IntPredicate wanted, FindingStates states, FindingSort sort, boolean descending) {
        IntUnaryOperator rank = rank(sort);
        IntToLongFunction key = place -> {
            int first = rank.applyAsInt(place);
            return (long) (descending ? Integer.MAX_VALUE - first : first) << Integer.SIZE | place;
        };
        long[] keys = places().filter(wanted).mapToLong(key).sorted().toArray();
        return new Selection(this, states, inScope, key, keys);
    }

    /** The finding of a record under a list, if it is in the scope. */
    public Optional<FindingRow> find(AccessScope scope, String recordId, String listId, FindingStates states) {
        byte[] record = recordId.getBytes(StandardCharsets.UTF_8);
        return places().filter(
                        in(scope).and(oneOf(Words.LIST, listId::equals)).and(place -> columns.isOf(place, record)))
                .mapToObj(place -> row(place, states))
                .findFirst();
    }

    /** What the findings in a scope have that a filter can ask for. */
    public FindingChoices choices(AccessScope scope) {
        return choices.get(scope, of -> {
            int[] places = places().filter(in(scope)).toArray();
            return new FindingChoices(
                    counts(places, Words.REGION),
                    counts(places, Words.RULE),
                    counts(places, Words.LIST),
                    counts(places, Words.FAMILY));
        });
    }

    /** The open questions in a scope, those together that one answer would settle; the most numerous first. */
    public List<QuestionGroup> questions(AccessScope scope, FindingStates states) {
        return questions.get(new Open(scope, states), asked -> grouped(scope, states));
    }

    private List<QuestionGroup> grouped(AccessScope scope, FindingStates states) {
        Map<List<Integer>, List<Integer>> groups = places().filter(open(scope, states))
                .boxed()
                .collect(Collectors.groupingBy(
                        place -> Stream.of(Words.RULE, Words.LIST, Words.ITEM, Words.BRAND, Words.MODEL)
                                .map(column -> columns.word(column, place))
                                .toList(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.values().stream()
                .map(this::group)
                .sorted(Comparator.comparing(
                                (QuestionGroup group) -> group.count().lines())
                        .thenComparing(group -> group.count().amountFen())
                        .reversed())
                .toList();
    }

    /**
     * The open questions in a scope by their age in days at the audit date.
     *
     * @param limits up to how many days each class reaches, ascending; one class more has those that are older
     */
    public List<Count> questionsByAge(AccessScope scope, FindingStates states, int... limits) {
        Count[] classes = new Count[limits.length + 1];
        Arrays.fill(classes, Count.ZERO);
        long auditDay = run.auditDate().toEpochDay();
        places().filter(open(scope, states)).forEach(place -> {
            int at = Arrays.binarySearch(limits, Math.toIntExact(auditDay - columns.firstSeenDay(place)));
            int of = at < 0 ? -at - 1 : at;
            classes[of] = classes[of].plusLine(columns.amount(place));
        });
        return List.of(classes);
    }

    /** The findings under a list that a decision about a product reaches: those of its brand and model, by whomever they were bought. */
    public Count ofProduct(String listId, String brand, String model, BrandAliases brands) {
        String wanted = Decision.Finding.productKey(brand, model, brands);
        Map<List<Integer>, Boolean> known = new HashMap<>();
        return places().filter(oneOf(Words.LIST, listId::equals))
                .filter(place -> known.computeIfAbsent(
                        Stream.of(Words.BRAND, Words.MODEL, Words.ITEM)
                                .map(column -> columns.word(column, place))
                                .toList(),
                        words -> wanted.equals(productKey(place, brands))))
                .mapToObj(place -> new Count(1, columns.amount(place)))
                .reduce(Count.ZERO, Count::plus);
    }

    private String productKey(int place, BrandAliases brands) {
        BoughtProduct bought = BoughtProduct.of(
                columns.text(Words.BRAND, place),
                columns.text(Words.MODEL, place),
                columns.text(Words.ITEM, place),
                brands);
        return Decision.Finding.productKey(bought.brand(), bought.model(), brands);
    }

    private IntPredicate open(AccessScope scope, FindingStates states) {
        return in(scope)
                .and(place -> columns.outcome(place) == Outcome.UNDETERMINED)
                .and(states.are(Optional.of(FindingState.OPEN)));
    }

    private QuestionGroup group(List<Integer> places) {
        int first = places.get(0);
        return new QuestionGroup(
                columns.text(Words.RULE, first),
                columns.text(Words.LIST, first),
                columns.text(Words.ITEM, first),
                columns.text(Words.BRAND, first),
                columns.text(Words.MODEL, first),
                new Count(
                        places.size(),
                        places.stream().mapToLong(columns::amount).sum()),
                places.stream()
                        .map(columns::firstSeen)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                places.stream().limit(QuestionGroup.MOST).map(columns::record).toList());
    }

    private SortedMap<String, Count> counts(int[] places, Words column) {
        Count[] counts = new Count[columns.dictionary(column).size()];
        Arrays.fill(counts, Count.ZERO);
        for (int place : places) {
            int word = columns.word(column, place);
            counts[word] = counts[word].plusLine(columns.amount(place));
        }
        SortedMap<String, Count> found = new TreeMap<>();
        for (int word = 0; word < counts.length; word++) {
            if (counts[word].lines() > 0) {
                found.put(columns.dictionary(column).text(word), counts[word]);
            }
        }
        return found;
    }

    private IntStream places() {
        return IntStream.range(0, columns.size());
    }

    private IntPredicate in(AccessScope scope) {
        IntPredicate inRegion = oneOf(Words.REGION, scope::coversRegion);
        return scope.buyerCode().isEmpty()
                ? inRegion
                : inRegion.and(oneOf(Words.BUYER_CODE, scope.buyerCode()::equals));
    }

    private IntPredicate meets(FindingFilter filter) {
        IntPredicate meets = filter.regionPrefix().isEmpty()
                ? place -> true
                : oneOf(Words.REGION, code -> code.startsWith(filter.regionPrefix()));
        meets = and(meets, filter.rule(), text -> oneOf(Words.RULE, text::equals));
        meets = and(meets, filter.list(), text -> oneOf(Words.LIST, text::equals));
        meets = and(meets, filter.family(), text -> oneOf(Words.FAMILY, text::equals));
        meets = and(meets, filter.buyer(), this::boughtBy);
        meets = and(meets, NameKeys.normalise(filter.text()), this::holds);
        if (filter.outcome().isPresent()) {
            Outcome outcome = filter.outcome().get();
            meets = meets.and(place -> columns.outcome(place) == outcome);
        }
        if (filter.duty().isPresent()) {
            meets = meets.and(place -> columns.duty(place) == filter.duty().get());
        }
        if (filter.onlyNew()) {
            meets = meets.and(columns::isNew);
        }
        meets = and(meets, columns::amount, filter.from(), filter.to());
        return and(
                meets,
                columns::signedDay,
                filter.signedFrom().map(LocalDate::toEpochDay),
                filter.signedTo().map(LocalDate::toEpochDay));
    }

    /** A unit by its code or by its name. */
    private IntPredicate boughtBy(String buyer) {
        return oneOf(Words.BUYER_CODE, buyer::equals).or(oneOf(Words.BUYER_NAME, buyer::equals));
    }

    /** Whether any of the texts that tell a finding from others holds that part. */
    private IntPredicate holds(String part) {
        IntPredicate inWords = place -> false;
        for (Words column : List.of(
                Words.BUYER_NAME,
                Words.BUYER_CODE,
                Words.CONTRACT,
                Words.SUPPLIER,
                Words.ITEM,
                Words.BRAND,
                Words.MODEL,
                Words.CERTIFICATE)) {
            inWords = inWords.or(oneOf(column, text -> NameKeys.normalise(text).contains(part)));
        }
        return inWords.or(place -> NameKeys.normalise(columns.record(place)).contains(part));
    }

    private static IntPredicate and(IntPredicate one, String asked, Function<String, IntPredicate> other) {
        return asked.isEmpty() ? one : one.and(other.apply(asked));
    }

    private static IntPredicate and(
            IntPredicate one, IntToLongFunction value, Optional<Long> lowest, Optional<Long> highest) {
        if (lowest.isEmpty() && highest.isEmpty()) {
            return one;
        }
        long from = lowest.orElse(Long.MIN_VALUE);
        long to = highest.orElse(Long.MAX_VALUE);
        return one.and(place -> value.applyAsLong(place) >= from && value.applyAsLong(place) <= to);
    }

    /** Each text of the column is looked at once, however many findings have it. */
    private IntPredicate oneOf(Words column, Predicate<String> wanted) {
        boolean[] chosen = columns.dictionary(column).chosen(wanted);
        return place -> chosen[columns.word(column, place)];
    }

    /** By place, where a finding stands in an order; those that are alike stand at one. */
    private IntUnaryOperator rank(FindingSort sort) {
        if (sort == FindingSort.REPORT) {
            return place -> place;
        }
        synchronized (ranks) {
            // made when it is first asked for
            int[] made = ranks.computeIfAbsent(sort, this::ranked);
            return place -> made[place];
        }
    }

    private int[] ranked(FindingSort sort) {
        return switch (sort) {
            case REPORT -> places().toArray();
            case BUYER -> ranked(Words.BUYER_NAME);
            case ITEM -> ranked(Words.ITEM);
            case RULE -> ranked(Words.RULE);
            case SIGNED -> ranked(columns::signedDay);
            case FIRST_SEEN -> ranked(columns::firstSeenDay);
            case AMOUNT -> ranked(columns::amount);
        };
    }

    private int[] ranked(Words column) {
        int[] order = columns.dictionary(column).places();
        return places().map(place -> order[columns.word(column, place)]).toArray();
    }

    private int[] ranked(IntToLongFunction value) {
        long[] distinct = places().mapToLong(value).sorted().distinct().toArray();
        return places().map(place -> Arrays.binarySearch(distinct, value.applyAsLong(place)))
                .toArray();
    }

    FindingRow row(int place, FindingStates states) {
        return new FindingRow(
                place,
                columns.record(place),
                columns.text(Words.REGION, place),
                columns.text(Words.BUYER_CODE, place),
                columns.text(Words.BUYER_NAME, place),
                columns.text(Words.CONTRACT, place),
                columns.signed(place),
                columns.text(Words.ITEM, place),
                columns.text(Words.BRAND, place),
                columns.text(Words.MODEL, place),
                columns.amount(place),
                columns.text(Words.LIST, place),
                columns.text(Words.FAMILY, place),
                columns.duty(place),
                columns.outcome(place),
                columns.text(Words.RULE, place),
                columns.firstSeen(place),
                columns.isNew(place),
                states.of(place));
    }
}
