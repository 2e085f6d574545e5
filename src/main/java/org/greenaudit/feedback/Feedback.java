package org.greenaudit.feedback;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.DecisionDesk;
import org.greenaudit.decision.DecisionDesk.Answer;
import org.greenaudit.decision.Ruling;
import org.greenaudit.matching.Classifier;
import org.greenaudit.message.Text;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.store.Stores;

/** Takes the decisions of a file: considers every row, and stores what may be decided. */
public final class Feedback {

    /**
     * Where a row stands.
     *
     * @param source the file, and the sheet if it is a workbook
     * @param line its line, or its row in the sheet
     */
    public record Place(String source, long line) {

        private static Place of(FeedbackRow row) {
            return new Place(row.source(), row.line());
        }
    }

    /**
     * A row and what becomes of it.
     *
     * @param place where it stands
     * @param recordId the record that it names
     * @param answer what becomes of it; a contradiction is told as a refusal
     * @param earlier the row of the file that says the same, where that is why it is known
     */
    public record Considered(Place place, String recordId, Answer answer, Optional<Place> earlier) {}

    /** Begins the name of a column in words for people. */
    private static final String COLUMN = "@decision.column.";

    private final Stores stores;
    private final CatalogSnapshot catalog;
    private final String job;
    private final String by;
    private final LocalDate today;
    private final DecisionDesk desk;
    private final Optional<RunRecord> newest;
    private final Optional<Findings> findings;
    private final Optional<SeenFacts> seen;

    /**
     * A taker of decisions about the findings of a job.
     *
     * @param classifier knows which words tell a fact
     * @param by who decides where a row does not say
     * @param today when where a row does not say
     */
    public Feedback(
            Stores stores, CatalogSnapshot catalog, Classifier classifier, String job, String by, LocalDate today) {
        this.stores = stores;
        this.catalog = catalog;
        this.job = job;
        this.by = by;
        this.today = today;
        this.desk = new DecisionDesk(catalog, classifier, today);
        this.newest = stores.runs().newest(job);
        this.findings = newest.map(run -> new Findings(stores.verdicts(), run, catalog.brands()));
        this.seen = newest.map(run -> new SeenFacts(stores, run));
    }

    /**
     * Considers every row in which something is filled in; nothing is stored.
     *
     * @param work a folder for what a workbook is unpacked into
     * @throws org.greenaudit.purchase.InputException when the file cannot be read, in words for the user
     */
    public List<Considered> consider(Path file, Path work) throws IOException {
        return consider(FeedbackFile.read(file, work));
    }

    /** The same of rows that stand in no file. */
    public List<Considered> consider(List<FeedbackRow> filledIn) throws IOException {
        List<Decision> decided = new ArrayList<>(stores.decisions().ofJob(job));
        // a later row of the file may say the same as an earlier one, or contradict it
        Map<Decision, Place> here = new HashMap<>();
        Map<Decision, Integer> rows = new HashMap<>();
        List<Considered> considered = new ArrayList<>();
        for (FeedbackRow row : filledIn) {
            Answer answer = answer(row, decided);
            if (answer instanceof Answer.Taken taken) {
                decided.addAll(taken.decisions());
                taken.decisions().forEach(decision -> {
                    here.put(decision, Place.of(row));
                    rows.put(decision, considered.size());
                });
            }
            if (answer instanceof Answer.Contradicting contradicting
                    && contradicting.earlier().finding().recordId().equals(row.get(FeedbackColumn.RECORD))) {
                // which of the two is meant, their order does not tell
                Optional.ofNullable(rows.get(contradicting.earlier()))
                        .ifPresent(earlier -> considered.set(earlier, contradicted(considered.get(earlier), row)));
            }
            considered.add(new Considered(
                    Place.of(row),
                    row.get(FeedbackColumn.RECORD),
                    answer instanceof Answer.Contradicting contradicting
                            ? refused(row, contradicting.earlier(), here)
                            : answer,
                    answer instanceof Answer.Known known
                            ? Optional.ofNullable(here.get(known.earlier()))
                            : Optional.empty()));
        }
        return withReach(considered);
    }

    private static Considered contradicted(Considered earlier, FeedbackRow by) {
        Answer refused = refused("contradicted-here", by.get(FeedbackColumn.CONCLUSION), by.source(), by.line());
        return new Considered(earlier.place(), earlier.recordId(), refused, Optional.empty());
    }

