package org.greenaudit.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.store.RunRecord;

/** {@code index.html}: one page that needs no network, made of sums only, however large the run. */
final class Page {

    private static final String FOLDER = "/templates/report/";

    private final ReportContext facts;
    private final StagingFolder staging;

    Page(ReportContext facts, StagingFolder staging) {
        this.facts = facts;
        this.staging = staging;
    }

    /** The page, when every CSV file has been written. */
    String render() throws IOException {
        Mustache.Compiler compiler = Mustache.compiler()
                .escapeHTML(true)
                .strictSections(true)
                .withLoader(name -> reader(name + ".mustache"));
        try (Reader template = reader("index.mustache")) {
            return compiler.compile(template).execute(model());
        }
    }

    private Map<String, Object> model() throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("say", (Mustache.Lambda) (key, out) ->
                out.write(Escapers.HTML.escape(facts.say(key.execute().strip()))));
        model.put("css", resource("report.css"));
        head(model);
        model.put("tiles", IndicatorTiles.of(facts));
        model.put("figures", KeyFigures.of(facts));
        model.put("outcomes", OutcomeChart.of(facts));
        model.put("rules", ViolationSection.byRule(facts));
        model.put("regions", ViolationSection.byRegion(facts));
        model.put("families", ViolationSection.byFamily(facts));
        model.put("grades", UnitSection.grades(facts));
        model.put("units", UnitSection.worst(facts));
        model.put("bodies", BodySection.of(facts));
        model.put("questions", QualitySection.questions(facts));
        model.put("rejected", QualitySection.rejected(facts));
        model.put("warnings", QualitySection.warnings(facts));
        model.put("outside", QualitySection.outside(facts));
        model.put("advisory", ContextSection.advisory(facts));
        model.put("departments", ContextSection.departments(facts));
        model.put("totals", ContextSection.totals(facts));
        model.put("differences", ContextSection.differences(facts));
        model.put("addsUp", facts.controlTotals().differences().isEmpty());
        model.put("files", FileSection.whole(facts, staging));
        model.put("regionFiles", FileSection.regional(facts, staging));
        model.put("limits", LimitsSection.of(facts));
        model.put("formula", formula(facts.data().policy()));
        return model;
    }

    private void head(Map<String, Object> model) {
        RunData data = facts.data();
        RunRecord run = data.run();
        String notice = facts.english() ? data.noticeEn() : data.notice();
        model.put("lang", facts.english() ? "en" : "zh-CN");
        model.put("title", facts.english() ? data.titleEn() : data.title());
        model.put("notice", notice.isEmpty() ? List.of() : List.of(notice));
        model.put("auditDate", run.auditDate());
        model.put("from", run.from());
        model.put("to", run.to());
        model.put("runId", run.runId());
        model.put("fingerprint", run.catalogFingerprint());
        model.put("version", Program.VERSION);
        model.put("read", PageNumbers.lines(data.counts().read()));
        model.put("readAmount", PageNumbers.yuan(data.counts().read()));
    }

    private List<String> formula(AssessmentPolicy policy) {
        return List.of(
                facts.say(
                        "report.formula.score",
                        policy.mandatoryWeight().toPlainString(),
                        policy.priorityWeight().toPlainString(),
                        policy.undeterminedWeight().toPlainString()),
                facts.say("report.formula.target", policy.target().toPlainString()),
                facts.say(
                        "report.formula.grades",
                        policy.gradeA().toPlainString(),
                        policy.gradeB().toPlainString(),
                        policy.gradeC().toPlainString()),
                facts.say("report.formula.minimum", policy.minimumLines()),
                facts.say("report.formula.shares"));
    }

    private static Reader reader(String name) throws IOException {
        return new InputStreamReader(stream(name), StandardCharsets.UTF_8);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(String name) throws IOException {
        InputStream stream = Page.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new IOException("the program lacks its resource " + FOLDER + name);
        }
        return stream;
    }
}
