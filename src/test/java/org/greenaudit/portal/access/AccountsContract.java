package org.greenaudit.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.store.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Who is let in, on whichever database. */
abstract class AccountsContract {

    private static final Instant NOON = Instant.parse("2026-07-01T04:00:00Z");
    private static final String WRONG = "not the password";
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    /** The quickest that bcrypt can. */
    private static final int STRENGTH = 4;

    /** A clock that is set, and during a glance at which something may happen. */
    private static final class Hands extends Clock {

        private Instant now = NOON;
        private int glances;
        private Runnable then = () -> {};

        void forward(Duration time) {
            now = now.plus(time);
        }

        void atGlance(int glance, Runnable what) {
            glances = glance;
            then = what;
        }

        @Override
        public Instant instant() {
            if (--glances == 0) {
                then.run();
            }
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private final TestDatabase database;
    private final Hands clock = new Hands();
    private final SessionRegistryImpl registry = new SessionRegistryImpl();
    private final AccountStore store;
    private final Accounts accounts;

    AccountsContract(TestDatabase database) {
        this.database = database;
        this.store = new AccountStore(database.jdbc());
        this.accounts = process();
    }

    private Accounts process() {
        return new Accounts(store, new BCryptPasswordEncoder(STRENGTH), new Sessions(registry), clock);
    }

    @BeforeEach
    void empty() {
        database.jdbc().update("DELETE FROM portal_account");
        database.jdbc().update("DELETE FROM portal_log");
    }

    private String added(String name, boolean token) {
        return accounts.add(new Account(0, name, token, Role.VIEWER, AccessScope.ALL, !token, false, Optional.empty()))
                .orElseThrow();
    }

    private Account stored(String name) {
        return store.named(name).orElseThrow();
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(accounts.signIn(name, WRONG, HERE)).isEmpty();
        }
    }

    @Test
    void theFirstAccountIsMadeOnce() {
        String password = accounts.first("admin").orElseThrow();
        assertThat(password).matches("[a-zA-Z0-9]{20}");
        assertThat(accounts.first("admin")).isEmpty();
        assertThat(accounts.signIn("admin", password, HERE)).get().satisfies(admin -> {
            assertThat(admin.role()).isEqualTo(Role.ADMIN);
            assertThat(admin.mustChange()).isTrue();
        });
    }

    @Test
    void whatIsKeptOfASecretIsItsHash() {
        String password = added("person", false);
        String token = added("program", true);
        assertThat(database.jdbc().queryForList("SELECT secret_hash FROM portal_account", String.class))
                .noneMatch(hash -> hash.contains(password) || hash.contains(token))
                .anyMatch(hash -> hash.startsWith("$2a$"));
    }

    @Test
    void anAccountIsLockedByTheFifthWrongPasswordUntilItsTimeIsOver() {
        String password = added("person", false);
        fail("person", Accounts.MOST_FAILURES - 1);
        assertThat(accounts.isLocked(stored("person"))).isFalse();
        fail("person", 1);
        assertThat(accounts.isLocked(stored("person"))).isTrue();
        assertThat(accounts.signIn("person", password, HERE)).isEmpty();
        clock.forward(Accounts.LOCKED.minusSeconds(1));
        assertThat(accounts.signIn("person", password, HERE)).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        assertThat(accounts.signIn("person", password, HERE)).isPresent();
        assertThat(accounts.isLocked(stored("person"))).isFalse();
    }

    @Test
    void whoGuessesLocksOutNobodyElse() {
        String password = added("person", false);
        fail("person", Accounts.MOST_FAILURES);
        assertThat(accounts.signIn("person", password, HERE)).isEmpty();
        assertThat(accounts.signIn("person", password, ELSEWHERE)).isPresent();
        assertThat(accounts.signIn("person", password, HERE))
                .as("the right password elsewhere is no excuse here")
                .isEmpty();
    }

    @Test
    void whoIsLockedOutIsForSingleSignOnToo() {
        added("person", false);
        fail("person", Accounts.MOST_FAILURES);
        assertThat(accounts.vouchedFor("person", HERE)).isEmpty();
        assertThat(accounts.vouchedFor("person", ELSEWHERE)).isPresent();
        clock.forward(Accounts.LOCKED);
        assertThat(accounts.vouchedFor("person", HERE)).isPresent();
    }

