package org.greenaudit.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.matching.NotListedReason;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.DecisionUse.State;
import org.greenaudit.rules.Judge;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.Verdict;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.rules.certificate.ContractDays;

/**
 * Judges lines by the catalogs and by what people decided. A fact counts as if the feed had told it; an item, a place
 * outside the list, a certificate or an exemption counts under the decision's own list. A line that no decision names is
 * judged as ever. Immutable and safe for several threads.
 */
public final class DecidedEvaluator implements LineEvaluator {

    /** The key of what a verdict says of a fact that changes nothing; its first argument is the decision's number. */
    public static final String IDLE = "decision.idle";

    private final BrandAliases brands;
    private final ConfirmedCertificates certificates;
    private final Classifier classifier;
    private final Judge judge;
    private final Decisions decisions;
    private final LocalDate auditDate;

    /**
     * An evaluator.
     *
     * @param auditDate the day as of which decisions have expired or not
     */
    public DecidedEvaluator(
            CatalogSnapshot catalog, Classifier classifier, Judge judge, Decisions decisions, LocalDate auditDate) {
        this.brands = catalog.brands();
        this.certificates = new ConfirmedCertificates(catalog);
        this.classifier = classifier;
        this.judge = judge;
        this.decisions = decisions;
        this.auditDate = auditDate;
    }

    @Override
    public Judgement evaluate(PurchaseLine line, Trace matching, Trace checks) {
        List<Decision> naming = decisions.isEmpty() ? List.of() : decisions.naming(line);
        if (naming.isEmpty()) {
            return judged(line, matching, checks);
        }
        Judgement without = judged(line, Trace.NONE, Trace.NONE);
        Settled settled = settle(line, naming, matching, checks);
        List<Concern> concerns = concerns(line, naming, settled, without.verdicts());
        List<Verdict> verdicts = new ArrayList<>();
        for (Verdict verdict : settled.verdicts) {
            String list = verdict.item().listId();
            boolean rests = concerns.stream().anyMatch(concern -> concern.rests(list));
            verdicts.add(verdict.with(notes(list, concerns), rests));
        }
        return new Judgement(settled.classification, verdicts, uses(concerns, outcomes(without), outcomes(verdicts)));
    }

    /**
     * What decisions make of a line.
     *
     * @param found how it stands to the lists by what was told of it
     * @param classification the same with what was decided of it
     */
    private record Settled(
            Classification found, Classification classification, List<Verdict> verdicts, List<Standing> standings) {}

    private Settled settle(PurchaseLine line, List<Decision> naming, Trace matching, Trace checks) {
        LineFacts facts = LineFacts.of(line);
        PurchaseLine told = told(line, applied(withoutOverruled(standings(naming, facts))), matching);
        List<Standing> named = standings(ofProductTold(naming, line, told), facts);
        Classification found = classifier.classify(told, matching);
        List<Standing> standings = withoutOverruled(withSomethingToDismiss(named, told, found));
        List<Decision> applied = applied(standings);
        Classification classification = settled(found, told, applied);
        List<Verdict> verdicts = judge.judge(told, classification, checks).stream()
                .map(verdict -> settled(verdict, told, classification, applied))
                .toList();
        return new Settled(found, classification, verdicts, standings);
    }

    /** Where facts tell another product, what was decided about that one names the line, and no longer what its feed tells. */
    private List<Decision> ofProductTold(List<Decision> naming, PurchaseLine line, PurchaseLine told) {
        if (told.brand().equals(line.brand()) && told.model().equals(line.model())) {
            return naming;
        }
        return Stream.concat(
                        naming.stream().filter(decision -> decision.ruling() instanceof Ruling.Fact),
                        decisions.naming(told).stream().filter(decision -> !(decision.ruling() instanceof Ruling.Fact)))
                .sorted(Comparator.comparingLong(Decision::id))
                .toList();
    }

