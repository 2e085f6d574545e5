package org.greenaudit.job.config;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a server runs a job. A time that the zone's clocks skip counts as the one they show instead, and one that they show
 * twice counts once, so that summer time neither costs a night nor doubles one.
 *
 * @param cron as in a crontab: minute, hour, day of the month, month, day of the week
 * @param zone the zone in which it is read
 */
public record NightSchedule(String cron, ZoneId zone) {

    /** A crontab runs on either of two days where both are given, Spring on both at once: one of them must be open. */
    private static final Pattern FIELDS = Pattern.compile("\\S+ +\\S+ +(?:[*?]\\S* +\\S+ +\\S+|\\S+ +\\S+ +[*?]\\S*)");

    /** Any moment does to find out whether there is one at all. */
    private static final LocalDateTime SOME_TIME = LocalDateTime.of(2024, 1, 1, 0, 0);

    /**
     * A schedule.
     *
     * @throws IllegalArgumentException when these are not the five fields of a crontab, when both days are limited, or when
     *     they never come (30 February)
     */
    public NightSchedule {
        if (!FIELDS.matcher(cron).matches() || expression(cron).next(SOME_TIME) == null) {
            throw new IllegalArgumentException("no schedule: " + cron);
        }
    }

    /** The schedule of a crontab's five fields; empty where there can be none. */
    public static Optional<NightSchedule> of(String cron, ZoneId zone) {
        try {
            return Optional.of(new NightSchedule(cron.strip(), zone));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The first time behind another at which it is due; empty when there is none within reason. */
    public Optional<Instant> next(Instant after) {
        CronExpression expression = expression(cron);
        LocalDateTime local = expression.next(LocalDateTime.ofInstant(after, zone));
        while (local != null && !instant(local).isAfter(after)) {
            // the hour that clocks show twice
            local = expression.next(local);
        }
        return Optional.ofNullable(local).map(this::instant);
    }

    /**
     * The last time at which it was due behind one and up to another. Of several nights that were missed only the last is left
     * to run: it audits all that they would have.
     */
    public Optional<Instant> due(Instant after, Instant now) {
        Optional<Instant> last = Optional.empty();
        Optional<Instant> next = next(after);
        while (next.isPresent() && !next.get().isAfter(now)) {
            last = next;
            next = next(next.get());
        }
        return last;
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    private static CronExpression expression(String cron) {
        // Spring's begins with seconds
        return CronExpression.parse("0 " + cron);
    }
}
