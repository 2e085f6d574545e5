package org.greenaudit.portal.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.job.AuditResult;
import org.greenaudit.job.AuditResult.Status;
import org.greenaudit.job.config.NightSchedule;
import org.greenaudit.message.Text;
import org.greenaudit.store.JobLocks;
import org.greenaudit.store.database.LockHolder;
import org.greenaudit.store.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Which nights are run when, and by whom, on whichever database. The audits themselves are stand-ins. */
abstract class NightsContract {

    /** How a night can end, and whether it is over then. */
    enum End {
        COMPLETED(true, () -> result(Status.COMPLETED, Optional.empty())),
        ALREADY_COMPLETED(true, () -> result(Status.ALREADY_COMPLETED, Optional.empty())),
        FAILED(true, () -> result(Status.FAILED, Optional.of(Text.of("job.failed")))),
        STOPPED_BY_A_PERSON(true, () -> result(Status.STOPPED, Optional.empty())),
        THROWN(true, () -> {
            throw new IllegalStateException("the catalogs cannot be used");
        }),
        OUT_OF_STACK(true, () -> {
            throw new StackOverflowError();
        }),
        REFUSED(false, () -> result(Status.FAILED, Optional.of(Text.of("job.failed.locked", "city", "h", "1", "t"))));

        private final boolean over;
        private final Supplier<AuditResult> result;

        End(boolean over, Supplier<AuditResult> result) {
            this.over = over;
            this.result = result;
        }
    }

    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final Nights.Scheduled CITY = nightly("city");
    private static final Nights.Scheduled COUNTY = nightly("county");

    private final SetClock clock = new SetClock();
    private final List<String> audits = new CopyOnWriteArrayList<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final TestDatabase database;
    private final NightStore store;

    NightsContract(TestDatabase database) {
        this.database = database.emptied();
        this.store = new NightStore(database.dataSource());
    }

    @Test
    void aNewJobStartsFromNow() {
        clock.set("2026-06-29T14:00+08:00");
        runIfDue(End.COMPLETED);
        clock.set("2026-06-30T02:29:59+08:00");
        runIfDue(End.COMPLETED);
        assertThat(audits).isEmpty();
        clock.set("2026-06-30T02:30+08:00");
        runIfDue(End.COMPLETED);
        runIfDue(End.COMPLETED);
        assertThat(audits).containsExactly("city 2026-06-30");
    }

    @Test
    void nightsFollowOneAnother() {
        lookedAfterSince("2026-06-28T14:00+08:00");
        for (String night : List.of("2026-06-29T02:30:07+08:00", "2026-06-30T02:30:01+08:00")) {
            clock.set(night);
            runIfDue(End.COMPLETED);
        }
        assertThat(audits).containsExactly("city 2026-06-29", "city 2026-06-30");
    }

    @Test
    void missedNightsAreCaughtUpByOneAuditAsOfTheLast() {
        lookedAfterSince("2026-06-20T14:00+08:00");
        clock.set("2026-06-30T11:00+08:00");
        runIfDue(End.COMPLETED);
        runIfDue(End.COMPLETED);
        assertThat(audits).containsExactly("city 2026-06-30");
        clock.set("2026-07-01T02:30+08:00");
        runIfDue(End.COMPLETED);
        assertThat(audits).containsExactly("city 2026-06-30", "city 2026-07-01");
    }

    @Test
    void theDateOfANightIsThatOfTheClockAndNotOfTheSchedulesZone() {
        Nights.Scheduled utc = new Nights.Scheduled(
                "city", NightSchedule.of("0 18 * * *", ZoneId.of("UTC")).orElseThrow());
        lookedAfterSince("2026-06-29T14:00+08:00");
        clock.set("2026-06-30T02:00+08:00");
        runner(audit(End.COMPLETED)).runIfDue(utc);
        assertThat(audits).containsExactly("city 2026-06-30");
    }

