package org.greenaudit.portal.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who did what through the pages (table {@code portal_log}): added to, never changed. */
public final class AccessLog {

    /** What is written down. */
    public enum Action {
        /** Somebody signed in, or tried to. */
        SIGN_IN,
        /** Somebody signed out. */
        SIGN_OUT,
        /** Somebody was refused what the role or scope does not allow. */
        REFUSED,
        /** Findings, or a file of a report, went out. */
        DOWNLOAD,
        /** Something was decided about findings. */
        DECIDE,
        /** A decision was withdrawn. */
        WITHDRAW,
        /** An audit was started. */
        START,
        /** An audit was stopped. */
        STOP,
        /** A feed or a registry was brought. */
        UPLOAD,
        /** A feed that was brought was removed. */
        REMOVE,
        /** An account was made or changed. */
        ACCOUNT;

        /** The name in the database and the API: lower case, with dashes. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One thing done.
     *
     * @param id its number; later ones have higher ones
     * @param at when
     * @param account the name given, which need not be an account's
     * @param address from where
     * @param action an {@link Action} id
     * @param subject what it was done to
     * @param succeeded whether it was done
     */
    public record Entry(
            long id, Instant at, String account, String address, String action, String subject, boolean succeeded) {}

    private static final int NAME = 60;
    private static final int ADDRESS = 60;
    private static final int SUBJECT = 1000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** A log in this database. */
    public AccessLog(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes down what was done. */
    public void add(String account, String address, Action action, String subject, boolean succeeded) {
        jdbc.update(
                "INSERT INTO portal_log (happened_at, account_name, address, action_id, subject, succeeded)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                clipped(account, NAME),
                clipped(address, ADDRESS),
                action.id(),
                clipped(subject, SUBJECT),
                succeeded);
    }

    /** The newest entries before one, the newest first. */
    public List<Entry> before(long id, int most) {
        return jdbc.query(
                "SELECT id, happened_at, account_name, address, action_id, subject, succeeded FROM portal_log WHERE id < ?"
                        + " ORDER BY id DESC LIMIT " + most,
                (row, n) -> new Entry(
                        row.getLong(1),
                        row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7)),
                id);
    }

    /** What anybody may type into a form. */
    private static String clipped(String text, int most) {
        int end = Math.min(text.length(), most);
        return text.substring(
                0, end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
