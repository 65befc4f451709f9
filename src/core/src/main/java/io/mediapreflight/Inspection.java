package io.mediapreflight;

import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Probed;
import java.io.IOException;

/**
 * The result of reading a source's headers: all that {@link Preflight#judge} needs, whatever slot the media are for.
 * It can be kept, and judged again later by other limits, without the bytes.
 */
public sealed interface Inspection permits Inspection.Seen, Inspection.Unreadable {
    /** Bytes really read from the source, 0 or more. */
    long bytesRead();

    /** How long the looking took. */
    long elapsedNanos();

    /**
     * The bytes could be read.
     *
     * @param probed what the headers say
     * @param bytes how many bytes the source has
     */
    record Seen(Probed probed, ByteCount bytes, long bytesRead, long elapsedNanos) implements Inspection {}

    /**
     * The bytes could not be read; what they are is unknown.
     *
     * @param cause what happened to the source
     */
    record Unreadable(IOException cause, long bytesRead, long elapsedNanos) implements Inspection {}
}