    @Test
    void aClockThatGoesBackRunsNoNightTwice() {
        dueNight();
        runIfDue(End.COMPLETED);
        clock.set("2026-06-28T02:30+08:00");
        runIfDue(End.COMPLETED);
        clock.set("2026-06-30T02:30+08:00");
        runIfDue(End.COMPLETED);
        assertThat(audits).containsExactly("city 2026-06-30");
        clock.set("2026-07-01T02:30+08:00");
        runIfDue(End.COMPLETED);
        assertThat(audits).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void whateverANightComesToItIsRunOnceUnlessTheJobWasBusy(End end) {
        dueNight();
        runIfDue(end);
        assertThat(audits).hasSize(1);
        runIfDue(End.COMPLETED);
        assertThat(audits).hasSize(end.over ? 1 : 2);
    }

    @Test
    void aNightThatStoppedWithTheProcessIsRunByTheNext() {
        dueNight();
        runner((job, date) -> {
                    ending.set(true);
                    return audit(End.STOPPED_BY_A_PERSON).apply(job, date);
                })
                .runIfDue(CITY);
        ending.set(false);
        runIfDue(End.COMPLETED);
        runIfDue(End.COMPLETED);
        assertThat(audits).containsExactly("city 2026-06-30", "city 2026-06-30");
    }

    @Test
    void aNightThatEndedWhileTheProcessEndsIsOver() {
        dueNight();
        runner((job, date) -> {
                    ending.set(true);
                    return audit(End.COMPLETED).apply(job, date);
                })
                .runIfDue(CITY);
        ending.set(false);
        runIfDue(End.COMPLETED);
        assertThat(audits).hasSize(1);
    }

    @Test
    void whileANightRunsAnotherServerLeavesItAndLooksAfterOtherJobs() {
        dueNight();
        store.runUpTo("county", Instant.EPOCH);
        runner((job, date) -> {
                    runIfDue(End.COMPLETED);
                    runner(audit(End.COMPLETED)).runIfDue(COUNTY);
                    store.runUpTo("new", Instant.EPOCH);
                    return audit(End.COMPLETED).apply(job, date);
                })
                .runIfDue(CITY);
        assertThat(audits).containsExactly("county 2026-06-30", "city 2026-06-30");
    }

    @Test
    void aNightThatAnotherServerRanBetweenTwoLooksIsNotRunAgain() {
        dueNight();
        AtomicInteger connections = new AtomicInteger();
        NightStore slow = new NightStore(new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                // the first is to look whether a night is due, the second to take it
                if (connections.incrementAndGet() == 2) {
                    runIfDue(End.COMPLETED);
                }
                return super.getConnection();
            }
        });
        runner(slow, audit(End.COMPLETED)).runIfDue(CITY);
        assertThat(connections).hasValueGreaterThanOrEqualTo(2);
        assertThat(audits).hasSize(1);
    }

    @Test
    void aNightHasTheStackOfAnAudit() {
        dueNight();
        Nights nights = nights((job, date) -> audit(End.COMPLETED).apply(job, date.plusDays(depth(100_000))), clock);
        nights.start();
        await(() -> runUpTo().equals(Optional.of(instant("2026-06-30T02:30+08:00"))));
        nights.stop();
        assertThat(audits).hasSize(1);
    }

    @Test
    void aNightWaitsForTheAuditThatAPersonBegan() {
        dueNight();
        JobLocks locks = new JobLocks(database.dataSource());
        LockHolder person = new LockHolder("desk", 7, Instant.parse("2026-06-29T18:00:00Z"));
        try (JobLocks.Held held = locks.take("city", person).orElseThrow()) {
            runIfDue(End.COMPLETED);
            assertThat(held.lives()).isTrue();
            assertThat(nights(audit(End.COMPLETED), clock).standing(CITY).auditing())
                    .contains(person);
        }
        assertThat(audits).isEmpty();
        runIfDue(End.COMPLETED);
        assertThat(audits).hasSize(1);
    }

    @Test
    void whereItStandsWithAJob() {
        Nights nights = nights(audit(End.COMPLETED), clock);
        clock.set("2026-06-29T14:00+08:00");
        assertThat(nights.standing(CITY))
                .isEqualTo(new Nights.Standing(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(instant("2026-06-30T02:30+08:00")),
                        Optional.empty()));
        runIfDue(End.COMPLETED);
        clock.set("2026-07-01T02:31+08:00");
        assertThat(nights.standing(CITY))
                .isEqualTo(new Nights.Standing(
                        Optional.of(instant("2026-06-29T14:00+08:00")),
                        Optional.of(instant("2026-07-01T02:30+08:00")),
                        Optional.of(instant("2026-06-30T02:30+08:00")),
                        Optional.of(instant("2026-07-02T02:30+08:00")),
                        Optional.empty()));
        runIfDue(End.COMPLETED);
        assertThat(nights.standing(CITY))
                .isEqualTo(new Nights.Standing(
                        Optional.of(instant("2026-07-01T02:30+08:00")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(instant("2026-07-02T02:30+08:00")),
                        Optional.empty()));
    }

    @Test
    void ofTwoServersExactlyOneRunsANight() {
        dueNight();
        SetClock otherClock = new SetClock();
        otherClock.set("2026-06-30T02:30+08:00");
        BiFunction<String, LocalDate, AuditResult> whileBothLook = (job, date) -> {
            audits.add(job + " " + date);
            // whoever runs the night looks at its own clock no more
            int mine = clock.glances();
            int others = otherClock.glances();
            await(() -> clock.glances() > mine + 3 || otherClock.glances() > others + 3);
            return result(Status.COMPLETED, Optional.empty());
        };
        Nights one = nights(whileBothLook, clock);
        Nights other = nights(whileBothLook, otherClock);
        one.start();
        other.start();
        await(() -> store.runUpTo("city").orElseThrow().equals(instant("2026-06-30T02:30+08:00")));
        int mine = clock.glances();
        int others = otherClock.glances();
        await(() -> clock.glances() > mine + 3 && otherClock.glances() > others + 3);
        one.stop();
        other.stop();
        assertThat(audits).containsExactly("city 2026-06-30");
    }

    @Test
    void aLongNightOfOneJobDelaysNoOther() {
        dueNight();
        store.runUpTo("county", instant("2026-06-29T14:00+08:00"));
        CountDownLatch county = new CountDownLatch(1);
        Nights nights = new Nights(
                List.of(CITY, COUNTY),
                store,
                (job, date) -> {
                    if (job.equals("county")) {
                        county.countDown();
                    } else {
                        await(county);
                    }
                    audits.add(job + " " + date);
                    return result(Status.COMPLETED, Optional.empty());
                },
                clock,
                OFTEN);
        nights.start();
        await(() -> audits.size() == 2);
        nights.stop();
        assertThat(audits).containsExactlyInAnyOrder("county 2026-06-30", "city 2026-06-30");
    }

    /** As the program ends: what stops audits comes first and waits for them; what they came to can still be noted. */
    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "STOPPED_BY_A_PERSON"})
    void theEndOfTheProcessWaitsForANightAndLetsNoOtherBegin(End end) {
        dueNight();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch askedToStop = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        GenericApplicationContext process = new GenericApplicationContext();
        process.registerBean(
                Nights.class,
                () -> nights(
                        (job, date) -> {
                            begun.countDown();
                            await(askedToStop);
                            // the next night would be due meanwhile
                            clock.set("2026-07-01T02:30+08:00");
                            over.countDown();
                            return audit(end).apply(job, date);
                        },
                        clock));
        process.registerBean(SmartLifecycle.class, () -> new Stopper(askedToStop, over));
        process.refresh();
        await(begun);
        process.close();
        assertThat(audits).containsExactly("city 2026-06-30");
        assertThat(store.runUpTo("city"))
                .contains(instant(end == End.COMPLETED ? "2026-06-30T02:30+08:00" : "2026-06-29T14:00+08:00"));
        assertThat(store.claim("city")).hasValueSatisfying(NightStore.Claim::close);
    }

    @Test
    void anOutageOfTheDatabaseEndsNoWatch() {
        database.jdbc().execute("ALTER TABLE audit_night RENAME TO audit_night_away");
        Nights nights = nights(audit(End.COMPLETED), clock);
        nights.start();
        try {
            await(() -> clock.glances() > 3);
        } finally {
            database.jdbc().execute("ALTER TABLE audit_night_away RENAME TO audit_night");
        }
        await(() -> store.runUpTo("city").isPresent());
        clock.set("1970-01-02T02:30+08:00");
        await(() -> !audits.isEmpty());
        nights.stop();
        assertThat(audits).containsExactly("city 1970-01-02");
    }

    final void dueNight() {
        lookedAfterSince("2026-06-29T14:00+08:00");
        clock.set("2026-06-30T02:30+08:00");
    }

    private void lookedAfterSince(String time) {
        store.runUpTo("city", instant(time));
    }

    final void runIfDue(End end) {
        runner(audit(end)).runIfDue(CITY);
    }

    private NightRunner runner(BiFunction<String, LocalDate, AuditResult> audit) {
        return runner(store, audit);
    }

    /** A night of the city in another store, that audits so. */
    final void runIfDue(NightStore other, Supplier<AuditResult> audit) {
        runner(other, (job, date) -> {
                    audits.add(job + " " + date);
                    return audit.get();
                })
                .runIfDue(CITY);
    }

    private NightRunner runner(NightStore from, BiFunction<String, LocalDate, AuditResult> audit) {
        return new NightRunner(from, audit, clock, ending::get);
    }

    private Nights nights(BiFunction<String, LocalDate, AuditResult> audit, SetClock time) {
        return new Nights(List.of(CITY), store, audit, time, OFTEN);
    }

    private BiFunction<String, LocalDate, AuditResult> audit(End end) {
        return (job, date) -> {
            audits.add(job + " " + date);
            return end.result.get();
        };
    }

    /** Waits until nobody has the right to run the city's nights. */
    final void awaitFree() {
        await(() -> {
            Optional<NightStore.Claim> claim = store.claim("city");
            claim.ifPresent(NightStore.Claim::close);
            return claim.isPresent();
        });
    }

    final List<String> audits() {
        return audits;
    }

    final Optional<Instant> runUpTo() {
        return store.runUpTo("city");
    }

    static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static Nights.Scheduled nightly(String name) {
        return new Nights.Scheduled(
                name, NightSchedule.of("30 2 * * *", ZoneId.of("Asia/Shanghai")).orElseThrow());
    }

    private static AuditResult result(Status status, Optional<Text> failure) {
        return new AuditResult(
                status,
                Optional.empty(),
                new RunCounts(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                failure,
                List.of());
    }

    private static int depth(int frames) {
        return frames == 0 ? 0 : 1 + depth(frames - 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("a condition that does not come").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Stops audits as the program does: asks them, and waits until they have ended. */
    private static final class Stopper implements SmartLifecycle {

        private final CountDownLatch ask;
        private final CountDownLatch over;
        private volatile boolean running;

        Stopper(CountDownLatch ask, CountDownLatch over) {
            this.ask = ask;
            this.over = over;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            ask.countDown();
            NightsContract.await(over);
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