    @Test
    void aWrongPasswordThatWasOnItsWayWhenTheLockFellDoesNotLiftIt() {
        String password = added("person", false);
        // its first glance is for the lock, its second for when it failed
        clock.atGlance(2, () -> fail("person", Accounts.MOST_FAILURES));
        fail("person", 1);
        assertThat(accounts.signIn("person", password, HERE)).isEmpty();
    }

    /** The guesses of many addresses, each of which stops before it is locked. */
    private void failFromEverywhere(String name) {
        for (int i = 0; i < Accounts.MOST_FAILURES_IN_ALL; i++) {
            assertThat(accounts.signIn(name, WRONG, "198.51.100." + i)).isEmpty();
        }
    }

    @Test
    void whoeverGuessesFromManyAddressesLocksTheAccountForAllButThoseItHasSignedInFrom() {
        String password = added("person", false);
        new AccessLog(database.jdbc(), clock).add("person", HERE, AccessLog.Action.SIGN_IN, "", true);
        new AccessLog(database.jdbc(), clock).add("person", ELSEWHERE, AccessLog.Action.SIGN_IN, "", false);
        failFromEverywhere("person");
        for (Accounts process : List.of(accounts, process())) {
            assertThat(process.isLocked(stored("person"))).isTrue();
            assertThat(process.signIn("person", password, ELSEWHERE)).isEmpty();
            assertThat(process.signIn("person", password, HERE)).isPresent();
            assertThat(process.signIn("person", password, ELSEWHERE))
                    .as("the lock stays for others")
                    .isEmpty();
        }
        assertThat(accounts.vouchedFor("person", ELSEWHERE)).isEmpty();
        assertThat(accounts.vouchedFor("person", HERE)).isPresent();
        clock.forward(Accounts.LOCKED);
        assertThat(accounts.vouchedFor("person", ELSEWHERE)).isPresent();
        assertThat(accounts.signIn("person", password, ELSEWHERE)).isPresent();
    }

    @Test
    void aKnownAddressIsLockedByItsOwnWrongPasswordsAndAResetUnlocksAll() {
        added("person", false);
        new AccessLog(database.jdbc(), clock).add("person", HERE, AccessLog.Action.SIGN_IN, "", true);
        failFromEverywhere("person");
        fail("person", Accounts.MOST_FAILURES);
        String given = accounts.renewSecret(stored("person"));
        assertThat(accounts.isLocked(stored("person"))).isFalse();
        assertThat(accounts.signIn("person", given, HERE)).isPresent();
        assertThat(accounts.signIn("person", given, ELSEWHERE)).isPresent();
    }

    @Test
    void wrongPasswordsOfALockedAccountDoNotLockItForLonger() {
        String password = added("person", false);
        fail("person", Accounts.MOST_FAILURES);
        clock.forward(Accounts.LOCKED.minusSeconds(1));
        fail("person", Accounts.MOST_FAILURES);
        clock.forward(Duration.ofSeconds(1));
        assertThat(accounts.signIn("person", password, HERE)).isPresent();
    }

    @Test
    void theRightPasswordForgivesTheWrongOnesBeforeIt() {
        String password = added("person", false);
        for (int i = 0; i < 3; i++) {
            fail("person", Accounts.MOST_FAILURES - 1);
            assertThat(accounts.signIn("person", password, HERE)).isPresent();
        }
    }

