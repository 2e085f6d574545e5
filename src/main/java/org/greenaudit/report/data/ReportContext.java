package org.greenaudit.report.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.greenaudit.assessment.ControlTotals;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.assessment.RegionNames;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.Share;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Clause;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.rules.RuleBook;
import org.greenaudit.source.SourceContent;
import org.jspecify.annotations.Nullable;

/**
 * Looks up, for one run and in one locale, what the tables and the page say about lists, rows, rules and regions. For one
 * thread at a time.
 */
public final class ReportContext {

    /** What the words for a legal basis follow from. */
    private record Basis(List<String> clauseIds, String regionCode) {}

    private final RunData data;
    private final Messages messages;
    private final boolean english;
    private final Map<String, ListedItem> items = new HashMap<>();
    private final Map<String, ProductList> lists = new HashMap<>();
    private @Nullable SortedMap<String, String> regions;
    private final RuleBook rules;
    /** The same few stand in every finding. */
    private final Map<String, String> ruleTitles = new HashMap<>();

    private final Map<Basis, String> legalBases = new HashMap<>();

    /** The words for a run in one language. */
    public ReportContext(RunData data, Messages messages) {
        this.data = data;
        this.messages = messages;
        this.english = messages.english();
        this.rules = RuleBook.of(data.catalog());
        for (ProductList list : data.catalog().lists()) {
            lists.put(list.id(), list);
            list.items().forEach(item -> items.put(item.entryId(), item));
        }
    }

    /** The run. */
    public RunData data() {
        return data;
    }

    /** The catalogs that it was judged with. */
    public CatalogSnapshot catalog() {
        return data.catalog();
    }

    /** What was counted. */
    public RunCounts counts() {
        return data.counts();
    }

    /** The official indicators. */
    public Indicators indicators() {
        return Indicators.of(data.counts());
    }

    /** The words of the language. */
    public Messages messages() {
        return messages;
    }

    /** Whether the language is English; it is Chinese otherwise. */
    public boolean english() {
        return english;
    }

    /** The text of a message key. */
    public String say(String key, Object... args) {
        return messages.get(key, args);
    }

    /** A share, or the sign that there is none and why. */
    public String share(Share share) {
        return share instanceof Share.None none
                ? messages.render(none.text())
                : share.percent().map(Numbers::percent).orElseThrow();
    }

    /** The texts, joined by the separator of the language. */
    public String say(List<Text> texts) {
        return String.join(separator(), texts.stream().map(messages::render).toList());
    }

    /** The listed item with this id. */
    public ListedItem item(String entryId) {
        return Optional.ofNullable(items.get(entryId))
                .orElseThrow(() -> new ExplainedException(Text.of("report.error.unknown-entry", entryId)));
    }

    /** The latest edition of a list. */
    public ProductList list(String listId) {
        return Optional.ofNullable(lists.get(listId))
                .orElseThrow(() -> new ExplainedException(Text.of("report.error.unknown-list", listId)));
    }

    /** A list's title. */
    public String listTitle(String listId) {
        return english ? list(listId).titleEn() : list(listId).titleZh();
    }

    /** What files call a list in Chinese: the category of its certificates, such as 节能产品. */
    public String listWord(String listId) {
        return list(listId).certificateCategory();
    }

    /** What files call a duty in Chinese: 强制. */
    public String dutyWord(String duty) {
        return say("report.word." + duty);
    }

    /** The Chinese header of a feed column. */
    public String columnWord(String header) {
        return FeedColumn.ofHeader(header)
                .map(FeedColumn::chinese)
                .orElseGet(() -> data.catalog().certificateColumns().getOrDefault(header, header));
    }

    /** Every region code and its name. */
    public SortedMap<String, String> regions() {
        if (regions == null) {
            regions = RegionNames.of(data.counts());
        }
        return regions;
    }

    /** A region as people read it: its name and its code, or only what is known of them. */
    public String region(String code) {
        if (code.isEmpty()) {
            return say("report.region.unknown");
        }
        String named = regions().getOrDefault(code, "");
        String name = named.isEmpty() ? catalog().regions().name(code).orElse("") : named;
        return name.isEmpty() ? code : name + " " + code;
    }

    /** The title for people; a county's names it. */
    public String title() {
        String title = english ? data.titleEn() : data.title();
        return data.county().map(county -> title + " · " + region(county)).orElse(title);
    }

    /** A rule's title; empty where there is no rule. */
    public String ruleTitle(String code) {
        return code.isEmpty() ? "" : ruleTitles.computeIfAbsent(code, unsaid -> messages.render(rules.title(unsaid)));
    }

    /** The control totals; how many rows of the sources are a county's is not known beforehand. */
    public ControlTotals controlTotals() {
        long rows = data.county().isPresent()
                ? data.counts().rows()
                : data.sources().stream().mapToLong(SourceContent::rows).sum();
        return ControlTotals.of(data.counts(), data.catalog().listIds(), rows);
    }

    /**
     * The clauses that a verdict rests on and what the region's city plan says. A clause that is missing from a bureau's own
     * catalog is cited by its id.
     */
    public String legalBasis(List<String> clauseIds, String regionCode) {
        return legalBases.computeIfAbsent(new Basis(clauseIds, regionCode), this::cited);
    }

    private String cited(Basis basis) {
        List<String> citations = new ArrayList<>();
        for (String id : basis.clauseIds()) {
            Clause clause = data.catalog().clauses().getOrDefault(id, new Clause(id, id, id));
            citations.add(english ? clause.citationEn() : clause.citationZh());
        }
        plan(basis.regionCode())
                .map(plan -> english ? plan.citationEn() : plan.citationZh())
                .ifPresent(citations::add);
        return String.join(separator(), citations);
    }

    /** The city plan that applies to a region, if any: the first in the order of the job file. */
    public Optional<CityPlan> plan(String regionCode) {
        return data.plans().stream().filter(plan -> plan.governs(regionCode)).findFirst();
    }

    private String separator() {
        return english ? "; " : "；";
    }
}
