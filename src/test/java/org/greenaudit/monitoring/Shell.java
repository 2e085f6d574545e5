package org.greenaudit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs the scripts beside the dashboards. */
final class Shell {

    private Shell() {}

    /** What a command says, after a check that it ended well. */
    static String run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder shell = new ProcessBuilder(command).redirectErrorStream(true);
        shell.environment().putAll(environment);
        Process process = shell.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
