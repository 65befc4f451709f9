package io.mediapreflight.probe.image.png;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;

/** The frames of an animated PNG: how many {@code acTL} announces, and the delays in the {@code fcTL} that were met (PNG 11.3.6). */
final class ApngFrames {
    /** Bytes of an {@code fcTL}. */
    private static final int CONTROL = 26;

    private static final int DELAY = 20;

    /** What a denominator of 0 stands for. */
    private static final int HUNDREDTHS = 100;

    private long announced = 1;
    private long met;
    private long numerator;
    private long denominator = 1;
    private boolean unknown;

    /** Looks at a chunk that lies in the window; where it does not, its delay is not known. */
    void look(Window window, int type, long body, long length) throws IOException, MalformedException {
        if (type == PngProbe.ACTL && window.has(body, 4)) {
            announced = window.u32(body);
        } else if (type == PngProbe.FCTL) {
            met++;
            if (length == CONTROL && window.holds(body, CONTROL)) {
                int over = window.u16(body + DELAY + 2);
                add(window.u16(body + DELAY), over == 0 ? HUNDREDTHS : over);
            } else {
                unknown = true;
            }
        }
    }

    /** A delay of 0 means as fast as a viewer can. */
    private void add(int delay, int over) {
        unknown |= delay == 0 || denominator > Integer.MAX_VALUE / over;
        if (!unknown) {
            numerator = Math.addExact(Math.multiplyExact(numerator, over), Math.multiplyExact(delay, denominator));
            denominator = Math.multiplyExact(denominator, over);
            long common = BigInteger.valueOf(numerator)
                    .gcd(BigInteger.valueOf(denominator))
                    .longValueExact();
            numerator /= common;
            denominator /= common;
        }
    }

    boolean areSeveral() {
        return announced > 1;
    }

    /** Of one run, where the delays of all frames are known. */
    Optional<Fraction> duration() {
        return areSeveral() && met == announced && !unknown
                ? Optional.of(new Fraction(numerator, denominator))
                : Optional.empty();
    }
}
