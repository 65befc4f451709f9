package io.mediapreflight.probe.other;

import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import java.util.Optional;

/** An MPEG transport stream (ISO/IEC 13818-1 2.4.3.2): packets of 188 bytes, each of which begins with a G. */
final class TransportStream implements Recogniser {
    private static final int SYNC = 0x47;

    private static final int PACKET = 188;

    /** Blu-ray and AVCHD put 4 bytes of arrival time before each packet. */
    private static final int TIMED_PACKET = 192;

    /** DVB and ATSC recorders may keep the 16 bytes of forward error correction behind each. */
    private static final int CORRECTED_PACKET = 204;

    private static final int FEWEST = 3;
    private static final int ENOUGH = 5;

    @Override
    public Optional<Probed> recognise(Prefix prefix) {
        boolean synchronous = isSynchronous(prefix, 0, PACKET)
                || isSynchronous(prefix, TIMED_PACKET - PACKET, TIMED_PACKET)
                || isSynchronous(prefix, 0, CORRECTED_PACKET);
        return synchronous ? Optional.of(Probed.named(Format.MPEGTS, Format.MPEGTS.kind())) : Optional.empty();
    }

    private static boolean isSynchronous(Prefix prefix, int first, int distance) {
        int packets = 0;
        for (int at = first; packets < ENOUGH && prefix.has(at, PACKET); at += distance) {
            // An adaptation_field_control of 0 is reserved: this is a column of Gs in a text.
            if (prefix.u8(at) != SYNC || (prefix.u8(at + 3) & 0x30) == 0) {
                return false;
            }
            packets++;
        }
        return packets >= FEWEST;
    }
}
