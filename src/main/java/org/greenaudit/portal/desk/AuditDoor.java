package org.greenaudit.portal.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.greenaudit.message.Text;
import org.greenaudit.portal.access.AccessLog;

/** Starts and stops audits for visitors who may, and writes down that they asked. */
public final class AuditDoor {

    /** What became of it. */
    public enum Done {
        /** It was done. */
        DONE,
        /** An audit of the job is running already, or none is. */
        NOT_NOW,
        /** The date cannot be used. */
        WRONG_DATE
    }

    /**
     * What a visitor is told.
     *
     * @param text in words for people
     */
    public record Answer(Done done, Text text) {}

    private final AuditDesk desk;
    private final AccessLog log;
    private final Clock clock;

    /** The door to this desk. */
    public AuditDoor(AuditDesk desk, AccessLog log, Clock clock) {
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Starts an audit, which goes on when this returns.
     *
     * @param date the audit date, such as 2026-06-30; blank for the job's own, or today
     * @param rerun whether a completed audit is run again although nothing has changed
     */
    public Answer start(Visit visit, String job, String date, boolean rerun) {
        Answer answer = begin(visit, job, date, rerun);
        log(visit, AccessLog.Action.START, job + " " + date, answer.done());
        return answer;
    }

    private Answer begin(Visit visit, String job, String date, boolean rerun) {
        Optional<LocalDate> wanted = date(date);
        if (!date.isBlank() && wanted.isEmpty()) {
            return new Answer(Done.WRONG_DATE, Text.of("portal.run.date", date));
        }
        if (wanted.filter(day -> day.isAfter(LocalDate.now(clock))).isPresent()) {
            // it would stand for the newest one until that day
            return new Answer(Done.WRONG_DATE, Text.of("portal.run.future", date));
        }
        return desk.start(job, wanted, rerun, visit.account().name())
                ? new Answer(Done.DONE, Text.of("portal.run.begun", job))
                : new Answer(Done.NOT_NOW, Text.of("portal.run.busy", job));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Asks the audit of a job to stop at the end of a block. */
    public Answer stop(Visit visit, String job) {
        Done done = desk.running(job).isPresent() ? Done.DONE : Done.NOT_NOW;
        desk.stop(job);
        log(visit, AccessLog.Action.STOP, job, done);
        return new Answer(done, Text.of(done == Done.DONE ? "portal.run.stopping" : "portal.run.idle", job));
    }

    private void log(Visit visit, AccessLog.Action action, String subject, Done done) {
        log.add(visit.account().name(), visit.address(), action, subject, done == Done.DONE);
    }
}
