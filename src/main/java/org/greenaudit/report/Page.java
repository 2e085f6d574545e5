package org.greenaudit.report;

import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.assessment.Caveats;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.message.Program;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.data.RunData;
import org.greenaudit.report.html.PageLinks;
import org.greenaudit.report.html.Templates;
import org.greenaudit.report.table.BodyTable;
import org.greenaudit.report.table.DecidedTable;
import org.greenaudit.report.table.RecycledShares;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.RunRecord;
import org.greenaudit.text.Sha256;

/** {@code index.html}: one page that needs no network. It shows sums only, so that it stays small however large the run. */
final class Page {

    /** The page's name in its folder. */
    static final String NAME = "index.html";

    private final ReportContext context;
    private final StagingFolder staging;

    Page(ReportContext context, StagingFolder staging) {
        this.context = context;
        this.staging = staging;
    }

    /** The page; every CSV file must have been written, because the page links to them and shows their sizes. */
    String render() throws IOException {
        return Templates.fill("index", model(), context);
    }

    private Map<String, Object> model() throws IOException {
        Map<String, Object> model = new HashMap<>();
        String script = Templates.resource("report.js");
        model.put("script", script);
        model.put(
                "scriptHash",
                Base64.getEncoder().encodeToString(new Sha256().add(script).bytes()));
        head(model);
        PageLinks links = new OwnLinks(context);
        model.put(
                "caveats",
                Caveats.of(context.data().counts(), context.data().notes()).stream()
                        .map(context.messages()::render)
                        .toList());
        model.put("tiles", IndicatorTiles.of(context));
        model.put("figures", KeyFigures.of(context, links));
        model.put("outcomes", OutcomeChart.of(context));
        model.put("rules", FindingSection.byRule(context, links));
        model.put("regions", FindingSection.byRegion(context, links));
        model.put("families", FindingSection.byFamily(context));
        model.put("findings", FindingSection.groups(context));
        model.put("findingsShown", FindingSection.areShown(context));
        model.put("reconciled", OutcomeChart.reconciled(context));
        UnitSection units = new UnitSection(context, links);
        model.put("grades", units.grades());
        model.put("units", units.worst());
        model.put("bodies", BodyTable.onPage(context));
        model.put("questions", FindingSection.questions(context, links));
        model.put("decided", DecidedTable.onPage(context));
        model.put("rejected", QualitySection.rejected(context));
        model.put("warnings", QualitySection.warnings(context));
        model.put("outside", QualitySection.outside(context));
        model.put("trend", ContextSection.trend(context));
        model.put("advisory", ContextSection.advisory(context));
        model.put("recycled", RecycledShares.table(context));
        model.put("departments", ContextSection.departments(context));
        model.put("totals", ContextSection.totals(context));
        model.put("differences", ContextSection.differences(context));
        model.put(
                "notes",
                context.data().notes().stream()
                        .filter(note -> !note.grave())
                        .map(note -> context.messages().render(note.text()))
                        .toList());
        model.put("addsUp", context.controlTotals().differences().isEmpty());
        model.put("files", FileSection.own(context, staging));
        model.put("regionFiles", FileSection.regional(context, staging));
        model.put("limits", LimitsSection.of(context));
        model.put("formula", ScoreFormula.of(context));
        return model;
    }

    private void head(Map<String, Object> model) {
        RunData data = context.data();
        RunRecord run = data.run();
        String notice = context.english() ? data.noticeEn() : data.notice();
        model.put("notice", notice.isEmpty() ? List.of() : List.of(notice));
        model.put("from", run.from());
        model.put("to", run.to());
        model.put("runId", run.runId());
        model.put("fingerprint", run.catalogFingerprint());
        model.put("version", Program.VERSION);
        model.put("read", Numbers.lines(data.counts().read()));
        model.put("readAmount", Numbers.yuan(data.counts().read()));
    }

    /** Places on the page itself, and files beside it. */
    private record OwnLinks(ReportContext context, boolean shown) implements PageLinks {

        OwnLinks(ReportContext context) {
            this(context, FindingSection.areShown(context));
        }

        @Override
        public String violations(String rule) {
            return rule.isEmpty() ? "#violations" : FindingSection.place(shown, Outcome.VIOLATION, rule);
        }

        @Override
        public String questions(String question) {
            return question.isEmpty() ? "#questions" : FindingSection.place(shown, Outcome.UNDETERMINED, question);
        }

        @Override
        public String newViolations() {
            return "violations.csv";
        }

        @Override
        public String rejected() {
            return "rejected.csv";
        }

        @Override
        public String region(String regionCode) {
            return context.data().county().isPresent() ? "" : StagingFolder.ofRegion(regionCode) + NAME;
        }

        @Override
        public String regions() {
            return RegionPage.isNeeded(context) ? RegionPage.NAME : "summary.csv";
        }
    }
}
