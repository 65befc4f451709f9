package io.mediapreflight.submit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that sleeping moves on, and a sleeper that only writes down for how long. */
final class SteppedClock extends Clock implements Sleeper {
    private final List<Duration> slept = new CopyOnWriteArrayList<>();
    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public void sleep(Duration duration) {
        slept.add(duration);
        ahead = ahead.plus(duration);
    }

    List<Duration> slept() {
        return slept;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
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
