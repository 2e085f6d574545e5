package org.greenaudit.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.file.Crew;
import org.greenaudit.file.PrivateFiles;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Messages;
import org.greenaudit.report.data.CountyData;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.data.RunData;
import org.greenaudit.report.seal.ReportSigner;

/**
 * Writes the files of a run: CSV, workbooks, HTML and manifest. The same data give the same bytes. The report appears complete or
 * not at all. Verdicts and rejected rows are streamed; everything else is a sum over the run's counts.
 */
public final class ReportWriter {

    private final RunData data;
    private final ReportContext context;
    private final Optional<ReportSigner> signer;
    private final int threads;

    /**
     * A writer for one run in one language, whose reports are signed where there is a signer.
     *
     * @param data asked for verdicts, units and rejected rows by several threads at once
     * @param threads how many write, at least 1
     */
    public ReportWriter(RunData data, Messages messages, Optional<ReportSigner> signer, int threads) {
        this.data = data;
        this.context = new ReportContext(data, messages);
        this.signer = signer;
        this.threads = threads;
    }

    /**
     * Writes {@code <outDir>/<audit-date>/run-<n>/} and points {@code <outDir>/latest} at it, unless it already names a
     * report of a later audit date.
     *
     * @return the report's folder
     * @throws IOException when a file cannot be written; nothing is visible then, and {@code latest} stays where it was
     * @throws ExplainedException when the data contradict each other, or the report of another run is in the way; nothing is
     *     visible either
     */
    public Path write(Path outDir) throws IOException {
        PrivateFiles.createFolders(outDir);
        ReportFolder.requireSameRun(StagingFolder.target(outDir, data.run()), data.run());
        StagingFolder staging = StagingFolder.open(outDir, data.run());
        Path report;
        try {
            files(staging);
            String manifest = new Manifest(context, staging, signer.isPresent()).render();
            staging.text(Manifest.NAME, manifest);
            if (signer.isPresent()) {
                sign(signer.get(), manifest, staging);
            }
            report = staging.publish();
        } catch (IOException e) {
            throw placed(outDir, e);
        } finally {
            staging.discard();
        }
        if (ReportFolder.isNewest(outDir, data.run())) {
            LatestLink.point(outDir, report);
        }
        return report;
    }

    /** The whole run's workbook takes about as long as everything of the counties, so it is begun first. */
    private void files(StagingFolder staging) throws IOException {
        List<Crew.Part> parts = new ArrayList<>();
        parts.add(() -> new WorkbookReport(context, staging).write());
        List<StagingFolder> counties = new ArrayList<>();
        for (CountyData county : CountyData.of(data)) {
            StagingFolder folder = staging.ofCounty(county.county().orElseThrow());
            counties.add(folder);
            parts.add(() -> {
                ReportContext ofCounty = new ReportContext(county, context.messages());
                new WorkbookReport(ofCounty, folder).write();
                new CsvFiles(ofCounty, folder, List.of()).write();
                folder.text(Page.NAME, new Page(ofCounty, folder).render());
            });
        }
        Crew.carryOut(parts, threads);
        new CsvFiles(context, staging, counties).write();
        if (RegionPage.isNeeded(context)) {
            staging.text(RegionPage.NAME, new RegionPage(context, staging).render());
        }
        staging.text(Page.NAME, new Page(context, staging).render());
    }

    private static void sign(ReportSigner signer, String manifest, StagingFolder staging) throws IOException {
        try {
            Files.write(staging.file(ReportSigner.SIGNATURE), signer.sign(manifest.getBytes(StandardCharsets.UTF_8)));
            staging.text(ReportSigner.CERTIFICATE, signer.certificate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key signed when it was opened", e);
        }
    }

    /** Java's exception for a full disk often names no file, so the output folder is named instead. */
    private static IOException placed(Path outDir, IOException failure) {
        if (failure instanceof FileSystemException || !FileTrouble.isFull(failure)) {
            return failure;
        }
        FileSystemException placed = new FileSystemException(outDir.toString(), null, failure.getMessage());
        placed.initCause(failure);
        return placed;
    }
}
