package org.greenaudit.portal;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.DecisionDesk.Answer;
import org.greenaudit.feedback.Feedback;
import org.greenaudit.feedback.FeedbackColumn;
import org.greenaudit.feedback.FeedbackRow;
import org.greenaudit.portal.PageFrame.Said;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.finding.FindingIndexes;
import org.greenaudit.portal.finding.QuestionGroup;
import org.greenaudit.store.RunRecord;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deciding about findings, one or many at once, through the same door as {@code decide}; and taking decisions back. */
@Controller
public class DecisionPages {

    /** What a form may decide about at once. */
    private static final int MOST = QuestionGroup.MOST;

    private static final int TOLD = 5;
    private static final String RECORD = "record";
    private static final String PRODUCT = "product";
    private static final Map<String, FeedbackColumn> FIELDS = Map.of(
            "kind", FeedbackColumn.CONCLUSION,
            "certificate", FeedbackColumn.CERTIFICATE,
            "certificate-from", FeedbackColumn.FROM,
            "certificate-to", FeedbackColumn.TO,
            "approval", FeedbackColumn.APPROVAL,
            "note", FeedbackColumn.NOTE,
            "scope", FeedbackColumn.SCOPE,
            "until", FeedbackColumn.UNTIL);

    private final ServedJobs jobs;
    private final RunViews runs;
    private final JobFindings findings;
    private final AccessLog log;
    private final Clock clock;

    DecisionPages(ServedJobs jobs, RunViews runs, JobFindings findings, AccessLog log, Clock clock) {
        this.jobs = jobs;
        this.runs = runs;
        this.findings = findings;
        this.log = log;
        this.clock = clock;
    }

