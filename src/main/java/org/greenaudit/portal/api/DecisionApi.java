package org.greenaudit.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.DecisionDesk.Answer;
import org.greenaudit.feedback.FeedbackColumn;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.ApiPath;
import org.greenaudit.portal.desk.DecisionDoor;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.store.RunRecord;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deciding about findings, the decisions there are, and taking them back. */
@RestController
final class DecisionApi {

    private static final String DECISIONS = ApiPath.ROOT + "/decisions";

    /**
     * A finding to decide about.
     *
     * @param recordId required
     * @param list required
     */
    record Key(
            @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> recordId,
            @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> list) {}

    /**
     * What is decided. Beside run, findings and decision, what the decision needs is filled in, as in the file of {@code decide}.
     *
     * @param runId the run in which the findings were seen; required
     * @param findings 1 to 500; required
     * @param decision item, not-listed, fact, certificate, exemption, confirmed or dismissed; required
     * @param decisionScope record or product; what is usual for the decision where it is left out
     */
    record Order(
            @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> runId,
            @Schema(requiredMode = RequiredMode.REQUIRED) Optional<List<Key>> findings,
            @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> decision,
            Optional<String> decisionCertificateNo,
            Optional<String> certificateFrom,
            Optional<String> certificateTo,
            Optional<String> decisionApprovalNo,
            Optional<String> decisionNote,
            Optional<String> decisionScope,
            Optional<String> validUntil) {

        private Map<FeedbackColumn, String> filledIn() {
            Map<FeedbackColumn, String> cells = new EnumMap<>(FeedbackColumn.class);
            cells.put(FeedbackColumn.CONCLUSION, required(decision, "decision"));
            cells.put(FeedbackColumn.CERTIFICATE, decisionCertificateNo.orElse(""));
            cells.put(FeedbackColumn.FROM, certificateFrom.orElse(""));
            cells.put(FeedbackColumn.TO, certificateTo.orElse(""));
            cells.put(FeedbackColumn.APPROVAL, decisionApprovalNo.orElse(""));
            cells.put(FeedbackColumn.NOTE, decisionNote.orElse(""));
            cells.put(FeedbackColumn.SCOPE, decisionScope.orElse(""));
            cells.put(FeedbackColumn.UNTIL, validUntil.orElse(""));
            return cells;
        }

        private List<DecisionDoor.Chosen> chosen() {
            List<DecisionDoor.Chosen> chosen = new ArrayList<>();
            for (Key key : findings.orElse(List.of())) {
                String place = "findings[" + chosen.size() + "]";
                Optional<Key> given = Optional.ofNullable(key);
                chosen.add(new DecisionDoor.Chosen(
                        required(given.flatMap(Key::list), place + ".list"),
                        required(given.flatMap(Key::recordId), place + ".record_id")));
            }
            return chosen;
        }
    }

    /** What became of each finding, in their order. */
    record Decided(List<Answered> answers) {}

    /**
     * What became of a finding.
     *
     * @param answer taken; known where the same was decided before; refused; gone where it is no finding of the newest run, or
     *     outside the scope
     * @param decisions the numbers of the decisions that were stored
     * @param remarks of one that was taken
     * @param why one was refused; left out for any other
     * @param earlier what was decided before; left out where nothing was
     */
    record Answered(
            String recordId,
            String list,
            String answer,
            List<Long> decisions,
            List<ApiText> remarks,
            Optional<ApiText> why,
            Optional<DecisionView> earlier) {

        private static Answered of(DecisionDoor.Answered answered, Messages messages) {
            DecisionDoor.Chosen finding = answered.finding();
            Optional<Answer> answer = answered.answer();
            Optional<Answer.Taken> taken = of(answer, Answer.Taken.class);
            Optional<Answer.Known> known = of(answer, Answer.Known.class);
            Optional<ApiText> why = of(answer, Answer.Refused.class)
                    .map(refused -> ApiText.of(refused.why(), messages))
                    .or(() -> answer.isPresent()
                            ? Optional.empty()
                            : Optional.of(ApiText.of(Text.of("portal.decide.gone"), messages)));
            return new Answered(
                    finding.recordId(),
                    finding.listId(),
                    answer.isEmpty() ? "gone" : taken.isPresent() ? "taken" : known.isPresent() ? "known" : "refused",
                    answered.stored(),
                    taken.map(it -> ApiText.each(it.remarks(), messages)).orElse(List.of()),
                    why,
                    known.map(it -> DecisionView.of(it.earlier(), messages)));
        }

        private static <T extends Answer> Optional<T> of(Optional<Answer> answer, Class<T> kind) {
            return answer.filter(kind::isInstance).map(kind::cast);
        }
    }

