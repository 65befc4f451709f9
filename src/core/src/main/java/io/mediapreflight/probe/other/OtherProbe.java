package io.mediapreflight.probe.other;

import io.mediapreflight.probe.HeaderProbe;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Names by its content what no other probe takes, so that a refusal can say "this is WebP: convert it". Asked last, and
 * takes everything: what it cannot name it describes. Reads the first {@link Window#CAPACITY} bytes, and a few more
 * where a container states its kind only behind them; never more than {@link #MAX_READ}.
 */
public final class OtherProbe implements HeaderProbe {
    /** The most that is read of one source: the prefix, and 64 hops of some dozens of bytes in Matroska or ASF. */
    static final long MAX_READ = 2L * Window.CAPACITY;

    private static final String CLAUSE = "every format";

    /** The longest signature, PNG's, has 8 bytes. */
    private static final int SHOWN = 8;

    /** PNG's first chunk begins at byte 8 with its length, and its name follows at 12 (PNG 5.3); a byte lost or won. */
    private static final int NEAR_IHDR = 14;

    @Override
    public boolean matches(Window window) {
        return true;
    }

    @Override
    public Probed probe(Window window) throws IOException {
        try {
            Prefix prefix = Prefix.read(window);
            for (Recogniser recogniser : recognisers()) {
                Optional<Probed> named = recogniser.recognise(prefix);
                if (named.isPresent()) {
                    return named.get();
                }
            }
            return Probed.unrecognised(Malformed.broken(code(prefix), 0, described(prefix), CLAUSE));
        } catch (MalformedException e) {
            return Probed.unrecognised(e.malformed());
        }
    }

    /** The surest first. Made when needed: checking a JPEG does not load these classes. */
    private static List<Recogniser> recognisers() {
        return List.of(
                new Signatures(),
                new Envelope(),
                new Ebml(),
                new Ogg(),
                new Asf(),
                new Id3(),
                new WindowsImage(),
                new TransportStream(),
                new AudioFrames(),
                new Documents());
    }

    private static MalformedCode code(Prefix prefix) {
        if (prefix.length() == 0) {
            return MalformedCode.EMPTY_FILE;
        }
        return prefix.isAllZero() ? MalformedCode.ALL_ZERO : MalformedCode.UNKNOWN_FORMAT;
    }

    private static Phrase described(Prefix prefix) {
        if (prefix.length() == 0) {
            return Phrase.of("defects:any.empty");
        }
        if (prefix.isAllZero()) {
            return Phrase.of("defects:any.zeros").with("count", prefix.length());
        }
        int shown = Math.min(SHOWN, prefix.length());
        String bytes = prefix.hex(shown);
        int ihdr = prefix.indexOf("IHDR");
        if (ihdr >= 0 && ihdr <= NEAR_IHDR) {
            return Phrase.of("defects:any.near-png").with("hex", bytes);
        }
        return Phrase.of(shown == 1 ? "defects:any.first-byte" : "defects:any.first-bytes")
                .with("hex", bytes);
    }
}