    @PostMapping("/decisions")
    @Needs(Permission.DECIDE)
    String decide(
            Visit visit,
            @RequestParam String run,
            @RequestParam(name = "finding", required = false) List<String> chosen,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "/findings") String back,
            RedirectAttributes next)
            throws IOException {
        RunRecord seen = runs.run(run).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<String> keys = Optional.ofNullable(chosen).orElse(List.of());
        Said said;
        if (keys.isEmpty() || keys.size() > MOST) {
            said = Said.refused(visit.say("portal.decide.none", MOST));
        } else if (PRODUCT.equals(form.get("scope")) && !visit.scope().isWhole()) {
            said = Said.refused(visit.say("portal.decide.beyond"));
        } else {
            said = decide(visit, seen, keys, form);
        }
        next.addFlashAttribute(PageFrame.SAID, said);
        // nowhere but to where one decides
        return "redirect:" + (back.startsWith("/findings") || back.startsWith("/questions") ? back : "/findings");
    }

    private Said decide(Visit visit, RunRecord seen, List<String> keys, Map<String, String> form) throws IOException {
        String job = seen.jobName();
        FindingIndexes indexes = findings.of(job);
        RunRecord newest = runs.newest(job).orElse(seen);
        List<FeedbackRow> rows = IntStream.range(0, keys.size())
                .filter(i -> isSeen(visit, indexes, newest, keys.get(i)))
                .mapToObj(i -> row(visit, seen, i + 1L, keys.get(i), form))
                .toList();
        List<Feedback.Considered> considered;
        // what two people say at once is said one after the other, and the second one hears of the first
        synchronized (this) {
            CatalogSnapshot catalog = jobs.catalog(job);
            Feedback feedback = new Feedback(
                    runs.stores(),
                    catalog,
                    jobs.settings(newest).classifier(catalog),
                    job,
                    visit.account().name(),
                    LocalDate.now(clock));
            considered = feedback.consider(rows);
            feedback.store(considered);
        }
        indexes.decisionsChanged();
        return told(visit, seen, keys.size(), form, considered);
    }

    /** Nothing is decided about what an account does not see. */
    private static boolean isSeen(Visit visit, FindingIndexes indexes, RunRecord newest, String key) {
        return indexes.of(newest)
                .find(visit.scope(), record(key), list(key), indexes.states(newest))
                .isPresent();
    }

    private static String list(String key) {
        return key.substring(0, Math.max(0, key.indexOf(':')));
    }

    private static String record(String key) {
        return key.substring(key.indexOf(':') + 1);
    }

    private FeedbackRow row(Visit visit, RunRecord seen, long line, String key, Map<String, String> form) {
        Map<FeedbackColumn, String> cells = new EnumMap<>(FeedbackColumn.class);
        cells.put(FeedbackColumn.RUN, seen.runId());
        cells.put(FeedbackColumn.RECORD, record(key));
        cells.put(FeedbackColumn.LIST, list(key));
        cells.put(FeedbackColumn.BY, visit.account().name());
        cells.put(FeedbackColumn.ON, LocalDate.now(clock).toString());
        FIELDS.forEach((field, column) -> cells.put(column, form.getOrDefault(field, "")));
        if (!visit.scope().isWhole()) {
            // what holds for a product reaches lines that the account does not see
            cells.put(FeedbackColumn.SCOPE, RECORD);
        }
        return FeedbackRow.of(visit.say("portal.decide.form"), line, cells);
    }

    private Said told(
            Visit visit, RunRecord seen, int asked, Map<String, String> form, List<Feedback.Considered> considered) {
        List<String> decided = considered.stream()
                .filter(row -> row.answer() instanceof Answer.Taken)
                .map(Feedback.Considered::recordId)
                .toList();
        List<String> others = Stream.concat(
                        considered.stream().flatMap(row -> refusal(visit, row).stream()),
                        considered.size() < asked ? Stream.of(visit.say("portal.decide.gone")) : Stream.empty())
                .distinct()
                .toList();
        for (String record : decided) {
            log.add(
                    visit.account().name(),
                    visit.address(),
                    AccessLog.Action.DECIDE,
                    seen.jobName() + " " + record + " " + form.getOrDefault("kind", ""),
                    true);
        }
        List<String> told = new ArrayList<>();
        told.add(visit.say("portal.decide.done", Numbers.whole(decided.size())));
        considered.stream()
                .flatMap(row -> row.answer() instanceof Answer.Taken taken ? taken.remarks().stream() : Stream.empty())
                .map(visit.messages()::render)
                .distinct()
                .limit(TOLD)
                .forEach(told::add);
        if (!others.isEmpty()) {
            told.add(visit.say("portal.decide.left", Numbers.whole(asked - decided.size())));
            others.stream().limit(TOLD).forEach(told::add);
        }
        return others.isEmpty() ? Said.done(String.join(" ", told)) : Said.refused(String.join(" ", told));
    }

    private static Optional<String> refusal(Visit visit, Feedback.Considered row) {
        if (row.answer() instanceof Answer.Refused refused) {
            return Optional.of(row.recordId() + ": " + visit.messages().render(refused.why()));
        }
        if (row.answer() instanceof Answer.Known known) {
            Decision earlier = known.earlier();
            return Optional.of(visit.say("portal.decide.known", row.recordId(), earlier.by(), earlier.on()));
        }
        return Optional.empty();
    }

    @PostMapping("/decisions/{id}/withdraw")
    @Needs(Permission.DECIDE)
    String withdraw(
            Visit visit,
            @PathVariable long id,
            @RequestParam String run,
            @RequestParam(name = "finding") String key,
            @RequestParam String reason,
            RedirectAttributes next) {
        RunRecord seen = runs.run(run).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String job = seen.jobName();
        boolean ofFinding = findings.details(job).of(visit.scope(), seen, record(key), list(key)).stream()
                .flatMap(detail -> detail.decisions().stream())
                .anyMatch(named -> named.decision().id() == id);
        if (!ofFinding) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        boolean done = !reason.isBlank()
                && runs.stores()
                        .decisions()
                        .withdraw(
                                job,
                                id,
                                new Decision.Withdrawal(visit.account().name(), LocalDate.now(clock), reason.strip()));
        findings.of(job).decisionsChanged();
        log.add(visit.account().name(), visit.address(), AccessLog.Action.WITHDRAW, job + " " + id, done);
        next.addFlashAttribute(
                PageFrame.SAID,
                done
                        ? Said.done(visit.say("portal.withdraw.done", id))
                        : Said.refused(
                                visit.say(reason.isBlank() ? "portal.withdraw.reason" : "portal.withdraw.before", id)));
        return "redirect:" + FindingPage.address(seen, record(key), list(key));
    }
}
