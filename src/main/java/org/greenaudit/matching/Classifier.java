package org.greenaudit.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.ListNames;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.catalog.StandardExclusion;
import org.greenaudit.matching.phrase.KnownKinds;
import org.greenaudit.matching.phrase.NameReader;
import org.greenaudit.matching.phrase.NameReading;
import org.greenaudit.matching.phrase.TermIndex;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.text.NormalizedText;

/**
 * Finds which listed items a purchase line falls under: what its name says, in which catalogue its code is written, and
 * which rows of each list edition in force on the contract date these two point at. Knows no certificate, no duty and no
 * audited window. Safe for several threads; remembers the last classifications, for most lines repeat what others say.
 */
public final class Classifier {

    /** Buildings and land: their names are places, which a name may end in (空调 办公楼). */
    private static final String PLACES = "A01";

    /** How many classifications are remembered, of about a kilobyte each. */
    private static final int MOST_KNOWN = 10_000;

    private final List<String> listIds;
    private final List<ListIndex> lists;
    private final NameReader reader;
    private final LineNameReader lineReader;
    private final SchemeInference schemes;
    private final NameAgreement agreement;
    private final ListMatcher matcher;
    private final ProductKinds kinds;
    private final LocalDate[] turns;
    private final Cache<Grounds, Classification> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    /**
     * Builds every index once.
     *
     * @param catalog lists, codes, kinds and terms
     * @param schemeDefault which catalogue codes are written in when nothing else tells
     */
    public Classifier(CatalogSnapshot catalog, SchemeDefault schemeDefault) {
        this.listIds = catalog.listIds();
        this.lists = catalog.lists().stream()
                .map(list -> new ListIndex(list, catalog.kinds()))
                .toList();
        Set<String> listed = listed(catalog);
        this.reader = new NameReader(terms(catalog, lists), catalog.kinds(), catalog.brands(), listed);
        this.lineReader = new LineNameReader(catalog.kinds());
        this.agreement = new NameAgreement(catalog, reader, lists);
        this.schemes = new SchemeInference(agreement, schemeDefault);
        this.matcher = new ListMatcher(catalog, agreement, listed);
        this.kinds = catalog.kinds();
        this.turns = turns(catalog, schemeDefault);
    }

    /** The first days of the periods within which a line is classified alike whatever its date. */
    private static LocalDate[] turns(CatalogSnapshot catalog, SchemeDefault schemeDefault) {
        Stream<LocalDate> ofLists = catalog.lists().stream()
                .flatMap(list -> list.effectiveTo().equals(LocalDate.MAX)
                        ? Stream.of(list.effectiveFrom())
                        : Stream.of(list.effectiveFrom(), list.effectiveTo().plusDays(1)));
        Stream<LocalDate> ofStandards = catalog.exclusions().stream().map(StandardExclusion::from);
        return Stream.of(ofLists, ofStandards, Stream.of(schemeDefault.switchDate()))
                .flatMap(dates -> dates)
                .sorted()
                .distinct()
                .toArray(LocalDate[]::new);
    }

    /**
     * The catalog's terms and goods at large: what the category catalogue names outside every list becomes a term for other
     * goods, so that a listed word before it (空调救护车) is read as the modifier that it is.
     */
    private static List<NameTerm> terms(CatalogSnapshot catalog, List<ListIndex> lists) {
        List<NameTerm> terms = new ArrayList<>(catalog.terms());
        TermIndex index = new TermIndex(terms);
        Set<String> known = new HashSet<>();
        terms.forEach(term -> known.add(term.text()));
        catalog.categories().goods().forEach((code, names) -> {
            if (!code.value().startsWith(PLACES) && !leadsToAList(code, lists)) {
                for (String name : names) {
                    if (index.find(NormalizedText.of(name)).isEmpty() && known.add(name)) {
                        terms.add(new NameTerm(name, NameTerm.Role.OTHER_GOODS, ""));
                    }
                }
            }
        });
        return terms;
    }

    /** The kinds that rows of any list cover, whole or in part: those of the rows, and all above and below them. */
    private static Set<String> listed(CatalogSnapshot catalog) {
        Set<String> listed = new HashSet<>();
        catalog.lists().stream().flatMap(list -> list.items().stream()).forEach(item -> {
            addWithThoseBelow(item.kind(), catalog.kinds(), listed);
            Optional<String> above = catalog.kinds().parent(item.kind());
            while (above.isPresent()) {
                listed.add(above.get());
                above = catalog.kinds().parent(above.get());
            }
        });
        return listed;
    }

    private static void addWithThoseBelow(String kind, ProductKinds kinds, Set<String> to) {
        to.add(kind);
        kinds.children(kind).forEach(below -> addWithThoseBelow(below, kinds, to));
    }

    private static boolean leadsToAList(CategoryCode code, List<ListIndex> lists) {
        return lists.stream()
                .anyMatch(list -> !list.related(CategoryScheme.GPC2022, code).isEmpty());
    }

    /**
     * Classifies a line.
     *
     * @param line the line as read
     * @param trace takes down the reasoning; {@link Trace#NONE} in the nightly run
     */
    public Classification classify(PurchaseLine line, Trace trace) {
        if (trace.on()) {
            return read(line, trace);
        }
        Grounds grounds = grounds(line);
        Classification classification = known.getIfPresent(grounds);
        if (classification == null) {
            classification = read(line, trace);
            known.put(grounds, classification);
        }
        return classification;
    }