    private List<Standing> standings(List<Decision> naming, LineFacts facts) {
        return naming.stream().map(decision -> standing(decision, facts)).toList();
    }

    /**
     * A decision and the lists under which it counts for a line.
     *
     * @param lists none for a fact that changes nothing
     */
    private record Concern(Standing standing, Set<String> lists) {

        boolean rests(String list) {
            return standing.state == State.APPLIED && lists.contains(list);
        }

        boolean isIdle() {
            return lists.isEmpty();
        }
    }

    private List<Concern> concerns(PurchaseLine line, List<Decision> naming, Settled settled, List<Verdict> without) {
        List<Concern> concerns = new ArrayList<>();
        for (Standing standing : settled.standings) {
            Set<String> lists = new TreeSet<>(ofEveryList(settled.found, standing.decision));
            if (!(standing.decision.ruling() instanceof Ruling.Fact)) {
                lists.add(standing.decision.finding().listId());
            } else if (standing.state == State.APPLIED) {
                lists.addAll(changedBy(standing.decision, line, naming, settled.verdicts, without));
            } else {
                lists.add(standing.decision.finding().listId());
                Stream.concat(without.stream(), settled.verdicts.stream())
                        .forEach(verdict -> lists.add(verdict.item().listId()));
            }
            concerns.add(new Concern(standing, lists));
        }
        return concerns;
    }

    /** Whether goods were bought or a service is one question, and has one answer under every list that asks it. */
    private static Set<String> ofEveryList(Classification found, Decision decision) {
        Set<String> asking = Ruling.isOfGoodsOrService(decision.ruling()) ? askGoodsOrService(found) : Set.of();
        return asking.contains(decision.finding().listId()) ? asking : Set.of();
    }

    private static Set<String> askGoodsOrService(Classification found) {
        return found.matches().stream()
                .filter(DecidedEvaluator::asksGoodsOrService)
                .map(ListMatch::listId)
                .collect(Collectors.toSet());
    }

    private static boolean asksGoodsOrService(ListMatch match) {
        return match instanceof ListMatch.Inside inside
                && inside.contradiction() == ListMatch.CodeContradiction.SERVICE_OR_WORKS;
    }

    /** The lists under which a line would be judged otherwise without a fact, or would be with it alone. */
    private Set<String> changedBy(
            Decision fact, PurchaseLine line, List<Decision> naming, List<Verdict> with, List<Verdict> without) {
        List<Decision> others =
                naming.stream().filter(other -> !other.equals(fact)).toList();
        List<Verdict> withoutIt = settle(line, others, Trace.NONE, Trace.NONE).verdicts;
        Set<String> lists = differing(with, withoutIt);
        return lists.isEmpty() && !others.isEmpty()
                ? differing(settle(line, List.of(fact), Trace.NONE, Trace.NONE).verdicts, without)
                : lists;
    }

    private static Set<String> differing(List<Verdict> one, List<Verdict> two) {
        Map<String, Object> first = judgements(one);
        Map<String, Object> second = judgements(two);
        Set<String> lists = new TreeSet<>(first.keySet());
        lists.addAll(second.keySet());
        lists.removeIf(list -> Objects.equals(first.get(list), second.get(list)));
        return lists;
    }

    /** What was judged, without the words on it. */
    private static Map<String, Object> judgements(List<Verdict> verdicts) {
        Map<String, Object> judgements = new HashMap<>();
        verdicts.forEach(verdict -> judgements.put(
                verdict.item().listId(),
                List.of(
                        verdict.item().entryId(),
                        verdict.duty(),
                        verdict.outcome(),
                        verdict.rule(),
                        verdict.otherRules(),
                        verdict.question(),
                        verdict.evidence(),
                        verdict.certificateNo())));
        return judgements;
    }

    private static List<Decision> applied(List<Standing> standings) {
        return standings.stream()
                .filter(each -> each.state == State.APPLIED)
                .map(Standing::decision)
                .toList();
    }

