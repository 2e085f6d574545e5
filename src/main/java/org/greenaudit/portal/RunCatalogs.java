package org.greenaudit.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.store.RunRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which catalogs judged a run, as the manifest in its report says: the database holds their fingerprint alone. */
final class RunCatalogs {

    private static final String MANIFEST = "manifest.json";

    /** Far above what a manifest is for the files of 3,000 counties. */
    private static final long MOST_BYTES = 64L << 20;

    /** A part of the catalogs, and which version of it it was. */
    record Version(String name, String version) {}

    private RunCatalogs() {}

    /**
     * The versions of a run.
     *
     * @param folder the folder of its report, if there is one
     * @return none where the report, or what it says of this run, is not there
     */
    static List<Version> of(RunRecord run, Optional<Path> folder) throws IOException {
        Optional<Path> manifest = folder.map(report -> report.resolve(MANIFEST))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
        if (manifest.isEmpty() || Files.size(manifest.get()) > MOST_BYTES) {
            return List.of();
        }
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(manifest.get()));
            JsonNode catalogs = root.path("catalogs");
            boolean ofRun = root.path("run_id").asString("").equals(run.runId())
                    && catalogs.path("fingerprint").asString("").equals(run.catalogFingerprint());
            return ofRun
                    ? catalogs.path("versions").properties().stream()
                            .map(RunCatalogs::version)
                            .toList()
                    : List.of();
        } catch (JacksonException notOurs) {
            return List.of();
        }
    }

    private static Version version(Map.Entry<String, JsonNode> entry) {
        return new Version(entry.getKey(), entry.getValue().asString(""));
    }
}
