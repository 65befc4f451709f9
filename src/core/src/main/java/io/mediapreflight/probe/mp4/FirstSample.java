package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.movie.Track;
import io.mediapreflight.probe.video.UnitFormat;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * What the first sample of H.264 or HEVC says of its codec configuration (ISO/IEC 14496-15): whether it has the parameter sets that are
 * missing there, for which alone it is read, and whether the lengths of its units are as long as that says, for which its first
 * bytes are looked at where they were seen anyway.
 */
final class FirstSample {
    /** Only the samples of these may have parameter sets (ISO/IEC 14496-15 5.4.2.1, 8.4.1). */
    private static final Set<String> WITH_SETS_INSIDE = Set.of("avc3", "avc4", "hev1", "hev2", "dvav", "dvhe");

    private static final String SETS_CLAUSE = "ISO/IEC 14496-15 5.3.3.1, 8.3.3.1";
    private static final String LENGTH_CLAUSE = "ISO/IEC 14496-15 5.3.3.1.2, 8.3.3.1.2";

    /** Units in front of the first part of a frame: a delimiter, parameter sets, and some messages. */
    private static final int MAX_UNITS = 64;

    private static final int NO_LENGTH = 3;
    private static final int[] LENGTHS = {4, 2, 1};

    private final String codec;
    private final UnitFormat units;
    private final long start;
    private final long size;
    private final long rest;

    /**
     * @param start where it begins
     * @param size how many bytes it has at most
     * @param rest how many bytes the file has from there on
     */
    private FirstSample(String codec, UnitFormat units, long start, long size, long rest) {
        this.codec = codec;
        this.units = units;
        this.start = start;
        this.size = size;
        this.rest = rest;
    }

    /** What is wrong with the configuration of a video track. */
    static Optional<Malformed> defect(Track video, FileContent content) throws IOException {
        Optional<UnitFormat> units = video.description().orElseThrow().units();
        if (units.isEmpty()) {
            return Optional.empty();
        }
        long start = video.samples().chunkOffsets().isPresent()
                ? video.samples().chunkOffsets().get().first()
                : content.fragments().of(video.header().id()).place();
        if (units.get().isComplete() && !isSeen(start, content)) {
            return units.get().lengthBytes() == NO_LENGTH ? Optional.of(noLength(units.get())) : Optional.empty();
        }
        long rest = content.window().size().atMost() - start;
        long first = video.samples().firstBytes();
        String codec = video.description().get().codec();
        FirstSample sample = new FirstSample(codec, units.get(), start, first > 0 ? Math.min(first, rest) : rest, rest);
        return units.get().isComplete()
                ? sample.lengthDefect(beginning(start, content))
                : sample.setsDefect(content.window());
    }

    /**
     * Whether its first eight bytes were read with something else: they begin the media data, or lie behind that in the same window. What lies before that
     * is a header, which is a defect of its own.
     */
    private static boolean isSeen(long start, FileContent content) {
        long first = content.firstMediaPlace();
        return start == first
                ? first >= 0
                : first >= 0 && start > first && content.window().holds(start, Long.BYTES);
    }

    private static long beginning(long start, FileContent content) throws IOException {
        try {
            return start == content.firstMediaPlace()
                    ? content.firstMedia()
                    : content.window().i64(start);
        } catch (MalformedException e) {
            throw new IllegalStateException(e); // of bytes that the window holds
        }
    }

    /** By the first eight bytes: they must make sense as the configuration says, or in no other way. */
    private Optional<Malformed> lengthDefect(long bytes) {
        if (units.lengthBytes() != NO_LENGTH && isPossible(bytes, units.lengthBytes(), size)) {
            return Optional.empty();
        }
        for (int length : LENGTHS) {
            if (length != units.lengthBytes() && isPossible(bytes, length, size)) {
                return Optional.of(Malformed.broken(
                        MalformedCode.UNIT_LENGTH,
                        units.start(),
                        Phrase.of("defects:track.unit-length")
                                .with("configured", units.lengthBytes())
                                .with("found", length),
                        LENGTH_CLAUSE));
            }
        }
        if (units.lengthBytes() == NO_LENGTH) {
            return Optional.of(noLength(units));
        }
        return isPossible(bytes, units.lengthBytes(), rest)
                ? Optional.of(Malformed.broken(
                        MalformedCode.CONTRADICTING_TABLES,
                        start,
                        Phrase.of("defects:track.first-sample-short").with("length", size),
                        LENGTH_CLAUSE))
                : Optional.empty();
    }

    private static Malformed noLength(UnitFormat units) {
        return Malformed.tolerated(
                MalformedCode.UNIT_LENGTH, units.start(), Phrase.of("defects:track.unit-length-3"), LENGTH_CLAUSE);
    }

    /** Whether a sample that begins so may have a length of so many bytes in front of its first unit. */
    private boolean isPossible(long bytes, int lengthBytes, long room) {
        long length = bytes >>> (Long.SIZE - Byte.SIZE * lengthBytes);
        int header = (int) (bytes >>> (Long.SIZE - Byte.SIZE * (lengthBytes + 1))) & 0xFF;
        return length > 1 && length <= room - lengthBytes && units.kind().isFirst(header);
    }

    private Optional<Malformed> setsDefect(Window window) throws IOException {
        if (units.isCutOff()) {
            return Optional.of(broken(Phrase.of("defects:track.configuration-short")));
        }
        try {
            window.prefetch(start, Window.CAPACITY);
            return setsDefectBy(window);
        } catch (MalformedException e) {
            return Optional.of(undecided());
        }
    }

    /** Follows the units up to the first part of a frame. */
    private Optional<Malformed> setsDefectBy(Window window) throws IOException, MalformedException {
        int header = units.lengthBytes() + 1;
        int sets = units.sets();
        long at = start;
        for (int i = 0; i < MAX_UNITS && start >= 0 && at <= start + size - header && window.holds(at, header); i++) {
            int first = window.u8(at + header - 1);
            if (units.kind().isFrame(first)) {
                return Optional.of(broken(Phrase.of("defects:track.no-sets").with("codec", codec)));
            }
            long length = length(window, at);
            sets = units.kind().meet(sets, first, length);
            if (sets == units.kind().needed()) {
                return withSetsInside();
            }
            at += header - 1 + Math.max(1, length);
        }
        return Optional.of(undecided());
    }

    private long length(Window window, long at) throws IOException, MalformedException {
        long length = 0;
        for (int i = 0; i < units.lengthBytes(); i++) {
            length = (length << Byte.SIZE) | window.u8(at + i);
        }
        return length;
    }

    /** FFmpeg plays them in any case; others go by the configuration alone where the name of the entry says so. */
    private Optional<Malformed> withSetsInside() {
        if (WITH_SETS_INSIDE.contains(codec)) {
            return Optional.empty();
        }
        return Optional.of(Malformed.tolerated(
                MalformedCode.MISSING_PARAMETER_SETS,
                units.start(),
                Phrase.of("defects:track.sets-in-samples").with("codec", codec),
                SETS_CLAUSE));
    }

    private Malformed broken(Phrase what) {
        return Malformed.broken(MalformedCode.MISSING_PARAMETER_SETS, units.start(), what, SETS_CLAUSE);
    }

    private Malformed undecided() {
        return Malformed.undecided(
                MalformedCode.MISSING_PARAMETER_SETS,
                units.start(),
                Phrase.of("defects:track.sets-not-seen").with("codec", codec),
                SETS_CLAUSE);
    }
}
