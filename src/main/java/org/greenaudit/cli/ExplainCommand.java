package org.greenaudit.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.decision.Decisions;
import org.greenaudit.job.AuditRuntime;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.config.SettingsDigest;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.store.Stores;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain}: the reasoning for one record, as the audit would judge it now or as a run judged it. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    /** How many known runs are named when the one asked for is not known. */
    private static final int RUNS = 5;

    private final CliSession session;

    @Option(names = "--record", paramLabel = "ID", required = true)
    @SuppressWarnings("NullAway.Init") // required
    private String record;

    @Option(names = "--run", paramLabel = "N")
    private @Nullable Integer run;

    @Mixin
    private JobOptions options = new JobOptions();

    @Mixin
    private LocaleOption locale = new LocaleOption();

    ExplainCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RunSettings settings = options.settings(locale.locale());
        CliSession localized = session.in(Messages.in(settings.locale()));
        CatalogSnapshot catalog = CatalogLoader.load(settings.catalogs(), FeedColumn.headers());
        Decisions decisions;
        try (AuditRuntime runtime = AuditRuntime.stored()) {
            decisions = new Decisions(
                    runtime.stores().decisions().ofJob(settings.job().name()), catalog.brands());
            if (run != null) {
                Optional<RunRecord> judged = asJudged(runtime.stores(), localized, settings, catalog, decisions, run);
                if (judged.isEmpty()) {
                    return ExitStatus.USAGE;
                }
                settings = options.settings(judged.get(), locale.locale());
            }
        } catch (AuditRuntime.StartException e) {
            if (run != null) {
                throw e;
            }
            // an audit at work holds an embedded database; the line can be explained, but for what people decided
            localized.complain("cli.explain.no-decisions");
            decisions = new Decisions(List.of(), catalog.brands());
        }
        RecordFinder.Found found;
        try (PurchaseSource source = AuditRuntime.sources().of(settings, catalog)) {
            found = new RecordFinder(source).find(record);
        }
        if (found.isEmpty()) {
            List<String> near = found.near().ids();
            localized.complain("cli.explain.unknown", record);
            if (!near.isEmpty()) {
                localized.complain("cli.explain.near", localized.joined(near.stream()));
            }
            return ExitStatus.USAGE;
        }
        Explanation explanation = new Explanation(localized, settings, catalog, decisions);
        for (PurchaseLine line : found.lines()) {
            explanation.print(line);
        }
        found.rejections().forEach(explanation::print);
        found.setApart().forEach(explanation::print);
        return ExitStatus.OK;
    }

    /**
     * Prints what a run said of the record.
     *
     * @return the run; empty, after a complaint, when there is none or its catalogs are not these
     */
    private Optional<RunRecord> asJudged(
            Stores stores,
            CliSession localized,
            RunSettings settings,
            CatalogSnapshot catalog,
            Decisions decisions,
            int number) {
        List<RunRecord> runs = stores.runs().ofJob(settings.job().name());
        Optional<RunRecord> asked = runs.stream()
                .filter(known -> known.runNo() == number && known.auditDate().equals(settings.auditDate()))
                .findFirst();
        if (asked.isEmpty()) {
            localized.complain(
                    "cli.explain.no-run", settings.job().name(), settings.auditDate(), String.valueOf(number));
            if (!runs.isEmpty()) {
                localized.complain(
                        "cli.explain.runs",
                        localized.joined(runs.stream()
                                .skip(Math.max(0, runs.size() - RUNS))
                                .map(RunRecord::runId)));
            }
            return asked;
        }
        RunRecord judged = asked.get();
        List<StoredVerdict> verdicts = stores.verdicts().ofRecord(judged.id(), record);
        localized.say("cli.explain.stored", judged.runId());
        Explanation explanation = new Explanation(localized, settings, catalog, decisions);
        verdicts.forEach(explanation::print);
        if (verdicts.isEmpty()) {
            localized.say("cli.explain.nothing-stored");
        }
        if (!judged.catalogFingerprint().equals(catalog.fingerprint())) {
            localized.complain(
                    "cli.explain.other-catalogs", judged.runId(), judged.catalogFingerprint(), catalog.fingerprint());
            return Optional.empty();
        }
        RunSettings then = options.settings(judged, locale.locale());
        if (!stores.runs().settingsDigest(judged.id()).equals(SettingsDigest.of(then))) {
            localized.say("cli.explain.other-settings");
        }
        if (!judged.decisionsFingerprint().equals(decisions.fingerprint())) {
            localized.say("cli.explain.other-decisions");
        }
        return asked;
    }
}