    /**
     * All of a line that its classification rests on.
     *
     * @param period which of the times between two changes of lists and standards its contract date falls into
     * @param roomPriced whether one piece may be a room machine by its price
     */
    private record Grounds(
            int period,
            String categoryCode,
            String categoryName,
            String categoryScheme,
            String itemName,
            String model,
            String spec,
            boolean roomPriced) {}

    private Grounds grounds(PurchaseLine line) {
        int turn = Arrays.binarySearch(turns, line.contractDate());
        return new Grounds(
                turn < 0 ? -turn - 2 : turn,
                line.categoryCode(),
                line.categoryName(),
                line.categoryScheme(),
                line.itemName(),
                line.model(),
                line.spec(),
                AirConditioning.isRoomPriced(line));
    }

    private Classification read(PurchaseLine line, Trace trace) {
        LineText text = new LineText(line, reader);
        LineNameReader.Readings readings = lineReader.read(text, trace);
        SchemeInference.Reading scheme = schemes.read(text, readings.item(), readings.category());
        if (trace.on()) {
            explain(line, scheme, trace);
        }
        boolean asService = scheme.code()
                .map(CategoryCode::isWorksOrService)
                .orElse(readings.category().shape() == NameReading.Shape.SERVICE);
        ListMatcher.Sector sector = asService
                ? matcher.underService(
                        lists.stream()
                                .filter(list -> list.list().governs(line.contractDate()))
                                .toList(),
                        text,
                        readings.line(),
                        scheme)
                : ListMatcher.Sector.GOODS;
        List<ListMatch> matches = new ArrayList<>(listIds.size());
        for (String listId : listIds) {
            Optional<ListIndex> list = inForce(listId, line.contractDate());
            if (list.isPresent()) {
                matches.add(matcher.match(list.get(), text, readings.line(), scheme, sector, trace));
            } else {
                if (trace.on()) {
                    trace.note(Text.of("trace.no-list", nameOf(listId), line.contractDate()));
                }
                matches.add(new ListMatch.Outside(listId, NotListedReason.NO_LIST_IN_FORCE));
            }
        }
        return new Classification(scheme.alternative().isPresent() ? Optional.empty() : scheme.scheme(), matches);
    }

    /**
     * The match of a line that a person has told to be a listed item. What a standard leaves out cannot be certified,
     * whoever names it, and stays a question.
     *
     * @param found the match by the line's own words
     * @return that match where no edition in force has the item
     */
    public ListMatch decided(PurchaseLine line, ListMatch found, String entryId) {
        return inForce(found.listId(), line.contractDate())
                .flatMap(index -> index.list().items().stream()
                        .filter(item -> item.entryId().equals(entryId))
                        .findFirst()
                        .map(item -> matcher.decided(index.list(), item, line, found)))
                .orElse(found);
    }

    /** Whether a text names one printing technology by which printers are told apart. */
    public boolean tellsTechnology(String text) {
        return !leavesOpen(text)
                && mentioned(text)
                                .filter(kind -> KnownKinds.isPrintingTechnology(kinds, kind))
                                .distinct()
                                .count()
                        == 1;
    }

    /** 激光或喷墨, 不是激光: what is none of them, or one of several. */
    private static boolean leavesOpen(String text) {
        return text.chars().anyMatch(c -> "不非无未或".indexOf(c) >= 0);
    }

    /** Whether a text names goods, or what tells them from others of the same name. */
    public boolean tellsKind(String text) {
        return !leavesOpen(text) && mentioned(text).findAny().isPresent();
    }

    private Stream<String> mentioned(String text) {
        return reader.mentions(NormalizedText.of(text), false).stream()
                .flatMap(mention -> Stream.concat(
                        mention.isGoods() ? Stream.of(mention.kind()) : Stream.empty(), mention.qualifies().stream()));
    }

    /** Whether a text tells a cooling capacity. */
    public static boolean tellsCapacity(String text) {
        return CoolingCapacity.read(NormalizedText.of(text)).isPresent();
    }

    private String nameOf(String listId) {
        return lists.stream()
                .map(ListIndex::list)
                .filter(list -> list.id().equals(listId))
                .findFirst()
                .map(ListNames::of)
                .orElse(listId);
    }

    private Optional<ListIndex> inForce(String listId, LocalDate contractDate) {
        for (ListIndex list : lists) {
            if (list.list().id().equals(listId) && list.list().governs(contractDate)) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    private void explain(PurchaseLine line, SchemeInference.Reading scheme, Trace trace) {
        if (scheme.code().isEmpty()) {
            trace.note(Text.of("trace.no-code", line.categoryName().isEmpty() ? "@trace.empty" : line.categoryName()));
            return;
        }
        String unknown = "@trace.name-unknown";
        String in2013 = agreement.name(CategoryScheme.GPC2013, scheme.code().get());
        String in2022 = agreement.name(CategoryScheme.GPC2022, scheme.code().get());
        trace.note(Text.of(
                "trace.code",
                line.categoryCode(),
                in2013.isEmpty() ? unknown : in2013,
                in2022.isEmpty() ? unknown : in2022));
        String ground = "@trace.ground." + scheme.ground().name().toLowerCase(Locale.ROOT);
        trace.note(
                scheme.alternative().isPresent()
                        ? Text.of("trace.scheme-open", ground)
                        : Text.of("trace.scheme", scheme.scheme().orElseThrow().year(), ground));
    }
}
