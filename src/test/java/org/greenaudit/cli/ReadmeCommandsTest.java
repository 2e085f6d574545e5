package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
 * ends with 0, and the job file in it is the one in the folder. So do the commands that take a night from one machine to
 * four.
 */
@Tag("slow")
class ReadmeCommandsTest {

    private static final Path README = Path.of("README.md");
    private static final Path JOB = Path.of("jobs", "example", "my-bureau.yaml");

    private static final String BUILD = "mvn -q -DskipTests package";
    private static final Set<String> BUILDS = Set.of("mvn -q spring-boot:run", BUILD);

    /** These run this test. */
    private static final Set<String> TEST_RUNS = Set.of("mvn verify", "mvn test -Pfast");

    private static final String PROGRAM = "java -jar target/greenaudit.jar ";

    /** Runs until it is told to end. */
    private static final String SERVER = PROGRAM + "serve";

    private static final Pattern PROGRAM_CALL = Pattern.compile("java (-D\\S+ )*-jar target/greenaudit\\.jar ?");
    private static final String UNKNOWN = "--no-such-option";

    private static final Path WORKERS = Path.of("src", "docs", "workers.md");

    /** The parts of the feed of the trial, of a megabyte each. */
    private static final int PARTITIONS = 14;

    /** What the servers of a trial say. */
    private static final String READY = " is ready at ";

    @TempDir
    private static Path folder;

    private static ProjectCopy project;

    /** The copy of the project, in which the program is built. */
    private static synchronized ProjectCopy project() throws IOException, InterruptedException {
        if (project == null) {
            project = new ProjectCopy(folder);
            project.run(BUILD);
        }
        return project;
    }

    @Test
    void everyCommandRunsAsItStands() throws IOException, InterruptedException {
        // as a shell runs them; the languages differ in the comments alone
        List<String> once = commands(README).stream()
                .map(ReadmeCommandsTest::withoutComment)
                .distinct()
                .toList();
        assertThat(once).contains(BUILD);
        for (String command : once) {
            if (command.equals(SERVER)) {
                project().start(command).await("http://127.0.0.1").close();
            } else if (!TEST_RUNS.contains(command) && !command.equals(BUILD)) {
                project().run(command);
            }
        }
        assertThat(project().file("reports", "latest", "index.html")).isRegularFile();
        assertThat(project().file("reports", "my-bureau", "latest", "index.html"))
                .isRegularFile();
    }

    /** Four processes, a broker and a database, by the commands of the page alone; only the ports are others. */
    @Test
    void aNightOnFourMachinesRunsAsItsPageSays() throws IOException, InterruptedException {
        ProjectCopy copy = project();
        copy.share(Path.of("target", "test-classes"));
        copy.share(Path.of("target", "database-servers"));
        String broker = "127.0.0.1:" + freePort();
        String database = String.valueOf(freePort());
        Files.writeString(
                copy.file(".mvn", "maven.config"),
                "-Dbroker.address=tcp://" + broker + "\n-Ddatabase.port=" + database + "\n");
        List<String> commands = stepsToFourMachines(WORKERS).stream()
                .map(command -> command.replace("127.0.0.1:61616", broker).replace(":3307/", ":" + database + "/"))
                .toList();
        String environment = commands.stream()
                .filter(command -> command.startsWith("export "))
                .collect(Collectors.joining("\n", "", "\n"));
        Deque<ProjectCopy.Started> started = new ArrayDeque<>();
        try {
            for (String command : commands) {
                if (command.startsWith("mvn -q exec:exec@")) {
                    started.push(copy.start(environment + command).await(READY));
                } else if (command.contains(" worker ")) {
                    started.push(copy.start(environment + command));
                } else if (!command.startsWith("export ") && !command.equals(BUILD)) {
                    copy.run(environment + command);
                }
            }
            assertThat(started).hasSize(5);
        } finally {
            started.forEach(ProjectCopy.Started::close);
        }
        int done = 0;
        for (int worker = 1; worker <= 3; worker++) {
            done += Files.readString(copy.file("target", "worker-" + worker, "greenaudit.log"))
                    .split(" is done\\R", -1)
                    .length;
        }
        assertThat(done - 3).isEqualTo(PARTITIONS);
    }

    @Test
    void theStepsToFourMachinesAreTheSameInBothLanguages() throws IOException {
        assertThat(stepsToFourMachines(Path.of("src", "docs", "workers.zh-CN.md")))
                .isEqualTo(stepsToFourMachines(WORKERS))
                .contains(BUILD);
    }

    /** The commands of the section that starts servers, without comments. */
    private static List<String> stepsToFourMachines(Path page) throws IOException {
        String section = Stream.of(Files.readString(page).split("(?m)^(?=## )"))
                .filter(one -> one.contains("exec:exec@"))
                .findFirst()
                .orElseThrow();
        return Markdown.of(section.lines().toList()).blocks().stream()
                .filter(block -> block.language().isEmpty())
                .flatMap(block -> block.lines().stream())
                .map(ReadmeCommandsTest::withoutComment)
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
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
}
