package org.greenaudit.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The server with the sample's job, on an embedded database and a folder of its own. */
final class BureauServer implements AutoCloseable {

    private final Path folder;
    private final Portal portal;

    private BureauServer(Path folder, Portal portal) {
        this.folder = folder;
        this.portal = portal;
    }

    /** Starts it, or starts it again on what is in the folder. */
    static BureauServer start(Path folder) {
        return start(folder, Map.of());
    }

    /** The same with further configuration. */
    static BureauServer start(Path folder, Map<String, Object> more) {
        return start(folder, more, List.of(job(folder)));
    }

    /** The same with these jobs. */
    static BureauServer start(Path folder, Map<String, Object> more, List<Path> jobs) {
        Map<String, Object> properties = new HashMap<>(
                Map.of("server.port", 0, "management.server.port", 0, "greenaudit.data-dir", folder.resolve("data")));
        properties.putAll(more);
        return new BureauServer(folder, Portal.start(jobs, properties));
    }

    /** The sample's job with reports in that folder. */
    static Path job(Path folder) {
        Path job = folder.resolve("sample.yaml");
        Path jobs = Path.of("jobs").toAbsolutePath();
        try {
            if (!Files.exists(job)) {
                Files.writeString(
                        job,
                        Files.readString(jobs.resolve("sample.yaml"))
                                .replace("../reports", folder.resolve("reports").toString())
                                .replace(
                                        "../catalogs",
                                        jobs.resolveSibling("catalogs").toString())
                                .replace("- sample/", "- " + jobs.resolve("sample") + "/")
                                .replace("- fuzhou", "- " + jobs.resolve("fuzhou"))
                                .replace("- luoyang", "- " + jobs.resolve("luoyang")));
            }
            return job;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Portal portal() {
        return portal;
    }

    /** A page's address. */
    String at(String path) {
        return portal.address() + path.substring(1);
    }

    /** The folder of the newest report. */
    Path report() {
        return folder.resolve("reports/latest");
    }

    @Override
    public void close() {
        portal.close();
    }
}
