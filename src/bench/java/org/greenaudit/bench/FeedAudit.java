package org.greenaudit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program's own audit of a feed against a registry, from {@code java -jar} to finished reports. */
final class FeedAudit implements Contestant {

    private final Path jar;
    private final String job;

    FeedAudit(Path jar, List<Path> catalogs, Path feed) {
        this.jar = jar;
        this.job =
                """
                name: benchmark
                audit-date: 2026-06-30
                window: {from: 2026-01-01, to: 2026-06-30}
                catalogs: ["%s", "%s"]
                source: {type: csv, files: ["%s"]}
                report: {out: out}
                """
                        .formatted(catalogs.get(0), catalogs.get(1), feed);
    }

    @Override
    public ProcessBuilder process(Path folder) throws IOException {
        Files.writeString(folder.resolve("job.yaml"), job);
        return Java.jar(List.of("-Dgreenaudit.data-dir=data"), jar, "audit", "--job=job.yaml");
    }
}
