package io.mediapreflight.probe.other;

import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import java.util.List;
import java.util.Optional;

/** Ogg (RFC 3533): each stream begins with a page of its own, before any other page, and there names its codec. */
final class Ogg implements Recogniser {
    private static final String MAGIC = "OggS\0";

    /** Theora, Daala, Dirac, VP8, and the DirectShow videos known as OGM: what their first packets begin with. */
    private static final List<String> VIDEOS =
            List.of(Signature.hex("80") + "theora", Signature.hex("80") + "daala", "BBCD\0", "OVP80", "\1video");

    private static final int HEADER = 27;
    private static final int FLAGS = 5;
    private static final int BEGINS_STREAM = 2;

    @Override
    public Optional<Probed> recognise(Prefix prefix) {
        return prefix.holds(0, MAGIC)
                ? Optional.of(Probed.named(Format.OGG, hasVideo(prefix) ? Kind.VIDEO : Kind.AUDIO))
                : Optional.empty();
    }

    private static boolean hasVideo(Prefix prefix) {
        int page = 0;
        while (prefix.holds(page, MAGIC) && prefix.has(page, HEADER) && begins(prefix, page)) {
            int segments = prefix.u8(page + HEADER - 1);
            if (!prefix.has(page + HEADER, segments)) {
                return false;
            }
            int packet = page + HEADER + segments;
            if (VIDEOS.stream().anyMatch(video -> prefix.holds(packet, video))) {
                return true;
            }
            page = packet;
            for (int segment = packet - segments; segment < packet; segment++) {
                page += prefix.u8(segment);
            }
        }
        return false;
    }

    private static boolean begins(Prefix prefix, int page) {
        return (prefix.u8(page + FLAGS) & BEGINS_STREAM) != 0;
    }
}
