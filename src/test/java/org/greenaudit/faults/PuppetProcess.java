package org.greenaudit.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A {@link Puppet} and the hand that holds its strings. */
final class PuppetProcess implements AutoCloseable {

    /** What to do at an event of the puppet. */
    interface Hand {

        /** Told of each event while the puppet waits. */
        void at(Event event) throws IOException;
    }

    /**
     * An event: a statement before it is carried out, or a commit before or after.
     *
     * @param step the step of the job, {@code evaluate} for every partition; empty outside the steps
     * @param what the statement, {@code commit} or {@code committed}
     */
    record Event(String step, String what) {

        static Event parse(String line) {
            String step = line.substring(2, line.indexOf('|'));
            return new Event(step.startsWith("evaluate") ? "evaluate" : step, line.substring(line.indexOf('|') + 1));
        }
    }

    /**
     * How a command ended.
     *
     * @param status its exit status; absent when the process ended
     * @param output what it printed
     * @param log what its test configuration logged beside
     */
    record Ended(OptionalInt status, List<String> output, List<String> log) {

        String text() {
            return String.join("\n", output);
        }

        /** For the message of a failed assertion. */
        String all() {
            return String.join("\n", log) + "\n" + text();
        }
    }

    /** Of the user that reads purchases. */
    static final String SOURCE_PASSWORD = "fictional";

    private final Process process;
    private final BufferedReader in;
    private final Writer out;

    private PuppetProcess(Process process) {
        this.process = process;
        this.in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.out = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** Starts one; what goes wrong inside is appended to a file. */
    static PuppetProcess start(Path errors, String... shell) throws IOException {
        return start(errors, List.of(shell), PuppetClasses.shared().options());
    }

    /** Starts one with its classes found by these options. */
    static PuppetProcess start(Path errors, List<String> shell, List<String> classes) throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dgreenaudit.database.id=test"));
        command.addAll(classes);
        command.add(Puppet.class.getName());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        builder.environment().put("GREENAUDIT_SOURCE_PASSWORD", SOURCE_PASSWORD);
        return new PuppetProcess(builder.start());
    }

    /** Its process id. */
    long pid() {
        return process.pid();
    }

    /** Has it carry out a command line; the hand sees every event. */
    Ended run(List<String> args, Hand hand) throws IOException {
        return run(args, hand, line -> {});
    }

    /** Has it carry out a command line; the hand sees every event, and the eye every line it prints. */
    Ended run(List<String> args, Hand hand, Consumer<String> eye) throws IOException {
        send(String.join("\t", args));
        List<String> output = new ArrayList<>();
        List<String> log = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("X ")) {
                return new Ended(OptionalInt.of(Integer.parseInt(line.substring(2))), output, log);
            }
            if (line.startsWith("E ")) {
                hand.at(Event.parse(line));
                goOn();
            } else if (line.startsWith("O ")) {
                output.add(line.substring(2));
                eye.accept(line.substring(2));
            } else {
                log.add(line);
            }
        }
        return new Ended(OptionalInt.empty(), output, log);
    }

    /** Kills it (SIGKILL). */
    void kill() {
        // not by the process itself: that would close its output, too
        process.toHandle().destroyForcibly();
    }

    /** Halts it (SIGSTOP), so that nothing it writes changes until it is resumed. */
    void halt() throws IOException {
        signal("STOP");
        Path status = Path.of("/proc", "" + pid(), "stat");
        while (!Files.readString(status).contains(") T ")) {
            Thread.onSpinWait();
        }
    }

    /** Lets it go on (SIGCONT). */
    void resume() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        try {
            int status = new ProcessBuilder("kill", "-" + name, "" + pid())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException("kill -" + name + " ended with " + status);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to end (SIGTERM). */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Gives it nothing more to do, and waits for its end. */
    void end() throws IOException {
        out.close();
        in.transferTo(Writer.nullWriter());
        awaitEnd();
    }

    /** Waits for its end; the exit status. */
    int awaitEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
        awaitEnd();
    }

    private void goOn() {
        try {
            send("");
        } catch (IOException e) {
            // it was ended meanwhile: reading will tell
        }
    }

    private void send(String line) throws IOException {
        out.write(line + "\n");
        out.flush();
    }
}
