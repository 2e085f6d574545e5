package org.greenaudit.portal.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.job.step.StoredRunData;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.ApiPath;
import org.greenaudit.portal.desk.Download;
import org.greenaudit.portal.desk.Downloads;
import org.greenaudit.portal.desk.FindingAddress;
import org.greenaudit.portal.desk.FindingQuery;
import org.greenaudit.portal.desk.FindingWords;
import org.greenaudit.portal.desk.JobFindings;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.portal.finding.FindingIndexes;
import org.greenaudit.portal.finding.FindingRow;
import org.greenaudit.portal.finding.Selection;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.store.RunRecord;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The findings of a run: some of them page by page, one with its reasoning, or as a file. */
@RestController
final class FindingApi {

    /** Parameters of a page of a list. */
    static final List<String> OF_PAGE = List.of("limit", "cursor");

    private static final String FINDINGS = ApiPath.ROOT + "/findings";
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final List<String> SWITCHES = List.of("new", "down");
    private static final List<String> ON = List.of("yes", "true");
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,9})@(.+)");

    /**
     * A part of the findings that are asked for.
     *
     * @param count how many are asked for in all; a record under two lists is two
     * @param amount of all of them, in yuan; that of a record under two lists counts under each
     * @param next what to give as the cursor for those behind; left out behind the last one
     */
    record Findings(
            String runId,
            LocalDate auditDate,
            long count,
            String amount,
            List<FindingLine> findings,
            Optional<String> next) {}

    /**
     * A finding in a list.
     *
     * @param href where its whole reasoning is
     * @param rule the rule of a violation, or the question's id
     * @param reason the rule or the question in words
     * @param amount in yuan
     * @param state open, decided or stale
     */
    record FindingLine(
            String recordId,
            String list,
            String href,
            String outcome,
            String rule,
            String reason,
            String duty,
            String family,
            String regionCode,
            String buyerCode,
            String buyerName,
            String contractNo,
            LocalDate contractDate,
            String itemName,
            String brand,
            String model,
            String amount,
            LocalDate firstSeen,
            boolean isNew,
            String state) {

        private static FindingLine of(RunRecord run, FindingRow row, FindingWords words) {
            return new FindingLine(
                    row.recordId(),
                    row.listId(),
                    FindingAddress.of(FINDINGS, run, row.recordId(), row.listId()),
                    row.outcome().id(),
                    row.rule(),
                    words.reason(row.outcome(), row.rule()),
                    row.duty().id(),
                    row.family(),
                    row.regionCode(),
                    row.buyerCode(),
                    row.buyerName(),
                    row.contractNo(),
                    row.signed(),
                    row.itemName(),
                    row.brand(),
                    row.model(),
                    FindingView.yuan(row.amountFen()),
                    row.firstSeen(),
                    row.isNew(),
                    row.state().id());
        }
    }

    private final ServedJobs jobs;
    private final RunViews runs;
    private final JobFindings findings;
    private final Downloads downloads;

    FindingApi(ServedJobs jobs, RunViews runs, JobFindings findings, Downloads downloads) {
        this.jobs = jobs;
        this.runs = runs;
        this.findings = findings;
        this.downloads = downloads;
    }

    @GetMapping(FINDINGS)
    @Needs(Permission.READ)
    Findings findings(Visit visit, @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        FindingQuery query = query(parameters, OF_PAGE);
        int limit = limit(parameters.getOrDefault("limit", ""));
        Optional<Cursor> cursor = Optional.ofNullable(parameters.get("cursor")).map(Cursor::of);
        RunRecord run = run(query, cursor);
        Selection selection = selection(visit, query, run);
        Selection.Page page =
                selection.behind(cursor.map(Cursor::place).map(OptionalInt::of).orElse(OptionalInt.empty()), limit);
        FindingWords words = new FindingWords(jobs.catalog(run.jobName()), visit.messages());
        List<FindingRow> rows = page.rows();
        boolean last = page.before() + rows.size() >= selection.count().lines();
        return new Findings(
                run.runId(),
                run.auditDate(),
                selection.count().lines(),
                selection.count().yuan().toPlainString(),
                rows.stream().map(row -> FindingLine.of(run, row, words)).toList(),
                last
                        ? Optional.empty()
                        : Optional.of(new Cursor(rows.get(rows.size() - 1).place(), run.runId()).toString()));
    }

    /** Behind which finding a page begins; of which run, so that a run that completes between two pages does not mix with it. */
    private record Cursor(int place, String runId) {

        private static Cursor of(String text) {
            Matcher parts = CURSOR.matcher(text);
            if (!parts.matches()) {
                throw wrong("cursor", text);
            }
            return new Cursor(Integer.parseInt(parts.group(1)), parts.group(2));
        }

        @Override
        public String toString() {
            return place + "@" + runId;
        }
    }

    private static int limit(String text) {
        if (text.isBlank()) {
            return USUAL;
        }
        return Optional.of(text)
                .filter(given -> given.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .filter(given -> given > 0 && given <= MOST)
                .orElseThrow(() -> wrong("limit", text));
    }

    /** What the parameters ask for; one that means nothing is refused, so that nobody takes all findings for some. */
    private static FindingQuery query(Map<String, String> parameters, List<String> more) {
        parameters.forEach((name, value) -> {
            if (!FindingQuery.ASKED.contains(name) && !more.contains(name)) {
                throw ApiProblem.of(HttpStatus.BAD_REQUEST, name, Text.of("portal.api.unknown-parameter", name));
            }
            if (SWITCHES.contains(name) && !ON.contains(value)) {
                throw wrong(name, value);
            }
        });
        FindingQuery query = new FindingQuery(parameters);
        query.problems().keySet().stream().findFirst().ifPresent(name -> {
            throw wrong(name, query.text(name));
        });
        return query;
    }

    private static ApiProblem wrong(String name, String value) {
        return ApiProblem.of(
                HttpStatus.BAD_REQUEST, name, Text.of("portal.api.wrong", name, value, "@portal.api.expected." + name));
    }

    private RunRecord run(FindingQuery query, Optional<Cursor> cursor) {
        String asked = query.text("run");
        String begun = cursor.map(Cursor::runId).orElse(asked);
        if (!asked.isEmpty() && !asked.equals(begun)) {
            throw wrong("cursor", cursor.map(Cursor::toString).orElse(""));
        }
        return runs.asked(begun, "").orElseThrow(ApiProblem::missing);
    }

    private Selection selection(Visit visit, FindingQuery query, RunRecord run) {
        FindingIndexes indexes = findings.of(run.jobName());
        try {
            return indexes.of(run)
                    .select(visit.scope(), query.filter(), indexes.states(run), query.sort(), query.descending());
        } catch (ExplainedException e) {
            throw gone(e);
        }
    }

    /** A run whose details are no longer kept; what is wrong with a job file is the server's own trouble. */
    private static RuntimeException gone(ExplainedException failure) {
        return failure instanceof UsageException ? failure : ApiProblem.of(HttpStatus.GONE, failure.text());
    }

    @GetMapping(FINDINGS + "/{run_id}/{record_id}/{list}")
    @Needs(Permission.READ)
    FindingView finding(
            Visit visit,
            @PathVariable("run_id") String runId,
            @PathVariable("record_id") String segment,
            @PathVariable String list,
            @RequestParam(name = "record", required = false) Optional<String> parameter)
            throws IOException {
        RunRecord run = runs.run(runId).orElseThrow(ApiProblem::missing);
        JobFindings.Found found = findings.find(visit.scope(), run, parameter.orElse(segment), list)
                .orElseThrow(ApiProblem::missing);
        try (StoredRunData data = runs.open(run)) {
            return FindingView.of(found, new ReportContext(data, visit.messages()));
        }
    }

    @GetMapping(value = FINDINGS + ".csv", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Needs(Permission.READ)
    ResponseEntity<Resource> csv(Visit visit, @Parameter(hidden = true) @RequestParam Map<String, String> parameters)
            throws IOException {
        return download(visit, parameters, false);
    }

    @GetMapping(value = FINDINGS + ".xlsx", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Needs(Permission.READ)
    ResponseEntity<Resource> workbook(
            Visit visit, @Parameter(hidden = true) @RequestParam Map<String, String> parameters) throws IOException {
        return download(visit, parameters, true);
    }

    private ResponseEntity<Resource> download(Visit visit, Map<String, String> parameters, boolean workbook)
            throws IOException {
        FindingQuery query = query(parameters, List.of());
        RunRecord run = run(query, Optional.empty());
        Download file;
        try {
            file = downloads.findings(visit, run, query, workbook);
        } catch (ExplainedException e) {
            throw gone(e);
        }
        return file.answer();
    }
}