    @Test
    void guessingTheOldPasswordOnThePageLocksTheAccountToo() {
        String password = added("person", false);
        for (int i = 0; i < Accounts.MOST_FAILURES; i++) {
            assertThat(accounts.changePassword(stored("person"), WRONG, "a password of my own", "", HERE))
                    .isFalse();
        }
        assertThat(accounts.changePassword(stored("person"), password, "a password of my own", "", HERE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSON", "person ", " person", "persön", "'person'", "person' OR '1'='1", ""})
    void aNameIsTakenToTheLetter(String other) {
        String password = added("person", false);
        assertThat(accounts.signIn(other, password, HERE)).isEmpty();
        assertThat(accounts.signIn("person", password, HERE)).isPresent();
        assertThat(accounts.vouchedFor(other, HERE)).isEmpty();
        assertThat(accounts.vouchedFor("person", HERE)).isPresent();
    }

    @Test
    void twoAccountsNeverShareAName() {
        added("person", false);
        assertThat(accounts.add(
                        new Account(0, "person", true, Role.ADMIN, AccessScope.ALL, false, false, Optional.empty())))
                .isEmpty();
    }

    @Test
    void aTokenIsNoPasswordAndAPasswordNoToken() {
        String password = added("person", false);
        String token = added("program", true);
        assertThat(accounts.withToken(token)).map(Account::name).contains("program");
        assertThat(accounts.signIn("program", token, HERE)).isEmpty();
        assertThat(accounts.vouchedFor("program", HERE)).isEmpty();
        assertThat(accounts.withToken(password)).isEmpty();
        assertThat(accounts.withToken(database.jdbc()
                        .queryForList("SELECT secret_hash FROM portal_account WHERE is_token = TRUE", String.class)
                        .get(0)))
                .as("the hash itself")
                .isEmpty();
    }

    @Test
    void whatIsChangedHereCountsAtOnce() {
        added("person", false);
        String token = added("program", true);
        assertThat(accounts.current("person")).isPresent();
        assertThat(accounts.withToken(token)).isPresent();
        for (String name : List.of("person", "program")) {
            Account was = stored(name);
            accounts.change(new Account(
                    was.id(),
                    name,
                    was.token(),
                    Role.AUDITOR,
                    new AccessScope("3610", ""),
                    was.mustChange(),
                    false,
                    Optional.empty()));
        }
        assertThat(accounts.current("person").orElseThrow().scope().regionPrefix())
                .isEqualTo("3610");
        assertThat(accounts.withToken(token).orElseThrow().role()).isEqualTo(Role.AUDITOR);
        for (String name : List.of("person", "program")) {
            Account was = stored(name);
            accounts.change(new Account(
                    was.id(), name, was.token(), was.role(), was.scope(), was.mustChange(), true, Optional.empty()));
        }
        assertThat(accounts.current("person")).isEmpty();
        assertThat(accounts.vouchedFor("person", HERE)).isEmpty();
        assertThat(accounts.withToken(token)).isEmpty();
    }

    @Test
    void aPasswordThatIsChangedOrResetEndsSessions() {
        String password = added("person", false);
        Visitor visitor = new Visitor(stored("person"));
        added("other", false);
        registry.registerNewSession("kept", visitor);
        registry.registerNewSession("ended", visitor);
        registry.registerNewSession("another's", new Visitor(stored("other")));
        accounts.changePassword(stored("person"), password, "a password of my own", "kept", HERE);
        assertThat(registry.getAllSessions(visitor, false))
                .extracting(session -> session.getSessionId())
                .containsExactly("kept");
        String given = accounts.renewSecret(stored("person"));
        assertThat(registry.getAllSessions(visitor, false)).isEmpty();
        assertThat(registry.getSessionInformation("another's").isExpired()).isFalse();
        assertThat(accounts.signIn("person", given, HERE).orElseThrow().mustChange())
                .isTrue();
    }

    /** Also where two take their rights from each other at once. */
    @Test
    void oneAdministratorRemains() {
        List<Account> viewers = Stream.of("one", "other")
                .peek(name -> accounts.add(
                        new Account(0, name, false, Role.ADMIN, AccessScope.ALL, false, false, Optional.empty())))
                .map(name -> new Account(
                        stored(name).id(), name, false, Role.VIEWER, AccessScope.ALL, false, false, Optional.empty()))
                .toList();
        assertThat(viewers.parallelStream().map(accounts::change)).containsExactlyInAnyOrder(true, false);
        assertThat(store.all())
                .filteredOn(account -> account.role() == Role.ADMIN)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"11,1,false", "12,1,true", "72,1,true", "73,1,false", "12,3,true", "24,3,true", "25,3,false"})
    void aPasswordHasTwelveCharactersAndAsManyBytesAsBcryptReads(int characters, int bytes, boolean fine) {
        assertThat(Accounts.isPassword((bytes == 1 ? "x" : "字").repeat(characters)))
                .isEqualTo(fine);
    }

    @Test
    void theLogKeepsWhateverSomebodyTyped() {
        AccessLog log = new AccessLog(database.jdbc(), clock);
        String typed = "<b>'; DROP TABLE portal_log; --\r\n\u0000" + "😀".repeat(600);
        log.add(typed, "2001:db8:0:0:0:0:0:1%" + "x".repeat(100), AccessLog.Action.SIGN_IN, typed, false);
        assertThat(log.before(Long.MAX_VALUE, 10)).singleElement().satisfies(entry -> {
            assertThat(typed).startsWith(entry.account()).startsWith(entry.subject());
            assertThat(entry.account()).hasSizeBetween(59, 60);
            assertThat(entry.at()).isEqualTo(NOON);
        });
    }
}
