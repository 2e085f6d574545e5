package org.greenaudit.portal.desk;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.DecisionDesk.Answer;
import org.greenaudit.feedback.Feedback;
import org.greenaudit.feedback.FeedbackColumn;
import org.greenaudit.feedback.FeedbackRow;
import org.greenaudit.message.Text;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.finding.FindingIndexes;
import org.greenaudit.portal.finding.QuestionGroup;
import org.greenaudit.store.RunRecord;

/**
 * The door through which visitors decide about findings, one or many at once, and take decisions back: with the checks of {@code
 * decide}, and within their scope. What holds for a brand and model reaches lines that an account with a scope does not see, so
 * that such an account decides record by record.
 */
public final class DecisionDoor {

    /** What can be decided about at once. */
    public static final int MOST = QuestionGroup.MOST;

    private static final String RECORD = "record";

    /**
     * A finding that is decided about.
     *
     * @param listId its list
     * @param recordId its record
     */
    public record Chosen(String listId, String recordId) {}

    /**
     * What became of one.
     *
     * @param answer what the checks say; empty where it is no finding of the newest run, or outside the scope
     * @param stored the numbers of the decisions that were stored
     */
    public record Answered(Chosen finding, Optional<Answer> answer, List<Long> stored) {}

    /**
     * What became of all.
     *
     * @param refused why nothing was considered; empty where it was
     * @param answers one for each finding, in their order; none where nothing was considered
     */
    public record Decided(Optional<Text> refused, List<Answered> answers) {

        private static Decided refused(Text why) {
            return new Decided(Optional.of(why), List.of());
        }
    }

    /** How a withdrawal ended. */
    public enum Withdrawn {
        /** It is withdrawn. */
        DONE,
        /** It was withdrawn before. */
        BEFORE,
        /** No reason was given. */
        NO_REASON,
        /** It holds for a brand and model, and so beyond the visitor's scope. */
        BEYOND;

        /** The same in words for people. */
        public Text text(Decision decision) {
            return Text.of("portal.withdraw." + name().toLowerCase(Locale.ROOT).replace('_', '-'), decision.id());
        }
    }

    private final ServedJobs jobs;
    private final RunViews runs;
    private final JobFindings findings;
    private final AccessLog log;
    private final Clock clock;

