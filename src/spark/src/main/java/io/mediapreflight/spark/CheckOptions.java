package io.mediapreflight.spark;

import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.Slot;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How objects are checked. Immutable; it travels to the executors.
 *
 * <pre>{@code
 * CheckOptions options = CheckOptions.standard().with(Orientation.IMAGE).readsInFlight(32);
 * }</pre>
 */
public final class CheckOptions implements Serializable {
    private static final long serialVersionUID = 1L;

    /** At 20 ms a request, 800 requests a second and task: more than a core judges while it waits for none. */
    private static final int READS_IN_FLIGHT = 16;

    /** Beyond that, connections of a store's client run out: its pool has some hundreds. */
    private static final int MAX_READS_IN_FLIGHT = 256;

    private final PortableLimits limits;
    private final @Nullable Slot slot;
    private final @Nullable Orientation orientation;
    private final int readsInFlight;

    private CheckOptions(
            PortableLimits limits, @Nullable Slot slot, @Nullable Orientation orientation, int readsInFlight) {
        this.limits = limits;
        this.slot = slot;
        this.orientation = orientation;
        this.readsInFlight = readsInFlight;
    }

    /** The published limits, for the slot that a name's extension says, under both orientations, with 16 reads in flight. */
    public static CheckOptions standard() {
        return new CheckOptions(PortableLimits.of(Limits.klingV3MotionControl()), null, null, READS_IN_FLIGHT);
    }

    /** The same with other limits. */
    public CheckOptions with(Limits others) {
        return new CheckOptions(PortableLimits.of(others), slot, orientation, readsInFlight);
    }

    /** The same for videos that are used with this orientation. */
    public CheckOptions with(Orientation value) {
        return new CheckOptions(limits, slot, value, readsInFlight);
    }

    /** The same for objects that are all meant for this place in a request, whatever their names say. */
    public CheckOptions forSlot(Slot value) {
        return new CheckOptions(limits, value, orientation, readsInFlight);
    }

    /**
     * The same with so many objects read at once by each task, so that a core does not wait for an object store.
     *
     * @param count 1 to 256; a store's client needs as many connections for each task of an executor, as with {@code fs.s3a.connection.maximum}
     */
    public CheckOptions readsInFlight(int count) {
        if (count < 1 || count > MAX_READS_IN_FLIGHT) {
            throw new IllegalArgumentException(count + " reads in flight; there are 1 to " + MAX_READS_IN_FLIGHT);
        }
        return new CheckOptions(limits, slot, orientation, count);
    }

    Limits limits() {
        return limits.limits();
    }

    int readsInFlight() {
        return readsInFlight;
    }

    /** What an object of this name is judged for. */
    Subject subject(String name) {
        Subject subject = Subject.anything();
        if (slot != null) {
            subject = subject.forSlot(slot);
        }
        if (orientation != null) {
            subject = subject.with(orientation);
        }
        return subject.named(name);
    }
}
