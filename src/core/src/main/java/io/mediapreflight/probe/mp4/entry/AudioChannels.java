package io.mediapreflight.probe.mp4.entry;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.audio.AacConfiguration;
import io.mediapreflight.probe.audio.Ac3Configuration;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** How many channels a codec says it has, in the boxes of an audio sample entry. */
public final class AudioChannels {
    private static final int WAVE = Box.code("wave");
    private static final int DAC3 = Box.code("dac3");
    private static final int DEC3 = Box.code("dec3");
    private static final int DOPS = Box.code("dOps");
    private static final int DFLA = Box.code("dfLa");
    private static final int ALAC = Box.code("alac");

    /** Behind the header and the count of {@code stsd}, and the audio sample entry's own fields. */
    private static final int CHILDREN = 8 + 36;

    /** QuickTime's first and second version have so many bytes more. */
    private static final int[] MORE_FIELDS = {0, 16, 36};

    /** The object types of MPEG-4 and MPEG-2 AAC. */
    private static final Set<Integer> AAC_TYPES = Set.of(0x40, 0x66, 0x67, 0x68);

    private static final int MAX_AC3 = 8;
    private static final int OPUS_CHANNELS = 1;
    private static final int ALAC_CHANNELS = 4 + 9;

    /** In the STREAMINFO of FLAC, behind its header: three bits behind the sample rate. */
    private static final int FLAC_CHANNELS = 4 + 4 + 12;

    private final Window window;

    private AudioChannels(Window window) {
        this.window = window;
    }

    /**
     * Empty where no box says it.
     *
     * @param version of the sample entry
     */
    static Optional<Integer> read(Window window, Box stsd, int version) throws IOException, MalformedException {
        boolean isQuickTime = window.u8(stsd.body()) == 0;
        int more = isQuickTime && version < MORE_FIELDS.length ? MORE_FIELDS[version] : 0;
        long children = stsd.body() + CHILDREN + more;
        try {
            return children > stsd.end()
                    ? Optional.empty()
                    : new AudioChannels(window).in(new Boxes(window, children, stsd.end()));
        } catch (MalformedException e) {
            if (version == 0 || e.malformed().gravity() == Malformed.Gravity.UNDECIDED) {
                throw e;
            }
            return Optional.empty(); // what stands behind QuickTime's longer entries need not be boxes
        }
    }

    private Optional<Integer> in(Boxes boxes) throws IOException, MalformedException {
        while (boxes.next()) {
            Optional<Integer> channels =
                    boxes.type() == WAVE ? inWave(Boxes.in(window, boxes.box())) : ofBox(boxes.box());
            if (channels.isPresent()) {
                return channels;
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> inWave(Boxes boxes) throws IOException, MalformedException {
        while (boxes.next()) {
            Optional<Integer> channels = ofBox(boxes.box());
            if (channels.isPresent()) {
                return channels;
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> ofBox(Box box) throws IOException, MalformedException {
        int type = box.type();
        if (type == DecoderDescriptor.ESDS) {
            Optional<DecoderDescriptor> decoder = DecoderDescriptor.read(window, box);
            return decoder.isPresent() && AAC_TYPES.contains(decoder.get().objectType())
                    ? AacConfiguration.channels(decoder.get().specific())
                    : Optional.empty();
        }
        if (type == DAC3 || type == DEC3) {
            byte[] bytes = window.bytes(box.body(), (int) Math.min(MAX_AC3, box.end() - box.body()));
            return type == DAC3 ? Ac3Configuration.ofAc3(bytes) : Ac3Configuration.ofEnhancedAc3(bytes);
        }
        if (type == DOPS) {
            return counted(box, OPUS_CHANNELS);
        }
        if (type == ALAC) {
            return counted(box, ALAC_CHANNELS);
        }
        return type == DFLA && box.end() - box.body() > FLAC_CHANNELS
                ? Optional.of(((window.u8(box.body() + FLAC_CHANNELS) >> 1) & 7) + 1)
                : Optional.empty();
    }

    private Optional<Integer> counted(Box box, int offset) throws IOException, MalformedException {
        int channels = box.end() - box.body() > offset ? window.u8(box.body() + offset) : 0;
        return channels == 0 ? Optional.empty() : Optional.of(channels);
    }
}
