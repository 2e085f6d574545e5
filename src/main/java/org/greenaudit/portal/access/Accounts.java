package org.greenaudit.portal.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.greenaudit.text.Sha256;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Lets accounts in and looks after their secrets. What is changed here counts from the next request on; what another process
 * changes in the database, within seconds.
 */
public final class Accounts {

    /** So many wrong passwords in a row from one address lock an account for that address. */
    static final int MOST_FAILURES = 5;

    /** So many from all addresses lock it for those from which it has never signed in, which are more than one guesses from. */
    static final int MOST_FAILURES_IN_ALL = 50;

    /** For so long. */
    static final Duration LOCKED = Duration.ofMinutes(15);

    /** A password that people choose has at least so many characters, and none more than bcrypt reads. */
    public static final int SHORTEST = 12;

    private static final int LONGEST_BYTES = 72;

    /** How long an account that another process has changed or disabled may still be taken here for what it was. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** What random secrets are made of: nothing that is easily taken for something else. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";

    /** Places that are remembered for their wrong passwords; whoever comes from more meets the other lock. */
    private static final int MOST_PLACES = 10_000;

    private static final int PASSWORD_LETTERS = 20;
    private static final int TOKEN_BYTES = 32;

    /** Where somebody tries to sign in to an account. */
    private record Place(long account, String address) {}

    /**
     * Wrong passwords in a row.
     *
     * @param last when the last of them came
     */
    private record Wrong(int times, Instant last) {

        private boolean locks(Instant now) {
            return times >= MOST_FAILURES && now.isBefore(last.plus(LOCKED));
        }

        private Wrong andAt(Instant now) {
            return new Wrong(times >= MOST_FAILURES && !locks(now) ? 1 : times + 1, now);
        }
    }

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final Sessions sessions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final String nobodys;
    private final LoadingCache<String, Optional<Account>> current;
    private final LoadingCache<String, Optional<Account>> tokens;
    private final Cache<Place, Wrong> wrong =
            Caffeine.newBuilder().maximumSize(MOST_PLACES).build();

    /** The accounts of a store. */
    Accounts(AccountStore store, PasswordEncoder passwords, Sessions sessions, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
        this.nobodys = hash(secret());
        this.current = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(FRESH)
                .build(store::named);
        this.tokens = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(FRESH)
                .build(store::withToken);
    }

    /**
     * Makes the first account where there is none.
     *
     * @return its password, which is told once and never again
     */
    public Optional<String> first(String name) {
        if (!store.isEmpty()) {
            return Optional.empty();
        }
        String password = secret();
        Account admin = new Account(0, name, false, Role.ADMIN, AccessScope.ALL, true, false, Optional.empty());
        return store.add(admin, hash(password)) ? Optional.of(password) : Optional.empty();
    }

    /**
     * The account of a name and a password. Whether the name or the password is wrong, or for how long it is locked, is not told.
     *
     * @param address where the request comes from: who guesses locks out themselves, and nobody who has signed in from elsewhere
     */
    public Optional<Account> signIn(String name, String password, String address) {
        Optional<Account> found = store.named(name).filter(account -> !account.token());
        // as long for a name that nobody has
        boolean right = passwords.matches(
                password, found.flatMap(it -> store.secretHash(it.id())).orElse(nobodys));
        if (found.isEmpty() || found.get().disabled() || isLocked(found.get(), address)) {
            return Optional.empty();
        }
        Place place = new Place(found.get().id(), address);
        if (!right) {
            Instant now = clock.instant();
            wrong.asMap().merge(place, new Wrong(1, now), (before, first) -> before.andAt(now));
            store.failed(place.account(), MOST_FAILURES_IN_ALL, now.plus(LOCKED));
            return Optional.empty();
        }
        wrong.invalidate(place);
        store.succeeded(place.account());
        return found;
    }

    /**
     * The account of a person whom a single sign-on says to have that name; empty where it may not sign in.
     *
     * @param address where the request comes from, which may be locked out
     */
    public Optional<Account> vouchedFor(String name, String address) {
        return store.named(name)
                .filter(account -> !account.token() && !account.disabled() && !isLocked(account, address));
    }

    private boolean isLocked(Account account, String address) {
        Wrong here = wrong.getIfPresent(new Place(account.id(), address));
        return (here != null && here.locks(clock.instant()))
                || (account.isLocked(clock.instant()) && !store.hasSignedIn(account.name(), address));
    }

    /** The account of a token. */
    public Optional<Account> withToken(String token) {
        return tokens.get(Sha256.ofText(token)).filter(account -> !account.disabled());
    }

    /** An account as it is now; empty for one that may no longer do anything. */
    public Optional<Account> current(String name) {
        return current.get(name).filter(account -> !account.disabled());
    }

    /** Whether an account may not sign in for now, after too many wrong passwords; from somewhere at least. */
    public boolean isLocked(Account account) {
        Instant now = clock.instant();
        return account.isLocked(now)
                || wrong.asMap().entrySet().stream()
                        .anyMatch(entry -> entry.getKey().account() == account.id()
                                && entry.getValue().locks(now));
    }

    /** Whether that can be a person's password. */
    public static boolean isPassword(String text) {
        return text.codePointCount(0, text.length()) >= SHORTEST
                && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }

    /**
     * Gives a person the password that they chose, and ends their other sessions.
     *
     * @param session the id of the session in which they chose it
     * @param address where the request comes from
     * @return false when the old one is not theirs
     */
    public boolean changePassword(Account account, String old, String chosen, String session, String address) {
        if (signIn(account.name(), old, address).isEmpty()) {
            return false;
        }
        store.changeSecret(account.id(), hash(chosen), false);
        changed(account, session);
        return true;
    }

    /**
     * Gives a person a password that they must change, and ends their sessions, or a program another token, and ends the old
     * one; it is told once and never again.
     */
    public String renewSecret(Account account) {
        String secret = secretOf(account);
        store.changeSecret(account.id(), hashOf(account, secret), !account.token());
        changed(account, Sessions.NONE);
        return secret;
    }

    private String secretOf(Account account) {
        return account.token() ? token() : secret();
    }

    private String hashOf(Account account, String secret) {
        return account.token() ? Sha256.ofText(secret) : hash(secret);
    }

    /**
     * Adds an account.
     *
     * @return its password or token, which is told once and never again; empty when there is one of that name, or of one that
     *     only capital letters tell apart
     */
    public Optional<String> add(Account account) {
        if (store.all().stream().anyMatch(other -> other.name().equalsIgnoreCase(account.name()))) {
            return Optional.empty();
        }
        String secret = secretOf(account);
        return store.add(account, hashOf(account, secret)) ? Optional.of(secret) : Optional.empty();
    }

    /**
     * Changes an account's role, scope or right to sign in, and ends its sessions.
     *
     * @return false, with nothing changed, where the last administrator who can sign in would be none any more
     */
    public synchronized boolean change(Account account) {
        List<Account> governing = store.all().stream().filter(Accounts::governs).toList();
        boolean last = governing.size() == 1 && governing.get(0).id() == account.id();
        if (last && !governs(account)) {
            return false;
        }
        store.change(account);
        changed(account, Sessions.NONE);
        return true;
    }

    private static boolean governs(Account account) {
        return account.role() == Role.ADMIN && !account.token() && !account.disabled();
    }

    private void changed(Account account, String kept) {
        wrong.asMap().keySet().removeIf(place -> place.account() == account.id());
        current.invalidate(account.name());
        tokens.invalidateAll();
        sessions.end(account, kept);
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private String secret() {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < PASSWORD_LETTERS; i++) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return secret.toString();
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
