package org.greenaudit.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code serve} while people read: an audit of a server with nobody on its pages, and the same one while fifty people look
 * through the findings of the audit before, each a page every one to three seconds.
 */
final class ServeLoad {

    private static final int ACCOUNTS = 10;
    private static final int SESSIONS = 5;
    private static final double NANOS = 1e9;
    private static final Duration BEGIN = Duration.ofMinutes(2);
    private static final Pattern READY = Pattern.compile("The pages are at (\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("password ([^. ]+)\\.");
    private static final Pattern SECRET = Pattern.compile("The password of [^:]+: (\\S+)");
    /** The password that everybody chooses. */
    static final String CHOSEN = "a password of my own";

    /** The lists that people look at. */
    private static final List<String> LISTS = List.of(
            "/findings?run=",
            "/findings?outcome=violation&sort=amount&down=yes&run=",
            "/findings?region=361002&run=",
            "/findings?list=energy-saving&sort=buyer&run=",
            "/findings?q=%E6%89%93%E5%8D%B0&run=",
            "/findings?from=10000&duty=mandatory&run=");

    private static final List<String> OTHERS = List.of("/", "/units", "/runs", "/questions");

    private final Path jar;
    private final List<Path> catalogs;
    private final Path feed;

    /** The same audit as that of the other works. */
    ServeLoad(Path jar, List<Path> catalogs, Path feed) {
        this.jar = jar;
        this.catalogs = catalogs;
        this.feed = feed;
    }

    /**
     * What came of it.
     *
     * @param alone the audit with nobody reading: its time, and the server's processor time and memory
     * @param read the same while people read
     * @param lists how long each page of a list of findings took, in milliseconds, ascending
     */
    record Outcome(Run alone, Run read, List<Double> lists) {

        /** How long all but five of a hundred lists took at most, in milliseconds. */
        double percentile95() {
            return lists.get((int) Math.ceil(lists.size() * 0.95) - 1);
        }

        /** In words. */
        String told() {
            return String.format(
                    Locale.ROOT,
                    "%d people read %,d lists of findings while it ran, without an error: half of them within %.0f ms, 95 %% within"
                            + " %.0f ms (target < 500 ms), all within %.0f ms.",
                    ACCOUNTS * SESSIONS,
                    lists.size(),
                    lists.get(lists.size() / 2),
                    percentile95(),
                    lists.get(lists.size() - 1));
        }
    }

    /** Measures it in an empty folder. */
    Outcome measure(Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process server = Audit.of(jar, catalogs, feed)
                .served(folder)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            String address = awaitLine(server, output, READY);
            Session admin = new Session(URI.create(address));
            admin.enter("admin", awaitLine(server, output, PASSWORD));
            List<Session> readers = readers(admin, address);
            // the first audit makes what people read, and warms the machine up for both that are compared
            audit(server, admin);
            String run = admin.newestRun();
            Run alone = audit(server, admin);
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService threads = Executors.newFixedThreadPool(readers.size());
            List<Future<List<Double>>> reading = new ArrayList<>();
            for (int i = 0; i < readers.size(); i++) {
                Random random = new Random(i);
                Session reader = readers.get(i);
                reading.add(threads.submit(() -> read(reader, run, random, over)));
            }
            Run read = audit(server, admin);
            over.set(true);
            List<Double> lists = new ArrayList<>();
            for (Future<List<Double>> one : reading) {
                lists.addAll(one.get());
            }
            threads.shutdown();
            lists.sort(null);
            return new Outcome(alone, read, lists);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /** Looks through pages until the audit is over; how long each list took. */
    private static List<Double> read(Session reader, String run, Random random, AtomicBoolean over)
            throws InterruptedException {
        List<Double> lists = new ArrayList<>();
        String next = "";
        while (!over.get()) {
            TimeUnit.MILLISECONDS.sleep(1000 + random.nextInt(2000));
            boolean list = random.nextInt(5) > 0;
            String page = list ? LISTS.get(random.nextInt(LISTS.size())) + run : OTHERS.get(random.nextInt(OTHERS.size()));
            // every other list is gone on with
            String asked = list && !next.isEmpty() && random.nextBoolean() ? next : page;
            long begin = System.nanoTime();
            String text = reader.get(asked);
            double millis = (System.nanoTime() - begin) / 1e6;
            if (list) {
                lists.add(millis);
                next = Session.next(text);
            }
        }
        return lists;
    }

    private static List<Session> readers(Session admin, String address) {
        List<Session> readers = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            String name = "reader-" + i;
            String told = admin.post("/accounts", Map.of("name", name, "role", "viewer", "region", "", "buyer", ""));
            Session first = new Session(URI.create(address));
            first.enter(name, Session.found(SECRET, told));
            readers.add(first);
            for (int session = 1; session < SESSIONS; session++) {
                Session further = new Session(URI.create(address));
                further.signIn(name, CHOSEN);
                readers.add(further);
            }
        }
        return readers;
    }

    private static Run audit(Process server, Session admin) throws IOException, InterruptedException {
        double before = cpuSeconds(server);
        long start = System.nanoTime();
        admin.post("/runs/start", Map.of("job", "benchmark", "date", "", "rerun", "true"));
        while (admin.get("/runs/progress?job=benchmark").contains("\"running\":true")) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        double wall = (System.nanoTime() - start) / NANOS;
        if (!admin.get("/runs?job=benchmark").contains("said good")) {
            throw new IllegalStateException("the audit did not complete");
        }
        return new Run(wall, cpuSeconds(server) - before, peak(server));
    }

    private static double cpuSeconds(Process process) {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / NANOS;
    }

    private static double peak(Process process) throws IOException {
        return Run.peak(Path.of("/proc", Long.toString(process.pid()), "status"));
    }

    private static String awaitLine(Process server, Path output, Pattern wanted)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + BEGIN.toNanos();
        while (server.isAlive() && System.nanoTime() < deadline) {
            Matcher line = wanted.matcher(Files.readString(output, StandardCharsets.UTF_8));
            if (line.find()) {
                return line.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("the server did not begin:\n" + Files.readString(output));
    }
}
