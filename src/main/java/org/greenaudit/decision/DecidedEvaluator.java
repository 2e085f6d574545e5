package org.greenaudit.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        LineFacts facts = LineFacts.of(line);
        List<Standing> named =
                naming.stream().map(decision -> standing(decision, facts)).toList();
        PurchaseLine told = told(line, applied(withoutOverruled(named)), matching);
        Classification found = classifier.classify(told, matching);
        List<Standing> standings = withoutOverruled(withSomethingToDismiss(named, told, found));
        List<Decision> applied = applied(standings);
        Classification classification = settled(found, told, applied);
        List<Verdict> verdicts = new ArrayList<>();
        for (Verdict verdict : judge.judge(told, classification, checks)) {
            String list = verdict.item().listId();
            boolean rests = applied.stream().anyMatch(decision -> concerns(decision, list));
            verdicts.add(settled(verdict, told, classification, applied).with(notes(list, standings), rests));
        }
        return new Judgement(classification, verdicts, uses(standings, outcomes(without), outcomes(verdicts)));
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
            matches.replaceAll(match -> match.listId().equals(decision.finding().listId())
                    ? settled(match, line, decision.ruling())
                    : match);
        }
        return new Classification(found.scheme(), matches);
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

    /** What to say of the decisions that concern a verdict; facts concern every list. */
    private static List<Text> notes(String list, List<Standing> standings) {
        List<Text> notes = new ArrayList<>();
        for (Standing standing : standings) {
            Decision decision = standing.decision;
            if (concerns(decision, list)) {
                notes.add(
                        switch (standing.state) {
                            case APPLIED -> decision.text();
                            case STALE ->
                                Text.of(
                                        "decision.stale",
                                        decision.id(),
                                        "@decision.kind." + decision.ruling().kind(),
                                        Text.joined(standing.changed.stream()
                                                .map(column -> Text.of("decision.column." + column))
                                                .toList()));
                            case EXPIRED ->
                                Text.of(
                                        "decision.expired",
                                        decision.id(),
                                        "@decision.kind." + decision.ruling().kind(),
                                        decision.until().orElseThrow());
                        });
            }
        }
        return notes;
    }

    private static boolean concerns(Decision decision, String listId) {
        return decision.ruling() instanceof Ruling.Fact
                || decision.finding().listId().equals(listId);
    }

    private static List<DecisionUse> uses(
            List<Standing> standings, Map<String, String> without, Map<String, String> with) {
        List<DecisionUse> uses = new ArrayList<>();
        for (Standing standing : standings) {
            SortedSet<String> lists =
                    new TreeSet<>(List.of(standing.decision.finding().listId()));
            if (standing.decision.ruling() instanceof Ruling.Fact) {
                lists.addAll(without.keySet());
                lists.addAll(with.keySet());
            }
            for (String list : lists) {
                uses.add(new DecisionUse(
                        standing.decision.id(),
                        list,
                        standing.state,
                        without.getOrDefault(list, DecisionUse.OUTSIDE),
                        with.getOrDefault(list, DecisionUse.OUTSIDE),
                        standing.changed));
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
