package org.greenaudit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.assessment.ControlTotals;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.message.Program;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.data.RunData;
import org.greenaudit.report.seal.ReportCheck;
import org.greenaudit.report.table.RecycledShares;
import org.greenaudit.store.RunRecord;
import org.greenaudit.text.Sha256;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code manifest.json}: the run, the catalogs and rules that judged it, its control totals, and the size and SHA-256 of
 * every other file of the report. The keys have a fixed order, and nothing depends on the clock or the machine.
 */
final class Manifest {

    static final String NAME = ReportCheck.MANIFEST;

    private final ReportContext context;
    private final RunData data;
    private final StagingFolder staging;
    private final boolean signed;

    Manifest(ReportContext context, StagingFolder staging, boolean signed) {
        this.context = context;
        this.data = context.data();
        this.staging = staging;
        this.signed = signed;
    }

    /** The manifest, with the files written so far. */
    String render() throws IOException {
        RunRecord run = data.run();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("run_id", run.runId());
        root.put("database", run.database());
        root.put("job", run.jobName());
        root.put("audit_date", run.auditDate().toString());
        root.put("run_no", run.runNo());
        root.put("window", object("from", run.from().toString(), "to", run.to().toString()));
        root.put("locale", context.messages().locale().toLanguageTag());
        root.put("program", object("name", Program.NAME, "version", Program.VERSION));
        root.put("rules", object("version", Program.VERSION));
        root.put(
                "catalogs",
                object(
                        "fingerprint",
                        run.catalogFingerprint(),
                        "versions",
                        new TreeMap<>(data.catalog().versions())));
        if (!run.decisionsFingerprint().isEmpty()) {
            root.put("decisions", object("fingerprint", run.decisionsFingerprint()));
        }
        root.put("assessment", policy(data.policy()));
        root.put("sources", sources());
        root.put(
                "notes",
                data.notes().stream()
                        .map(note -> object(
                                "grave",
                                note.grave(),
                                "text",
                                context.messages().render(note.text())))
                        .toList());
        root.put("control_totals", totals());
        RecycledShares.Part recycled = RecycledShares.total(context);
        root.put("recycled", object("listed", count(recycled.listed()), "recycled", count(recycled.recycled())));
        if (signed) {
            root.put(ReportCheck.SIGNED, true);
        }
        root.put("files", files());
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        ObjectWriter writer = JsonMapper.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
        return writer.writeValueAsString(root) + "\n";
    }

    private static Map<String, Object> policy(AssessmentPolicy policy) {
        return object(
                "mandatory_weight", policy.mandatoryWeight(),
                "priority_weight", policy.priorityWeight(),
                "undetermined_weight", policy.undeterminedWeight(),
                "target", policy.target(),
                "minimum_lines", policy.minimumLines(),
                "grade_a", policy.gradeA(),
                "grade_b", policy.gradeB(),
                "grade_c", policy.gradeC());
    }

    private List<Map<String, Object>> sources() {
        return data.sources().stream()
                .map(source -> object(
                        "name", source.name(),
                        "bytes", source.bytes(),
                        "sha256", source.sha256(),
                        "charset", source.charset(),
                        "rows", source.rows()))
                .toList();
    }

    private Map<String, Object> totals() {
        ControlTotals totals = context.controlTotals();
        Map<String, Object> lists = new LinkedHashMap<>();
        totals.lists()
                .forEach(list -> lists.put(
                        list.listId(),
                        object(
                                "rejected", count(totals.rejected()),
                                "outside", count(list.outside()),
                                "verdicts", count(list.verdicts()))));
        return object(
                "read", count(totals.read()),
                "set_apart", setApart(),
                "outcomes", outcomes(data.counts().lines()),
                "advisory", outcomes(data.counts().advisory()),
                "lists", lists);
    }

    private Map<String, Object> setApart() {
        Map<String, Object> reasons = new LinkedHashMap<>();
        for (SetApart.Reason reason : SetApart.Reason.values()) {
            Count plain = setApart(reason, "");
            Count positive = setApart(reason, "-positive");
            Count negative = setApart(reason, "-negative");
            Map<String, Object> all = count(plain.plus(positive).plus(negative));
            if (positive.lines() > 0) {
                all.putAll(object("positive", count(positive), "negative", count(plain)));
            } else if (negative.lines() > 0) {
                all.putAll(object("positive", count(plain), "negative", count(negative)));
            }
            reasons.put(reason.id(), all);
        }
        return reasons;
    }

    private Count setApart(SetApart.Reason reason, String sign) {
        return data.counts().setApart().getOrDefault(reason.id() + sign, Count.ZERO);
    }

    private static Map<String, Object> outcomes(Map<LineOutcome, Count> counts) {
        Map<String, Object> outcomes = new LinkedHashMap<>();
        counts.forEach((outcome, count) -> outcomes.put(outcome.id(), count(count)));
        return outcomes;
    }

    private List<Map<String, Object>> files() throws IOException {
        List<Map<String, Object>> files = new ArrayList<>();
        for (String name : staging.names()) {
            Path path = staging.path(name);
            Map<String, Object> file = object("name", name);
            staging.rows(name).ifPresent(rows -> file.put("rows", rows));
            file.put("bytes", Files.size(path));
            file.put("sha256", Sha256.ofFile(path));
            files.add(file);
        }
        return files;
    }

    private static Map<String, Object> count(Count count) {
        return object("lines", count.lines(), "amount_yuan", count.yuan());
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
