package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.Scene.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes are told to do the same audit at the same moment. */
abstract class RaceContract {

    private static final int RACES = 10;
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

    @TempDir
    private Path folder;

    private final boolean onServer;

    RaceContract(boolean onServer) {
        this.onServer = onServer;
    }

    @Test
    void exactlyOneOfTwoRunsAndTheOtherSaysWhoDoes() throws IOException {
        Scene scene = new Scene(folder, onServer);
        Stage stage = scene.stage();
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try (PuppetProcess one = PuppetProcess.start(scene.errors());
                PuppetProcess other = PuppetProcess.start(scene.errors())) {
            for (int race = 0; race < RACES; race++) {
                List<String> audit =
                        scene.audit(stage, "--date", FIRST.plusDays(race).toString());
                CountDownLatch turnedAway = new CountDownLatch(1);
                CompletableFuture<Ended> left = run(hands, one, audit, turnedAway);
                CompletableFuture<Ended> right = run(hands, other, audit, turnedAway);
                Ended first = left.join();
                Ended second = right.join();
                String told = "race " + race + "\n" + first.all() + "\n" + second.all();
                Ended loser = first.status().equals(OptionalInt.of(1)) ? first : second;
                Ended winner = loser.equals(first) ? second : first;
                assertThat(winner.status()).as(told).hasValue(0);
                assertThat(loser.status()).as(told).hasValue(1);
                long runner = winner.equals(first) ? one.pid() : other.pid();
                assertThat(loser.text())
                        .as(told)
                        .contains("host " + host() + ", process " + runner + ", since 20")
                        .doesNotContain("at org.");
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(stage.number("SELECT COUNT(*) FROM audit_run")).isEqualTo(RACES);
        assertThat(stage.number("SELECT COUNT(*) FROM audit_run WHERE run_status = 'COMPLETED'"))
                .isEqualTo(RACES);
        assertThat(stage.number("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION")).isEqualTo(RACES);
        try (Stream<Path> days = Files.list(stage.out())) {
            assertThat(days.filter(day -> day.getFileName().toString().startsWith("2026")))
                    .hasSize(RACES);
        }
    }

    private static String host() throws IOException {
        return InetAddress.getLocalHost().getHostName();
    }

    /** Whoever gets into a step waits there until the other one has been turned away. */
    private static CompletableFuture<Ended> run(
            ExecutorService hands, PuppetProcess puppet, List<String> audit, CountDownLatch turnedAway) {
        AtomicInteger steps = new AtomicInteger();
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        Ended ended = puppet.run(audit, event -> {
                            if (event.step().equals("prepare") && steps.getAndIncrement() == 0) {
                                await(turnedAway);
                            }
                        });
                        turnedAway.countDown();
                        return ended;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                hands);
    }

    private static void await(CountDownLatch latch) {
        try {
            // longer than turning away takes: when nobody is turned away, both run and the test fails
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
