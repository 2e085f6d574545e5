package org.greenaudit.feedback;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.DecisionDesk;
import org.greenaudit.decision.DecisionDesk.Answer;
import org.greenaudit.decision.FactKind;
import org.greenaudit.decision.Ruling;
import org.greenaudit.matching.Classifier;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Money;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.store.Stores;
import org.greenaudit.text.DateParser;
import org.greenaudit.text.ParsedDate;

/** Takes the decisions of a file: considers every row, and stores what may be decided. */
public final class Feedback {

    private static final List<String> KINDS =
            List.of("item", "not-listed", "fact", "certificate", "exemption", "confirmed", "dismissed");
    /** As reports and spreadsheets write one; another is not compared. */
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,2})?");

    private static final List<Messages> LANGUAGES = List.of(Messages.in(Messages.CHINESE), Messages.in(Locale.ENGLISH));

    /**
     * A row and what becomes of it.
     *
     * @param source the file, and the sheet if it is a workbook
     * @param line its line, or its row in the sheet
     * @param recordId the record that it names
     * @param answer what becomes of it
     */
    public record Considered(String source, long line, String recordId, Answer answer) {}

    private final Stores stores;
    private final CatalogSnapshot catalog;
    private final String job;
    private final String by;
    private final LocalDate today;
    private final DecisionDesk desk;
    private final Optional<RunRecord> newest;

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
    }

    /**
     * Considers every row in which something is filled in; nothing is stored.
     *
     * @param work a folder for what a workbook is unpacked into
     * @throws org.greenaudit.purchase.InputException when the file cannot be read, in words for the user
     */
    public List<Considered> consider(Path file, Path work) throws IOException {
        List<Decision> decided = new ArrayList<>(stores.decisions().ofJob(job));
        List<Considered> considered = new ArrayList<>();
        for (FeedbackRow row : FeedbackFile.read(file, work)) {
            Answer answer = answer(row, decided);
            if (answer instanceof Answer.Taken taken) {
                // a later row of the file may contradict this one
                decided.addAll(taken.decisions());
            }
            considered.add(new Considered(row.source(), row.line(), row.get(FeedbackColumn.RECORD), answer));
        }
        return considered;
    }

    /** Stores what was taken: all of it or, where that fails, nothing. */
    public void store(List<Considered> considered) {
        stores.decisions()
                .add(
                        job,
                        considered.stream()
                                .flatMap(row -> row.answer() instanceof Answer.Taken taken
                                        ? taken.decisions().stream()
                                        : Stream.empty())
                                .toList());
    }

    private Answer answer(FeedbackRow row, List<Decision> decided) {
        Optional<String> list = list(row.get(FeedbackColumn.LIST));
        Optional<String> kind = kind(row.get(FeedbackColumn.CONCLUSION));
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
                && scope(row.get(FeedbackColumn.SCOPE)).isEmpty()) {
            return refused("scope", row.get(FeedbackColumn.SCOPE));
        }
        if (newest.isEmpty() && row.get(FeedbackColumn.FACTS).isEmpty()) {
            return refused("no-audit", job);
        }
        for (FeedbackColumn column :
                List.of(FeedbackColumn.ON, FeedbackColumn.FROM, FeedbackColumn.TO, FeedbackColumn.UNTIL)) {
            if (!row.get(column).isEmpty() && day(row.get(column)).isEmpty()) {
                return refused("date", column.header(false), row.get(column));
            }
        }
        if (!row.get(FeedbackColumn.FACTS).isEmpty()) {
            return restored(row, list.get(), kind.get(), decided);
        }
        DecisionDesk.Proposal proposal = proposal(row, kind.get());
        Optional<StoredVerdict> verdict = judged(row.get(FeedbackColumn.RECORD), list.get());
        Optional<Text> changed = verdict.flatMap(now -> changed(row, now));
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
                .map(earlier -> desk.decide(asDecided(earlier), proposal, decided))
                .filter(answer -> !(answer instanceof Answer.Taken))
                .toList();
        Optional<Answer> known = decidedBefore.stream()
                .filter(answer -> answer instanceof Answer.Known)
                .findFirst();
        if (verdict.isPresent()) {
            return known.orElseGet(() -> desk.decide(judged(verdict.get()), proposal, decided));
        }
        return known.or(() -> decidedBefore.stream().findFirst())
                .orElseGet(() -> refused(
                        "no-finding",
                        row.get(FeedbackColumn.RECORD),
                        newest.orElseThrow().runId(),
                        row.get(FeedbackColumn.RUN).isEmpty() ? "@verdict.not-given" : row.get(FeedbackColumn.RUN)));
    }

    /** A finding as it must have been for this to be decided about it. */
    private static DecisionDesk.Case asDecided(Decision earlier) {
        return new DecisionDesk.Case(
                earlier.finding(),
                earlier.ruling() instanceof Ruling.Item item ? item.entryId() : "",
                Duty.PRIORITY,
                Outcome.VIOLATION,
                earlier.ruling() instanceof Ruling.Dismissed ? "C01" : "",
                earlier.ruling() instanceof Ruling.Fact fact ? fact.fact().question() : "",
                contractDay(earlier));
    }

    /** A day on which the contract may have been signed for this to be decided about it: a certificate was in force then. */
    private static LocalDate contractDay(Decision earlier) {
        return earlier.ruling() instanceof Ruling.Certificate certificate
                ? certificate
                        .from()
                        .or(() -> certificate.to().filter(earlier.on()::isAfter))
                        .orElse(earlier.on())
                : earlier.on();
    }

    private DecisionDesk.Proposal proposal(FeedbackRow row, String kind) {
        return new DecisionDesk.Proposal(
                kind,
                scope(row.get(FeedbackColumn.SCOPE)),
                row.get(FeedbackColumn.CERTIFICATE),
                day(row.get(FeedbackColumn.FROM)),
                day(row.get(FeedbackColumn.TO)),
                row.get(FeedbackColumn.APPROVAL),
                row.get(FeedbackColumn.NOTE),
                row.get(FeedbackColumn.BY).isEmpty() ? by : row.get(FeedbackColumn.BY),
                day(row.get(FeedbackColumn.ON)).orElse(today),
                day(row.get(FeedbackColumn.UNTIL)));
    }

    private Optional<StoredVerdict> judged(String recordId, String listId) {
        return newest.flatMap(run -> stores.verdicts().ofRecord(run.id(), recordId).stream()
                .filter(verdict -> verdict.listId().equals(listId) && isFinding(verdict.outcome()))
                .findFirst());
    }

    /** What the newest run tells otherwise of the goods than the row did when it went out. */
    private static Optional<Text> changed(FeedbackRow row, StoredVerdict now) {
        return Stream.of(
                        differs(row, FeedbackColumn.ITEM, now.itemName()),
                        differs(row, FeedbackColumn.BRAND, now.brand()),
                        differs(row, FeedbackColumn.MODEL, now.model()),
                        otherAmount(row, Money.yuan(now.amountFen())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Text> differs(FeedbackRow row, FeedbackColumn column, String now) {
        String then = row.get(column);
        return then.isEmpty() || key(then).equals(key(now))
                ? Optional.empty()
                : Optional.of(changed(column, then, now));
    }

    private static Optional<Text> otherAmount(FeedbackRow row, BigDecimal now) {
        String then = row.get(FeedbackColumn.AMOUNT);
        return AMOUNT.matcher(then).matches() && new BigDecimal(then).compareTo(now) != 0
                ? Optional.of(changed(FeedbackColumn.AMOUNT, then, now.toPlainString()))
                : Optional.empty();
    }

    private static Text changed(FeedbackColumn column, String then, String now) {
        return Text.of("decision.refused.changed", column.header(false), then, now);
    }

    /** Widths, blanks, dashes and the sign that guards a cell against formulas tell nothing. */
    private static String key(String cell) {
        return ModelKeys.normalise(cell.startsWith("'") ? cell.substring(1) : cell);
    }

    private static DecisionDesk.Case judged(StoredVerdict verdict) {
        return new DecisionDesk.Case(
                new Decision.Finding(
                        verdict.recordId(), verdict.listId(), verdict.brand(), verdict.model(), verdict.facts()),
                verdict.entryId(),
                verdict.duty(),
                verdict.outcome(),
                verdict.rule(),
                verdict.question(),
                verdict.contractDate());
    }

    /** With {@code --all-verdicts} a run keeps those too of which nothing is to be decided. */
    private static boolean isFinding(Outcome outcome) {
        return outcome == Outcome.VIOLATION || outcome == Outcome.UNDETERMINED;
    }

    /** A decision of an export as it was made. */
    private Answer restored(FeedbackRow row, String list, String kind, List<Decision> decided) {
        Optional<Ruling> ruling = ruling(row, kind);
        List<String> facts = List.of(row.get(FeedbackColumn.FACTS).split(" "));
        if (ruling.isEmpty()) {
            return refused("export");
        }
        Decision decision = new Decision(
                0,
                new Decision.Finding(
                        row.get(FeedbackColumn.RECORD),
                        list,
                        row.get(FeedbackColumn.BRAND),
                        row.get(FeedbackColumn.MODEL),
                        facts),
                scope(row.get(FeedbackColumn.SCOPE)).orElse(false),
                ruling.get(),
                row.get(FeedbackColumn.BY),
                day(row.get(FeedbackColumn.ON)).orElse(today),
                row.get(FeedbackColumn.NOTE),
                day(row.get(FeedbackColumn.UNTIL)),
                day(row.get(FeedbackColumn.WITHDRAWN_ON))
                        .map(on -> new Decision.Withdrawal(
                                row.get(FeedbackColumn.WITHDRAWN_BY), on, row.get(FeedbackColumn.WITHDRAWN_REASON))));
        return desk.restore(decision, decided);
    }

    private static Optional<Ruling> ruling(FeedbackRow row, String kind) {
        return switch (kind) {
            case "item" -> Optional.of(new Ruling.Item(row.get(FeedbackColumn.ENTRY)));
            case "not-listed" -> Optional.of(new Ruling.NotListed());
            case "fact" -> {
                String[] fact = row.get(FeedbackColumn.FACT).split("[:：]", 2);
                yield fact.length < 2
                        ? Optional.empty()
                        : FactKind.of(fact[0]).map(known -> new Ruling.Fact(known, fact[1]));
            }
            case "certificate" ->
                Optional.of(new Ruling.Certificate(
                        row.get(FeedbackColumn.CERTIFICATE),
                        day(row.get(FeedbackColumn.FROM)),
                        day(row.get(FeedbackColumn.TO))));
            case "exemption" -> Optional.of(new Ruling.Exemption(row.get(FeedbackColumn.APPROVAL)));
            case "confirmed" -> Optional.of(new Ruling.Confirmed());
            default -> Optional.of(new Ruling.Dismissed());
        };
    }

    private Optional<String> list(String word) {
        return catalog.lists().stream()
                .filter(list ->
                        list.id().equals(word) || list.certificateCategory().equals(word))
                .map(ProductList::id)
                .findFirst();
    }

    private static Optional<String> kind(String word) {
        return KINDS.stream()
                .filter(kind -> kind.equals(word)
                        || LANGUAGES.stream().anyMatch(words -> words.get("report.conclusion." + kind)
                                .equals(word)))
                .findFirst();
    }

    /** A day as people write it, or as a spreadsheet shows one where a cell has lost its format: 46204. */
    private static Optional<LocalDate> day(String cell) {
        return DateParser.day(cell)
                .or(() ->
                        DateParser.parse(cell).filter(date -> !date.monthOnly()).map(ParsedDate::date));
    }

    private static Optional<Boolean> scope(String word) {
        return Stream.of(true, false)
                .filter(product -> LANGUAGES.stream()
                        .anyMatch(words -> words.get("decision.scope." + (product ? "product" : "record"))
                                .equals(word)))
                .findFirst();
    }

    /** A cell that is empty, or holds no word that is known. */
    private static Answer refused(FeedbackRow row, FeedbackColumn column, String why) {
        return row.get(column).isEmpty() ? refused("no-" + why) : refused(why, row.get(column));
    }

    private static Answer refused(String why, Object... particulars) {
        return new Answer.Refused(Text.of("decision.refused." + why, particulars));
    }
}