    /** A job's decisions within the scope, the oldest first. */
    record DecisionList(String job, List<DecisionView.RecordedDecision> decisions) {}

    /**
     * A decision that is taken back.
     *
     * @param reason why; required
     */
    record Withdrawal(@Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> reason) {}

    private final ServedJobs jobs;
    private final RunViews runs;
    private final DecisionDoor door;

    DecisionApi(ServedJobs jobs, RunViews runs, DecisionDoor door) {
        this.jobs = jobs;
        this.runs = runs;
        this.door = door;
    }

    private static String required(Optional<String> value, String field) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() ->
                        ApiProblem.of(HttpStatus.UNPROCESSABLE_CONTENT, field, Text.of("portal.api.missing", field)));
    }

    @PostMapping(value = DECISIONS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.DECIDE)
    Decided decide(Visit visit, @RequestBody Order order) throws IOException {
        String runId = required(order.runId(), "run_id");
        List<DecisionDoor.Chosen> chosen = order.chosen();
        Map<FeedbackColumn, String> filledIn = order.filledIn();
        RunRecord seen = runs.run(runId).orElseThrow(ApiProblem::missing);
        DecisionDoor.Decided decided = door.decide(visit, seen, chosen, filledIn, visit.say("portal.api.request"));
        decided.refused().ifPresent(why -> {
            boolean beyond = !chosen.isEmpty() && chosen.size() <= DecisionDoor.MOST;
            throw ApiProblem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    beyond ? "decision_scope" : "findings",
                    beyond ? why : Text.of("portal.api.findings", DecisionDoor.MOST));
        });
        return new Decided(decided.answers().stream()
                .map(answered -> Answered.of(answered, visit.messages()))
                .toList());
    }

    @GetMapping(DECISIONS)
    @Needs(Permission.READ)
    DecisionList decisions(Visit visit, @RequestParam(required = false) Optional<String> job) {
        String chosen = jobs.chosen(job);
        return new DecisionList(
                chosen,
                door.decisions(visit, chosen).stream()
                        .map(decision -> DecisionView.RecordedDecision.of(decision, visit.messages()))
                        .toList());
    }

    @PostMapping(value = DECISIONS + "/{id}/withdraw", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.DECIDE)
    DecisionView.RecordedDecision withdraw(Visit visit, @PathVariable long id, @RequestBody Withdrawal asked) {
        String reason = required(asked.reason(), "reason");
        String job = jobs.all().stream()
                .filter(name -> find(visit, name, id).isPresent())
                .findFirst()
                .orElseThrow(ApiProblem::missing);
        Decision decision = find(visit, job, id).orElseThrow(ApiProblem::missing);
        DecisionDoor.Withdrawn withdrawn = door.withdraw(visit, job, decision, reason);
        return switch (withdrawn) {
            case DONE -> DecisionView.RecordedDecision.of(find(visit, job, id).orElseThrow(), visit.messages());
            case BEYOND -> throw ApiProblem.of(HttpStatus.FORBIDDEN, withdrawn.text(decision));
            case BEFORE -> throw ApiProblem.of(HttpStatus.CONFLICT, withdrawn.text(decision));
            case NO_REASON -> throw ApiProblem.of(HttpStatus.UNPROCESSABLE_CONTENT, "reason", withdrawn.text(decision));
        };
    }

    private Optional<Decision> find(Visit visit, String job, long id) {
        return door.decisions(visit, job).stream()
                .filter(decision -> decision.id() == id)
                .findFirst();
    }
}