    /** A suspicion that nobody has is not dismissed: what else is found of the line stands. */
    private List<Standing> withSomethingToDismiss(List<Standing> standings, PurchaseLine told, Classification found) {
        if (applied(standings).stream().noneMatch(DecidedEvaluator::isDismissal)) {
            return standings;
        }
        Set<String> suspected = judge.judge(told, found, Trace.NONE).stream()
                .filter(verdict -> Ruling.Dismissed.isAbout(verdict.rule()))
                .map(verdict -> verdict.item().listId())
                .collect(Collectors.toSet());
        return standings.stream()
                .filter(each -> each.state != State.APPLIED
                        || !isDismissal(each.decision)
                        || suspected.contains(each.decision.finding().listId()))
                .toList();
    }

    private static boolean isDismissal(Decision decision) {
        return decision.ruling() instanceof Ruling.Dismissed;
    }

    /** What was said of the record itself comes before what was said of its product. */
    private static List<Standing> withoutOverruled(List<Standing> standings) {
        return standings.stream()
                .filter(each -> standings.stream().noneMatch(own -> overrules(own, each.decision)))
                .toList();
    }

    private static boolean overrules(Standing own, Decision ofProduct) {
        return ofProduct.product()
                && !own.decision.product()
                && own.state == State.APPLIED
                && own.decision.ruling().excludes(ofProduct.ruling())
                && (ofProduct.ruling() instanceof Ruling.Fact
                        || own.decision
                                .finding()
                                .listId()
                                .equals(ofProduct.finding().listId()));
    }

    private Judgement judged(PurchaseLine line, Trace matching, Trace checks) {
        Classification classification = classifier.classify(line, matching);
        return new Judgement(classification, judge.judge(line, classification, checks), List.of());
    }

    private record Standing(Decision decision, State state, List<String> changed) {}

    private Standing standing(Decision decision, LineFacts facts) {
        List<String> changed = decision.product()
                ? List.of()
                : facts.changedSince(decision.finding().facts()).stream()
                        .map(Column::header)
                        .toList();
        State state = decision.expired(auditDate) ? State.EXPIRED : changed.isEmpty() ? State.APPLIED : State.STALE;
        return new Standing(decision, state, changed);
    }

    private static PurchaseLine told(PurchaseLine line, List<Decision> applied, Trace trace) {
        PurchaseLine told = line;
        for (Decision decision : applied) {
            if (decision.ruling() instanceof Ruling.Fact fact) {
                told = fact.fact().told(told, fact.value());
                if (trace.on()) {
                    trace.note(Text.of(
                            "decision.told",
                            decision.id(),
                            "@decision.fact." + fact.fact().id(),
                            fact.value()));
                }
            }
        }
        return told;
    }

    private Classification settled(Classification found, PurchaseLine line, List<Decision> applied) {
        List<ListMatch> matches = new ArrayList<>(found.matches());
        for (Decision decision : applied) {
            Set<String> lists = ofEveryList(found, decision);
            matches.replaceAll(match -> {
                if (match.listId().equals(decision.finding().listId())) {
                    return settled(match, line, decision.ruling());
                }
                return lists.contains(match.listId()) ? answered(match, decision.ruling()) : match;
            });
        }
        return new Classification(found.scheme(), matches);
    }

    /** A match of another list that asks the same: whether goods were bought or a service. */
    private static ListMatch answered(ListMatch match, Ruling ruling) {
        if (!(match instanceof ListMatch.Inside inside) || !asksGoodsOrService(match)) {
            return match;
        }
        return ruling instanceof Ruling.Dismissed
                ? new ListMatch.Outside(match.listId(), NotListedReason.DECIDED)
                : new ListMatch.Inside(
                        inside.list(),
                        inside.candidates(),
                        inside.mayBeOutside(),
                        inside.doubts(),
                        ListMatch.CodeContradiction.NONE,
                        inside.notes());
    }

