package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.testing.Markdown;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Does what README.md says, word by word, in a copy of the project: every command in both languages runs as it stands and
 * ends with 0, and the job file in it is the one in the folder.
 */
@Tag("slow")
class ReadmeCommandsTest {

    private static final Path README = Path.of("README.md");
    private static final Path JOB = Path.of("jobs", "example", "my-bureau.yaml");

    /** What a newcomer has, but for the tests: this build has just compiled them. */
    private static final List<String> COPIED = List.of("pom.xml", ".mvn", "src/main", "jobs", "catalogs");

    private static final Set<String> BUILDS = Set.of("mvn -q spring-boot:run", "mvn -q -DskipTests package");

    /** These run this test. */
    private static final Set<String> TEST_RUNS = Set.of("mvn verify", "mvn test -Pfast");

    private static final String PROGRAM = "java -jar target/greenaudit.jar ";

    /** Runs until it is told to end. */
    private static final String SERVER = PROGRAM + "serve";

    private static final Pattern PROGRAM_CALL = Pattern.compile("java (-D\\S+ )*-jar target/greenaudit\\.jar ?");
    private static final String UNKNOWN = "--no-such-option";
    private static final long PATIENCE_MINUTES = 10;

    @TempDir
    private Path project;

    @Test
    void everyCommandRunsAsItStands() throws IOException, InterruptedException {
        for (String entry : COPIED) {
            copy(entry);
        }
        // as a shell runs them; the languages differ in the comments alone
        List<String> once = commands(README).stream()
                .map(ReadmeCommandsTest::withoutComment)
                .distinct()
                .toList();
        for (String command : once) {
            if (!TEST_RUNS.contains(command)) {
                run(command);
            }
        }
        assertThat(project.resolve(Path.of("reports", "latest", "index.html"))).isRegularFile();
        assertThat(project.resolve(Path.of("reports", "my-bureau", "latest", "index.html")))
                .isRegularFile();
    }

    @Test
    void everyCommandIsKnownToThisTest() {
        assertThat(commands(README).stream()
                        .map(ReadmeCommandsTest::withoutComment)
                        .filter(command -> !command.startsWith(PROGRAM)))
                .allMatch(command -> BUILDS.contains(command) || TEST_RUNS.contains(command));
    }

    @Test
    void theTwoCommandsOfTheBeginningAreThereInBothLanguages() {
        List<String> all = Markdown.read(README).blocks().stream()
                .flatMap(block -> block.lines().stream())
                .map(ReadmeCommandsTest::withoutComment)
                .toList();
        assertThat(all.stream().filter("mvn -q spring-boot:run"::equals)).hasSize(2);
        assertThat(all.stream().filter("mvn verify"::equals)).hasSize(2);
    }

