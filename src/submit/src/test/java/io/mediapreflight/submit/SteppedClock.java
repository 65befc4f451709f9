package io.mediapreflight.submit;

import io.mediapreflight.submit.transport.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that sleeping moves on, and a sleeper that only writes down for how long. */
public final class SteppedClock extends Clock implements Sleeper {
    private final List<Duration> slept = new CopyOnWriteArrayList<>();
    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;
    private volatile Duration setBack = Duration.ZERO;

    @Override
    public void sleep(Duration duration) {
        slept.add(duration);
        ahead = ahead.plus(duration);
    }

    /** Sets the time of day back, as a person or a time server does. */
    public void setBack(Duration duration) {
        setBack = setBack.plus(duration);
    }

    /** This one is not set. */
    public long nanoTime() {
        return System.nanoTime() + ahead.toNanos();
    }

    public List<Duration> slept() {
        return slept;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead).minus(setBack);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
