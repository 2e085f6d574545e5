package org.greenaudit.portal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.DecisionDesk.Answer;
import org.greenaudit.feedback.FeedbackColumn;
import org.greenaudit.portal.PageFrame.Said;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.DecisionDoor;
import org.greenaudit.portal.desk.JobFindings;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.portal.finding.FindingDetail;
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

    private static final int TOLD = 5;
    private static final Map<String, FeedbackColumn> FIELDS = Map.of(
            "kind", FeedbackColumn.CONCLUSION,
            "certificate", FeedbackColumn.CERTIFICATE,
            "certificate-from", FeedbackColumn.FROM,
            "certificate-to", FeedbackColumn.TO,
            "approval", FeedbackColumn.APPROVAL,
            "note", FeedbackColumn.NOTE,
            "scope", FeedbackColumn.SCOPE,
            "until", FeedbackColumn.UNTIL);

    private final RunViews runs;
    private final JobFindings findings;
    private final DecisionDoor door;

    DecisionPages(RunViews runs, JobFindings findings, DecisionDoor door) {
        this.runs = runs;
        this.findings = findings;
        this.door = door;
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
        DecisionDoor.Decided decided = door.decide(
                visit,
                seen,
                Optional.ofNullable(chosen).orElse(List.of()).stream()
                        .map(DecisionPages::chosen)
                        .toList(),
                filledIn(form),
                visit.say("portal.decide.form"));
        Said said = decided.refused()
                .map(why -> Said.refused(visit.messages().render(why)))
                .orElseGet(() -> told(visit, decided.answers()));
        next.addFlashAttribute(PageFrame.SAID, said);
        // nowhere but to where one decides
        return "redirect:" + (back.startsWith("/findings") || back.startsWith("/questions") ? back : "/findings");
    }

    private static Map<FeedbackColumn, String> filledIn(Map<String, String> form) {
        Map<FeedbackColumn, String> cells = new EnumMap<>(FeedbackColumn.class);
        FIELDS.forEach((field, column) -> cells.put(column, form.getOrDefault(field, "")));
        return cells;
    }

    private static DecisionDoor.Chosen chosen(String key) {
        int colon = key.indexOf(':');
        return new DecisionDoor.Chosen(key.substring(0, Math.max(0, colon)), key.substring(colon + 1));
    }

    private static Said told(Visit visit, List<DecisionDoor.Answered> answers) {
        List<Answer.Taken> taken = answers.stream()
                .flatMap(each -> each.answer().stream())
                .filter(Answer.Taken.class::isInstance)
                .map(Answer.Taken.class::cast)
                .toList();
        Set<Long> stored =
                answers.stream().flatMap(each -> each.stored().stream()).collect(Collectors.toUnmodifiableSet());
        // what one settled for another of the same brand and model was not decided by somebody before
        List<DecisionDoor.Answered> along = answers.stream()
                .filter(each -> each.answer()
                        .filter(answer -> answer instanceof Answer.Known known
                                && stored.contains(known.earlier().id()))
                        .isPresent())
                .toList();
        List<String> others = answers.stream()
                .filter(each -> !along.contains(each))
                .flatMap(each -> refusal(visit, each).stream())
                .distinct()
                .toList();
        List<String> told = new ArrayList<>();
        told.add(visit.say("portal.decide.done", Numbers.whole(taken.size() + along.size())));
        taken.stream()
                .flatMap(each -> each.remarks().stream())
                .map(visit.messages()::render)
                .distinct()
                .limit(TOLD)
                .forEach(told::add);
        if (!others.isEmpty()) {
            told.add(visit.say("portal.decide.left", Numbers.whole(answers.size() - taken.size() - along.size())));
            others.stream().limit(TOLD).forEach(told::add);
        }
        return others.isEmpty() ? Said.done(String.join(" ", told)) : Said.refused(String.join(" ", told));
    }

    private static Optional<String> refusal(Visit visit, DecisionDoor.Answered answered) {
        String record = answered.finding().recordId();
        if (answered.answer().isEmpty()) {
            return Optional.of(visit.say("portal.decide.gone"));
        }
        Answer answer = answered.answer().get();
        if (answer instanceof Answer.Refused refused) {
            return Optional.of(record + ": " + visit.messages().render(refused.why()));
        }
        if (answer instanceof Answer.Known known) {
            Decision earlier = known.earlier();
            return Optional.of(visit.say("portal.decide.known", record, earlier.by(), earlier.on()));
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
        DecisionDoor.Chosen finding = chosen(key);
        Decision decision = findings.find(visit.scope(), seen, finding.recordId(), finding.listId()).stream()
                .flatMap(found -> found.detail().decisions().stream())
                .map(FindingDetail.Named::decision)
                .filter(named -> named.id() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        DecisionDoor.Withdrawn withdrawn = door.withdraw(visit, seen.jobName(), decision, reason);
        String text = visit.messages().render(withdrawn.text(decision));
        next.addFlashAttribute(
                PageFrame.SAID, withdrawn == DecisionDoor.Withdrawn.DONE ? Said.done(text) : Said.refused(text));
        return "redirect:" + FindingPage.address(seen, finding.recordId(), finding.listId());
    }
}