    @Test
    void theProfilesThatItNamesAreThoseOfTheBuild() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        for (String line : commands(README)) {
            Pattern.compile("-P(\\w+)").matcher(line).results().forEach(profile -> assertThat(build)
                    .contains("<id>" + profile.group(1) + "</id>"));
        }
    }

    @Test
    void theJobFileIsTheOneInTheFolder() throws IOException {
        YAMLMapper yaml = YAMLMapper.builder().build();
        JsonNode shipped = yaml.readTree(Files.readString(JOB));
        List<Markdown.Block> jobs = Markdown.read(README).blocks().stream()
                .filter(block -> block.language().equals("yaml"))
                .toList();
        assertThat(jobs).hasSize(2);
        assertThat(jobs.get(0).text()).isEqualTo(Files.readString(JOB));
        assertThat(jobs).allSatisfy(job -> assertThat(yaml.readTree(job.text())).isEqualTo(shipped));
    }

    @Test
    void theJobFileHasNoKeyThatTheProgramDoesNotKnow() {
        CliHarness cli = new CliHarness();
        assertThat(cli.run("audit", "--locale=en", "--job", JOB.toString()))
                .as(cli.err())
                .isZero();
    }

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(README, Path.of("catalogs", "README.md")));
        for (Path folder : List.of(Path.of("src", "docs"), Path.of("jobs"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    /** An option that nobody knows keeps it from running, and is all that the program may complain of. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyCallOfTheProgramOnAPageIsUnderstood(Path page) throws IOException {
        for (String line : commands(page)) {
            String command = withoutComment(line);
            if (PROGRAM_CALL.matcher(command).lookingAt()) {
                List<String> args = words(PROGRAM_CALL.matcher(command).replaceFirst(""));
                int options = 0;
                while (options < args.size() && !args.get(options).startsWith("-")) {
                    options++;
                }
                args.add(options, UNKNOWN);
                if (!args.contains("--locale")) {
                    args.add("--locale=en");
                }
                CliHarness cli = new CliHarness();
                assertThat(cli.run(args.toArray(String[]::new))).isEqualTo(ExitStatus.USAGE);
                assertThat(cli.err().lines().findFirst()).as(line).hasValue("Unknown argument: " + UNKNOWN);
            }
        }
    }

    /** The lines of code without a language or of a shell, and the code in the text that calls Maven or Java. */
    private static Set<String> commands(Path page) {
        Markdown read = Markdown.read(page);
        Set<String> commands = new LinkedHashSet<>();
        for (Markdown.Block block : read.blocks()) {
            if (block.language().isEmpty() || block.language().equals("sh")) {
                commands.addAll(block.lines());
            } else {
                assertThat(block.language())
                        .isIn("yaml", "sql", "java", "csv", "json", "xml", "text", "properties", "mermaid");
            }
        }
        for (String line : read.prose()) {
            Markdown.code(line).stream()
                    .filter(code -> code.startsWith("java ") || code.startsWith("mvn "))
                    .forEach(commands::add);
        }
        commands.removeIf(String::isBlank);
        return commands;
    }

    private static String withoutComment(String line) {
        return line.replaceFirst("\\s+# .*$", "").strip();
    }

    private static List<String> words(String command) {
        return new ArrayList<>(
                Stream.of(command.split(" +")).filter(word -> !word.isEmpty()).toList());
    }

    private void run(String command) throws IOException, InterruptedException {
        Path output = project.resolve("output.txt");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().keySet().removeIf(name -> name.startsWith("GREENAUDIT_") || name.startsWith("SPRING_"));
        String java = System.getProperty("java.home");
        shell.environment().put("JAVA_HOME", java);
        shell.environment().merge("PATH", Path.of(java, "bin").toString(), (path, bin) -> bin + ":" + path);
        String maven = shell.environment().getOrDefault("MAVEN_HOME", "");
        if (!maven.isEmpty()) {
            shell.environment().merge("PATH", maven + "/bin", (path, bin) -> path + ":" + bin);
        }
        shell.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        String repository = System.getProperty("localRepository", System.getProperty("maven.repo.local", ""));
        if (!repository.isEmpty()) {
            shell.environment()
                    .merge("MAVEN_OPTS", "-Dmaven.repo.local=" + repository, (now, more) -> now + " " + more);
        }
        // a server of another may have the usual ports
        shell.environment().put("SERVER_PORT", "0");
        shell.environment().put("MANAGEMENT_SERVER_PORT", "0");
        Process process = shell.start();
        if (command.equals(SERVER)) {
            await().atMost(Duration.ofMinutes(PATIENCE_MINUTES))
                    .failFast(command + " ended", () -> !process.isAlive())
                    .until(() -> Files.readString(output).contains("http://127.0.0.1"));
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroy);
            all.forEach(one -> one.onExit().join());
            return;
        }
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new AssertionError(command + " does not end:\n" + Files.readString(output));
        }
        assertThat(process.exitValue())
                .as(command + "\n" + Files.readString(output))
                .isZero();
    }

    private void copy(String entry) throws IOException {
        Path from = Path.of(entry);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = project.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