    private ListMatch settled(ListMatch match, PurchaseLine line, Ruling ruling) {
        if (ruling instanceof Ruling.NotListed || ruling instanceof Ruling.Dismissed) {
            return new ListMatch.Outside(match.listId(), NotListedReason.DECIDED);
        }
        return ruling instanceof Ruling.Item item ? classifier.decided(line, match, item.entryId()) : match;
    }

    private Verdict settled(Verdict verdict, PurchaseLine line, Classification classification, List<Decision> applied) {
        Verdict settled = verdict;
        for (Decision decision : applied) {
            if (!decision.finding().listId().equals(verdict.item().listId())) {
                continue;
            }
            if (decision.ruling() instanceof Ruling.Exemption exemption) {
                PurchaseLine exempted = line.withExemption(decision.reason(), exemption.approvalNo());
                settled = judge.judge(exempted, classification, Trace.NONE).stream()
                        .filter(other ->
                                other.item().listId().equals(verdict.item().listId()))
                        .findFirst()
                        .orElseThrow();
            } else if (decision.ruling() instanceof Ruling.Certificate certificate
                    && settled.outcome() != Outcome.EXEMPT
                    && settled.outcome() != Outcome.COMPLIANT) {
                settled = settled.certified(
                        certificate.number(),
                        Text.of("verdict.compliant.decided", certificate.number()),
                        otherwise(verdict, line, certificate.number()));
            }
        }
        return settled;
    }

    /** What the registry says otherwise of a confirmed certificate. */
    private List<Text> otherwise(Verdict verdict, PurchaseLine line, String number) {
        return ConfirmedCertificates.otherwise(certificates.defects(
                verdict.item().listId(),
                verdict.item().entryId(),
                BoughtProduct.of(line, brands),
                ContractDays.of(line),
                number));
    }

    /** What to say of the decisions that concern a verdict. */
    private static List<Text> notes(String list, List<Concern> concerns) {
        return concerns.stream()
                .filter(concern -> concern.lists.contains(list)
                        || (concern.isIdle()
                                && concern.standing.decision.finding().listId().equals(list)))
                .map(DecidedEvaluator::note)
                .toList();
    }

    private static Text note(Concern concern) {
        Decision decision = concern.standing.decision;
        return switch (concern.standing.state) {
            case APPLIED ->
                concern.isIdle()
                        ? Text.of(IDLE, decision.id(), decision.ruling().text())
                        : decision.text();
            case STALE ->
                Text.of(
                        "decision.stale",
                        decision.id(),
                        "@decision.kind." + decision.ruling().kind(),
                        Text.joined(concern.standing.changed.stream()
                                .map(column -> Text.of("decision.column." + column))
                                .toList()));
            case EXPIRED ->
                Text.of(
                        "decision.expired",
                        decision.id(),
                        "@decision.kind." + decision.ruling().kind(),
                        decision.until().orElseThrow());
        };
    }

    private static List<DecisionUse> uses(
            List<Concern> concerns, Map<String, String> without, Map<String, String> with) {
        List<DecisionUse> uses = new ArrayList<>();
        for (Concern concern : concerns) {
            for (String list : concern.lists) {
                uses.add(new DecisionUse(
                        concern.standing.decision.id(),
                        list,
                        concern.standing.state,
                        without.getOrDefault(list, DecisionUse.OUTSIDE),
                        with.getOrDefault(list, DecisionUse.OUTSIDE),
                        concern.standing.changed));
            }
        }
        return uses;
    }

    private static Map<String, String> outcomes(Judgement judgement) {
        return outcomes(judgement.verdicts());
    }

    private static Map<String, String> outcomes(List<Verdict> verdicts) {
        Map<String, String> outcomes = new HashMap<>();
        verdicts.forEach(verdict ->
                outcomes.put(verdict.item().listId(), verdict.outcome().id()));
        return outcomes;
    }
}
