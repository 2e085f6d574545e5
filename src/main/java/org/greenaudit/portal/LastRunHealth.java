package org.greenaudit.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.night.Nights;
import org.greenaudit.store.RunRecord;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether each job's nights are run in time. A night that was due and has not been run for a day is late; that is for people to
 * look at, and no reason to end a server that shows them why.
 */
final class LastRunHealth implements HealthIndicator {

    /** A night is late. */
    static final Status LATE = new Status("LATE");

    private static final Duration PATIENCE = Duration.ofDays(1);

    private final ServedJobs jobs;
    private final RunViews runs;
    private final Nights nights;
    private final Clock clock;

    LastRunHealth(ServedJobs jobs, RunViews runs, Nights nights, Clock clock) {
        this.jobs = jobs;
        this.runs = runs;
        this.nights = nights;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant now = clock.instant();
        Health.Builder health = Health.up();
        for (String job : jobs.names()) {
            Map<String, String> told = new LinkedHashMap<>();
            Optional<RunRecord> newest = runs.newest(job);
            told.put("lastRun", newest.map(RunRecord::runId).orElse("none"));
            newest.flatMap(RunRecord::endedAt).ifPresent(end -> told.put("endedAt", end.toString()));
            Optional<Nights.Standing> standing = nights.standing(job);
            standing.flatMap(Nights.Standing::next).ifPresent(next -> told.put("next", next.toString()));
            Optional<Instant> due = standing.flatMap(Nights.Standing::waitingSince);
            due.ifPresent(since -> told.put("dueSince", since.toString()));
            if (due.filter(since -> since.plus(PATIENCE).isBefore(now)).isPresent()) {
                health.status(LATE);
            }
            health.withDetail(job, told);
        }
        return health.build();
    }
}