    private static Answer refused(FeedbackRow row, Decision earlier, Map<Decision, Place> here) {
        String kind = "@decision.kind." + earlier.ruling().kind();
        // what was decided about a product elsewhere leaves every other record to itself
        boolean ofAnother = earlier.product() && !earlier.finding().recordId().equals(row.get(FeedbackColumn.RECORD));
        String otherwise = ofAnother ? "-of-product" : "";
        return Optional.ofNullable(here.get(earlier))
                .map(place -> refused(
                        "decided-here" + otherwise,
                        kind,
                        earlier.by(),
                        earlier.on(),
                        place.source(),
                        place.line(),
                        earlier.finding().recordId()))
                .orElseGet(() -> refused("decided" + otherwise, earlier.id(), kind, earlier.by(), earlier.on()));
    }

    /** Says of each decision about a product what it reaches. */
    private List<Considered> withReach(List<Considered> considered) throws IOException {
        List<Decision> ofProducts = considered.stream()
                .flatMap(Feedback::taken)
                .filter(decision -> decision.product() && decision.withdrawn().isEmpty())
                .toList();
        if (newest.isEmpty() || ofProducts.isEmpty()) {
            return considered;
        }
        ProductReach reach = new ProductReach(ofProducts, catalog.brands());
        stores.verdicts().read(newest.get().id(), Set.of(Outcome.VIOLATION, Outcome.UNDETERMINED), reach);
        return considered.stream().map(row -> withReach(row, reach)).toList();
    }

    private static Considered withReach(Considered row, ProductReach reach) {
        if (!(row.answer() instanceof Answer.Taken taken)) {
            return row;
        }
        // the facts of a row are about one product
        List<Text> remarks = Stream.concat(
                        taken.remarks().stream(),
                        taken.decisions().stream().limit(1).flatMap(decision -> reach.of(decision).stream()))
                .toList();
        return new Considered(row.place(), row.recordId(), new Answer.Taken(taken.decisions(), remarks), row.earlier());
    }

    private static Stream<Decision> taken(Considered row) {
        return row.answer() instanceof Answer.Taken taken ? taken.decisions().stream() : Stream.empty();
    }

    /** Stores what was taken: all of it or, where that fails, nothing. */
    public void store(List<Considered> considered) {
        stores.decisions().add(job, considered.stream().flatMap(Feedback::taken).toList());
    }

    private Answer answer(FeedbackRow row, List<Decision> decided) {
        Optional<String> list = CellWords.list(catalog, row.get(FeedbackColumn.LIST));
        Optional<String> kind = CellWords.kind(row.get(FeedbackColumn.CONCLUSION));
        if (kind.isEmpty()) {
            return refused(row, FeedbackColumn.CONCLUSION, "kind");
        }
        if (list.isEmpty()) {
            return refused(row, FeedbackColumn.LIST, "list");
        }
        if (row.get(FeedbackColumn.RECORD).isEmpty()) {
            return refused("no-record");
        }
        if (!row.get(FeedbackColumn.SCOPE).isEmpty()
                && CellWords.scope(row.get(FeedbackColumn.SCOPE)).isEmpty()) {
            return refused("scope", row.get(FeedbackColumn.SCOPE));
        }
        int note = row.get(FeedbackColumn.NOTE).length();
        if (note > Decision.LONGEST_REASON) {
            return refused("long", note, Decision.LONGEST_REASON);
        }
        if (newest.isEmpty() && !ExportedDecision.isOne(row)) {
            return refused("no-audit", job);
        }
        for (FeedbackColumn column : List.of(
                FeedbackColumn.ON,
                FeedbackColumn.FROM,
                FeedbackColumn.TO,
                FeedbackColumn.UNTIL,
                FeedbackColumn.WITHDRAWN_ON)) {
            if (!row.get(column).isEmpty() && CellWords.day(row.get(column)).isEmpty()) {
                return refused("date", COLUMN + column.header(true), row.get(column));
            }
        }
        boolean withdrawn = !row.get(FeedbackColumn.WITHDRAWN_BY).isEmpty()
                || !row.get(FeedbackColumn.WITHDRAWN_REASON).isEmpty();
        if (withdrawn && row.get(FeedbackColumn.WITHDRAWN_ON).isEmpty()) {
            return refused("date", COLUMN + FeedbackColumn.WITHDRAWN_ON.header(true), "");
        }
        if (ExportedDecision.isOne(row)) {
            return ExportedDecision.of(row, list.get(), kind.get(), today)
                    .map(decision -> desk.restore(decision, decided))
                    .orElseGet(() -> refused("export"));
        }
        DecisionDesk.Proposal proposal = proposal(row, kind.get());
        Optional<StoredVerdict> verdict = findings.flatMap(of -> of.of(row.get(FeedbackColumn.RECORD), list.get()));
        Optional<Text> changed = verdict.flatMap(now -> seen.orElseThrow().changed(row, now));
        if (changed.isPresent()) {
            return new Answer.Refused(changed.get());
        }
        // the night after it was decided, the finding may be gone or ask another thing; what was decided still stands
        List<Answer> decidedBefore = decided.stream()
                .filter(earlier -> earlier.withdrawn().isEmpty()
                        && earlier.finding().recordId().equals(row.get(FeedbackColumn.RECORD))
                        && earlier.finding().listId().equals(list.get())
                        && verdict.map(now ->
                                        now.facts().equals(earlier.finding().facts()))
                                .orElse(true))
                .map(earlier -> desk.decide(asDecided(earlier, proposal.on()), proposal, decided))
                .filter(answer -> !(answer instanceof Answer.Taken))
                .toList();
        Optional<Answer> known = decidedBefore.stream()
                .filter(answer -> answer instanceof Answer.Known)
                .findFirst();
        if (verdict.isPresent()) {
            return known.orElseGet(() -> withRemark(
                    desk.decide(findings.orElseThrow().judged(verdict.get()), proposal, decided),
                    seen.orElseThrow().unknown(row, verdict.get())));
        }
        return known.or(() -> decidedBefore.stream().findFirst()).orElseGet(() -> noFinding(row, newest.orElseThrow()));
    }

