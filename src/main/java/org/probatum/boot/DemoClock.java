package org.probatum.boot;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The system's time, except for the thread that tells the demo's stories: for it, each act has its day in the past. */
final class DemoClock extends Clock {
    private final ThreadLocal<@Nullable Instant> told = new ThreadLocal<>();

    /** Runs an act of a story as if it were done at a moment of the past. */
    void at(Instant moment, Runnable act) {
        told.set(moment);
        try {
            act.run();
        } finally {
            told.remove();
        }
    }

    @Override
    public Instant instant() {
        Instant moment = told.get();
        return moment == null ? Instant.now() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the service's time has one zone");
    }
}