    /** The door to the findings of these jobs. */
    public DecisionDoor(ServedJobs jobs, RunViews runs, JobFindings findings, AccessLog log, Clock clock) {
        this.jobs = jobs;
        this.runs = runs;
        this.findings = findings;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Decides the same about findings.
     *
     * @param seen the run in which the visitor saw them
     * @param chosen 1 to {@value #MOST} of them; otherwise nothing is considered
     * @param filledIn what a file would have in its columns for decisions
     * @param source what refusals call the place where it was filled in
     */
    public Decided decide(
            Visit visit, RunRecord seen, List<Chosen> chosen, Map<FeedbackColumn, String> filledIn, String source)
            throws IOException {
        if (chosen.isEmpty() || chosen.size() > MOST) {
            return Decided.refused(Text.of("portal.decide.none", MOST));
        }
        if (!visit.scope().isWhole()
                && !RECORD.equals(filledIn.getOrDefault(FeedbackColumn.SCOPE, RECORD))
                && !"".equals(filledIn.get(FeedbackColumn.SCOPE))) {
            log(visit, seen.jobName() + " " + chosen.get(0).recordId() + " " + conclusion(filledIn), false);
            return Decided.refused(Text.of("portal.decide.beyond"));
        }
        String job = seen.jobName();
        FindingIndexes indexes = findings.of(job);
        RunRecord newest = runs.newest(job).orElse(seen);
        List<FeedbackRow> rows = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            // nothing is decided about what an account does not see
            if (isSeen(visit, indexes, newest, chosen.get(i))) {
                rows.add(row(visit, seen, i, chosen.get(i), filledIn, source));
            }
        }
        List<Answered> answered = answered(chosen, taken(visit, job, newest, rows));
        indexes.decisionsChanged();
        log(visit, job, answered, conclusion(filledIn));
        return new Decided(Optional.empty(), answered);
    }

    private static String conclusion(Map<FeedbackColumn, String> filledIn) {
        return filledIn.getOrDefault(FeedbackColumn.CONCLUSION, "");
    }

    private static boolean isSeen(Visit visit, FindingIndexes indexes, RunRecord newest, Chosen chosen) {
        return indexes.of(newest)
                .find(visit.scope(), chosen.recordId(), chosen.listId(), indexes.states(newest))
                .isPresent();
    }

    private FeedbackRow row(
            Visit visit,
            RunRecord seen,
            int place,
            Chosen chosen,
            Map<FeedbackColumn, String> filledIn,
            String source) {
        Map<FeedbackColumn, String> cells = new EnumMap<>(FeedbackColumn.class);
        cells.putAll(filledIn);
        cells.put(FeedbackColumn.RUN, seen.runId());
        cells.put(FeedbackColumn.RECORD, chosen.recordId());
        cells.put(FeedbackColumn.LIST, chosen.listId());
        cells.put(FeedbackColumn.BY, visit.account().name());
        cells.put(FeedbackColumn.ON, LocalDate.now(clock).toString());
        if (!visit.scope().isWhole()) {
            cells.put(FeedbackColumn.SCOPE, RECORD);
        }
        return FeedbackRow.of(source, place + 1L, cells);
    }

    /** Considers and stores; what two people say at once is said one after the other, and the second hears of the first. */
    private List<Stored> taken(Visit visit, String job, RunRecord newest, List<FeedbackRow> rows) throws IOException {
        return runs.stores().decisions().inTurn(job, () -> takenAlone(visit, job, newest, rows));
    }

    private List<Stored> takenAlone(Visit visit, String job, RunRecord newest, List<FeedbackRow> rows)
            throws IOException {
        CatalogSnapshot catalog = jobs.catalog(job);
        Feedback feedback = new Feedback(
                runs.stores(),
                catalog,
                jobs.settings(newest).classifier(catalog),
                job,
                visit.account().name(),
                LocalDate.now(clock));
        List<Feedback.Considered> considered = feedback.consider(rows);
        feedback.store(considered);
        Map<Decision, Long> numbers = new HashMap<>();
        runs.stores().decisions().ofJob(job).forEach(decision -> numbers.put(decision.stored(0), decision.id()));
        return considered.stream().map(row -> Stored.of(row, numbers)).toList();
    }

    /** What was considered and what came of it, and under which numbers it was stored. */
    private record Stored(Feedback.Considered row, Answer answer, List<Long> numbers) {

        private static Stored of(Feedback.Considered row, Map<Decision, Long> numbers) {
            return new Stored(
                    row,
                    row.answer() instanceof Answer.Known known ? numbered(known, numbers) : row.answer(),
                    row.answer() instanceof Answer.Taken taken
                            ? taken.decisions().stream()
                                    .flatMap(decision -> Stream.ofNullable(numbers.get(decision)))
                                    .toList()
                            : List.of());
        }

        /** What was said for another of the findings has its number only since it was stored. */
        private static Answer numbered(Answer.Known known, Map<Decision, Long> numbers) {
            Decision earlier = known.earlier();
            Long number = numbers.get(earlier);
            return number == null ? known : new Answer.Known(earlier.stored(number));
        }
    }

    private static List<Answered> answered(List<Chosen> chosen, List<Stored> stored) {
        Map<Long, Stored> byLine = new HashMap<>();
        stored.forEach(each -> byLine.put(each.row().place().line(), each));
        List<Answered> answered = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            Optional<Stored> own = Optional.ofNullable(byLine.get(i + 1L));
            answered.add(new Answered(
                    chosen.get(i),
                    own.map(Stored::answer),
                    own.map(Stored::numbers).orElse(List.of())));
        }
        return answered;
    }

    /** What is known already changes nothing; whoever tries what is not his, or not there, is seen. */
    private void log(Visit visit, String job, List<Answered> answered, String kind) {
        for (Answered each : answered) {
            if (each.answer().filter(Answer.Known.class::isInstance).isEmpty()) {
                boolean taken =
                        each.answer().filter(Answer.Taken.class::isInstance).isPresent();
                log(visit, job + " " + each.finding().recordId() + " " + kind, taken);
            }
        }
    }

    private void log(Visit visit, String subject, boolean taken) {
        log.add(visit.account().name(), visit.address(), AccessLog.Action.DECIDE, subject, taken);
    }

    /** A job's decisions about findings in a visitor's scope, withdrawn ones too, the oldest first. */
    public List<Decision> decisions(Visit visit, String job) {
        return runs.stores().decisions().ofJob(job).stream()
                .filter(decision -> visit.scope()
                        .covers(
                                decision.finding().buyer().regionCode(),
                                decision.finding().buyer().code()))
                .toList();
    }

    /**
     * Withdraws a decision that the visitor sees.
     *
     * @param reason why; must not be blank
     */
    public Withdrawn withdraw(Visit visit, String job, Decision decision, String reason) {
        Withdrawn withdrawn;
        if (reason.isBlank()) {
            withdrawn = Withdrawn.NO_REASON;
        } else if (decision.product() && !visit.scope().isWhole()) {
            withdrawn = Withdrawn.BEYOND;
        } else {
            Decision.Withdrawal withdrawal =
                    new Decision.Withdrawal(visit.account().name(), LocalDate.now(clock), reason.strip());
            boolean done = runs.stores().decisions().withdraw(job, decision.id(), withdrawal);
            withdrawn = done ? Withdrawn.DONE : Withdrawn.BEFORE;
            findings.of(job).decisionsChanged();
        }
        log.add(
                visit.account().name(),
                visit.address(),
                AccessLog.Action.WITHDRAW,
                job + " " + decision.id(),
                withdrawn == Withdrawn.DONE);
        return withdrawn;
    }
}
