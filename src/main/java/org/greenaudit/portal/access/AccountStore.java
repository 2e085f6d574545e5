package org.greenaudit.portal.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The accounts (table {@code portal_account}). Their secrets leave it as hashes alone. */
public final class AccountStore {

    private static final String SELECT =
            "SELECT id, account_name, is_token, role_id, region_prefix, buyer_code, must_change,"
                    + " is_disabled, locked_until FROM portal_account ";

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public AccountStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there is no account at all, as on the first start. */
    public boolean isEmpty() {
        return jdbc.queryForList("SELECT id FROM portal_account LIMIT 1", Long.class)
                .isEmpty();
    }

    /** Every account by name. */
    public List<Account> all() {
        return jdbc.query(SELECT + "ORDER BY account_name", (row, n) -> account(row));
    }

    /** The account of that name. */
    public Optional<Account> named(String name) {
        return jdbc.query(SELECT + "WHERE account_name = ?", (row, n) -> account(row), name).stream()
                // to a database, a space at the end may be none
                .filter(account -> account.name().equals(name))
                .findFirst();
    }

    /** The account of that token, by its hash. */
    public Optional<Account> withToken(String hash) {
        return jdbc.query(SELECT + "WHERE is_token = TRUE AND secret_hash = ?", (row, n) -> account(row), hash).stream()
                .findFirst();
    }

    /** The hash of an account's secret; empty for one that is not there. */
    public Optional<String> secretHash(long id) {
        return jdbc.queryForList("SELECT secret_hash FROM portal_account WHERE id = ?", String.class, id).stream()
                .findFirst();
    }

    /**
     * Adds an account.
     *
     * @param account its number is not looked at
     * @return false when there is one of that name
     */
    public boolean add(Account account, String secretHash) {
        try {
            jdbc.update(
                    "INSERT INTO portal_account (account_name, is_token, secret_hash, role_id, region_prefix, buyer_code,"
                            + " must_change, is_disabled, failures) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
                    account.name(),
                    account.token(),
                    secretHash,
                    account.role().id(),
                    account.scope().regionPrefix(),
                    account.scope().buyerCode(),
                    account.mustChange(),
                    account.disabled());
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Gives an account another password. */
    public void changeSecret(long id, String secretHash, boolean mustChange) {
        jdbc.update(
                "UPDATE portal_account SET secret_hash = ?, must_change = ?, failures = 0, locked_until = NULL WHERE id = ?",
                secretHash,
                mustChange,
                id);
    }

    /** Gives an account another role, scope or right to sign in. */
    public void change(Account account) {
        jdbc.update(
                "UPDATE portal_account SET role_id = ?, region_prefix = ?, buyer_code = ?, is_disabled = ? WHERE id = ?",
                account.role().id(),
                account.scope().regionPrefix(),
                account.scope().buyerCode(),
                account.disabled(),
                account.id());
    }

    /**
     * Notes a wrong password; every so many of them lock the account.
     *
     * @param most wrong passwords that lock it
     * @param until when it may sign in again
     */
    public void failed(long id, int most, Instant until) {
        jdbc.update("UPDATE portal_account SET failures = failures + 1 WHERE id = ?", id);
        jdbc.update(
                "UPDATE portal_account SET failures = 0, locked_until = ? WHERE id = ? AND failures >= ?",
                LocalDateTime.ofInstant(until, ZoneOffset.UTC),
                id,
                most);
    }

    /** Notes a right password. It ends no lock: that does not hold for who has it, and does for who guesses. */
    public void succeeded(long id) {
        jdbc.update("UPDATE portal_account SET failures = 0 WHERE id = ? AND failures > 0", id);
    }

    /** Whether somebody has signed in to an account from that address before, by the log. */
    public boolean hasSignedIn(String name, String address) {
        return !jdbc.queryForList(
                        "SELECT id FROM portal_log WHERE account_name = ? AND address = ? AND action_id = ? AND succeeded ="
                                + " TRUE LIMIT 1",
                        Long.class,
                        name,
                        address,
                        AccessLog.Action.SIGN_IN.id())
                .isEmpty();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("account_name"),
                row.getBoolean("is_token"),
                Role.of(row.getString("role_id")).orElseThrow(),
                new AccessScope(row.getString("region_prefix"), row.getString("buyer_code")),
                row.getBoolean("must_change"),
                row.getBoolean("is_disabled"),
                Optional.ofNullable(row.getObject("locked_until", LocalDateTime.class))
                        .map(time -> time.toInstant(ZoneOffset.UTC)));
    }
}
