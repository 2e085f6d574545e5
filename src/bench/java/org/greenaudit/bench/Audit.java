package org.greenaudit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program's own audit, from {@code java -jar} to finished reports. */
final class Audit implements Contestant {

    private final Path jar;
    private final String job;

    /**
     * An audit.
     *
     * @param jar the program
     * @param catalogs two folders of catalogs, the base first
     * @param source where the purchases are, as in a job file
     */
    Audit(Path jar, List<Path> catalogs, String source) {
        this.jar = jar;
        this.job =
                """
                name: benchmark
                audit-date: 2026-06-30
                window: {from: 2026-01-01, to: 2026-06-30}
                catalogs: ["%s", "%s"]
                source: {%s}
                report: {out: out}
                """
                        .formatted(catalogs.get(0), catalogs.get(1), source);
    }

    /** An audit of a feed. */
    static Audit of(Path jar, List<Path> catalogs, Path feed) {
        return new Audit(jar, catalogs, "type: csv, files: [\"" + feed + "\"]");
    }

    @Override
    public ProcessBuilder process(Path folder) throws IOException {
        return process(folder, Map.of());
    }

    /** A server of it, on ports of its own. */
    ProcessBuilder served(Path folder) throws IOException {
        Files.writeString(folder.resolve("job.yaml"), job);
        return Java.jar(
                List.of("-Dgreenaudit.data-dir=data", "-Dserver.port=0", "-Dmanagement.server.port=0"),
                jar,
                "serve",
                "--job=job.yaml",
                "--locale=en");
    }

    /**
     * A command of it among several processes.
     *
     * @param before what starts the process: pinned to a processor, for instance
     * @param name the job's
     * @param run what the job file says of its run
     */
    ProcessBuilder remote(Path folder, List<String> before, String name, String run, String... command) throws IOException {
        String file = name + ".yaml";
        Files.writeString(
                folder.resolve(file),
                job.replace("name: benchmark", "name: " + name).replace("{out: out}", "{out: out-" + name + "}") + "run: {" + run + "}\n");
        ProcessBuilder process = Java.jar(
                List.of("-Dgreenaudit.data-dir=data", "-Dgreenaudit.database.id=benchmark"), jar, command);
        process.command().addAll(0, before);
        process.command().add("--job=" + file);
        return process;
    }

    /** The same with more in its environment. */
    ProcessBuilder process(Path folder, Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("job.yaml"), job);
        ProcessBuilder process =
                Java.jar(List.of("-Dgreenaudit.data-dir=data"), jar, "audit", "--job=job.yaml");
        process.environment().putAll(environment);
        return process;
    }
}
