package org.greenaudit.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An audit in a process of its own, on its own database, that prints its progress; a test can end it at any moment as a
 * power failure would. Its {@link #main} is what runs in that process: the program's classes and nothing else of the
 * tests.
 */
final class AuditProcess {

    private final Process process;
    private final BufferedReader output;

    private AuditProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Audits a job: arguments are the job file, the folder for reports and the folder for data. */
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        try (AuditRuntime runtime = AuditRuntime.start(
                AuditConfiguration.class, Map.of("greenaudit.data-dir", args[2], "logging.level.root", "warn"))) {
            AuditResult result = runtime.audits()
                    .run(Ask.of(Path.of(args[0]))
                            .out(Path.of(args[1]))
                            .telling((done, total) -> out.println(done + "/" + total))
                            .request());
            out.println(result.status());
        }
    }

    static AuditProcess start(Path job, Path out, Path data) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx400m",
                "-cp",
                classPath(),
                AuditProcess.class.getName(),
                job.toString(),
                out.toString(),
                data.toString());
        return new AuditProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until so many percent of the lines are done. */
    void awaitPercent(int percent) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            int slash = line.indexOf('/');
            if (slash > 0
                    && 100 * Long.parseLong(line.substring(0, slash))
                            >= percent * Long.parseLong(line.substring(slash + 1))) {
                return;
            }
        }
        throw new IllegalStateException("the audit ended before " + percent + " %");
    }

    /** Ends the process at once, by SIGKILL; returns its exit status. */
    int kill() throws InterruptedException {
        process.destroyForcibly();
        return process.waitFor();
    }

    /** The last line it printed: how the audit ended. */
    String ending() throws IOException, InterruptedException {
        String last = "";
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            last = line;
        }
        process.waitFor();
        return last;
    }

    /** The tests' class path; Surefire hides it behind a jar that only names it. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
