package org.greenaudit.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An audit whose effort is divided by the findings that it reports. */
record PerFinding(Audit audit) implements Contestant {

    private static final Set<String> FINDINGS = Set.of("violations.csv", "undetermined.csv");

    @Override
    public ProcessBuilder process(Path folder) throws IOException {
        return audit.process(folder);
    }

    @Override
    public double done(Path folder) {
        JsonNode manifest = JsonMapper.shared().readTree(folder.resolve("out/latest/manifest.json"));
        return StreamSupport.stream(manifest.get("files").spliterator(), false)
                .filter(file -> FINDINGS.contains(file.get("name").stringValue()))
                .mapToLong(file -> file.get("rows").asLong())
                .sum();
    }
}