    private static Answer noFinding(FeedbackRow row, RunRecord newest) {
        String run = row.get(FeedbackColumn.RUN);
        return run.isEmpty() || run.equals(newest.runId())
                ? refused("no-finding", row.get(FeedbackColumn.RECORD), newest.runId())
                : refused("no-finding-since", row.get(FeedbackColumn.RECORD), newest.runId(), run);
    }

    private static Answer withRemark(Answer answer, Optional<Text> remark) {
        return answer instanceof Answer.Taken taken && remark.isPresent()
                ? new Answer.Taken(
                        taken.decisions(),
                        Stream.concat(taken.remarks().stream(), remark.stream()).toList())
                : answer;
    }

    /** A finding as it must have been for this to be decided about it. */
    private static DecisionDesk.Case asDecided(Decision earlier, LocalDate on) {
        return new DecisionDesk.Case(
                earlier.finding(),
                DecisionDesk.Goods.UNKNOWN,
                earlier.ruling() instanceof Ruling.Item item ? item.entryId() : "",
                Duty.PRIORITY,
                Outcome.VIOLATION,
                earlier.ruling() instanceof Ruling.Dismissed ? "C01" : "",
                earlier.ruling() instanceof Ruling.Fact fact ? fact.fact().question() : "",
                "",
                contractDay(earlier, on));
    }

    /** A day on which the contract may have been signed for this to be decided about it: a certificate was in force then. */
    private static LocalDate contractDay(Decision earlier, LocalDate on) {
        LocalDate both = on.isBefore(earlier.on()) ? on : earlier.on();
        return earlier.ruling() instanceof Ruling.Certificate certificate
                ? certificate
                        .from()
                        .or(() -> certificate.to().filter(earlier.on()::isAfter))
                        .orElse(both)
                : both;
    }

    private DecisionDesk.Proposal proposal(FeedbackRow row, String kind) {
        return new DecisionDesk.Proposal(
                kind,
                CellWords.scope(row.get(FeedbackColumn.SCOPE)),
                row.get(FeedbackColumn.CERTIFICATE),
                CellWords.day(row.get(FeedbackColumn.FROM)),
                CellWords.day(row.get(FeedbackColumn.TO)),
                row.get(FeedbackColumn.APPROVAL),
                row.get(FeedbackColumn.NOTE),
                row.get(FeedbackColumn.BY).isEmpty() ? by : row.get(FeedbackColumn.BY),
                CellWords.day(row.get(FeedbackColumn.ON)).orElse(today),
                CellWords.day(row.get(FeedbackColumn.UNTIL)));
    }

    /** A cell that is empty, or holds no word that is known. */
    private static Answer refused(FeedbackRow row, FeedbackColumn column, String why) {
        return row.get(column).isEmpty() ? refused("no-" + why) : refused(why, row.get(column));
    }

    private static Answer refused(String why, Object... particulars) {
        return new Answer.Refused(Text.of("decision.refused." + why, particulars));
    }
}
