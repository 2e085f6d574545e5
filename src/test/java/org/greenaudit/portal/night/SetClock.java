package org.greenaudit.portal.night;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A clock in China that stands still until it is set, and knows how often it was looked at. */
final class SetClock extends Clock {

    private volatile Instant now = Instant.EPOCH;
    private int glances;

    void set(String time) {
        now = OffsetDateTime.parse(time).toInstant();
    }

    synchronized int glances() {
        return glances;
    }

    @Override
    public synchronized Instant instant() {
        glances++;
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
