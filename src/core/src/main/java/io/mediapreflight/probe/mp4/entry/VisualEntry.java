package io.mediapreflight.probe.mp4.entry;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.probe.video.Av1Configuration;
import io.mediapreflight.probe.video.AvcConfiguration;
import io.mediapreflight.probe.video.CodecConfiguration;
import io.mediapreflight.probe.video.DolbyVision;
import io.mediapreflight.probe.video.HevcConfiguration;
import io.mediapreflight.probe.video.Mpeg4Configuration;
import io.mediapreflight.probe.video.NamedCodec;
import io.mediapreflight.probe.video.UnitFormat;
import io.mediapreflight.probe.video.UnitKind;
import io.mediapreflight.probe.video.Vp9Configuration;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One visual sample entry (ISO/IEC 14496-12 12.1.3) and what the boxes in it say of size and coding. */
public final class VisualEntry {
    private static final int ENCV = Box.code("encv");
    private static final int NAME = 4;
    private static final Optional<Fraction> SQUARE = Optional.of(Fraction.of(1));
    private static final int VISUAL_ENTRY = 78;
    private static final int DEPTH = 74;
    private static final int DEPTH_WITH_ALPHA = 32;
    private static final int DEPTH_WITHOUT_ALPHA = 24;
    private static final int COLOUR_BYTES = 10;
    private static final int DVCC = Box.code("dvcC");
    private static final int DVVC = Box.code("dvvC");
    private static final int AVC_VERSION = 1;
    private static final int VP_CONFIGURATION = 12; // with the full box's header
    private static final int NCLX = Box.code("nclx");
    private static final int NCLC = Box.code("nclc");

    private final int dataReference;
    private final int width;
    private final int height;
    private String codec;
    private boolean encrypted;
    private Optional<Fraction> sampleAspectRatio = Optional.empty();
    private Optional<PixelSize> cleanAperture = Optional.empty();
    private CodecConfiguration configuration = CodecConfiguration.NONE;
    private int configuredBy; // the type of the box with the codec configuration; 0 where there is none
    private Optional<UnitFormat> units = Optional.empty();
    private boolean described;
    private byte[] dolbyVision = {};
    private Optional<Transfer> transfer = Optional.empty();
    private Optional<Boolean> interlaced = Optional.empty();
    private int depth;

    private VisualEntry(String codec, int dataReference, int width, int height) {
        this.codec = codec;
        this.dataReference = dataReference;
        this.width = width;
        this.height = height;
    }

    static VisualEntry read(Window window, Box box) throws IOException, MalformedException {
        VisualEntry entry = new VisualEntry(
                Box.fourCc(box.type()),
                window.u16(box.field(6, 2)),
                window.u16(box.field(24, 2)),
                window.u16(box.field(26, 2)));
        entry.encrypted = box.type() == ENCV;
        entry.depth = window.u16(box.field(DEPTH, 2));
        Boxes children = new Boxes(window, box.field(VISUAL_ENTRY, 0), box.end());
        while (children.next()) {
            entry.child(window, children.box());
        }
        if (entry.configuredBy == 0 && !entry.described) {
            entry.configuration = NamedCodec.of(entry.codec);
        }
        return entry;
    }

    private void child(Window window, Box box) throws IOException, MalformedException {
        if (box.type() == Box.PASP) {
            long horizontal = window.u32(box.field(0, 8));
            long vertical = window.u32(box.body() + 4);
            if (horizontal != 0 && vertical != 0) {
                sampleAspectRatio =
                        horizontal == vertical ? SQUARE : Optional.of(new Fraction(horizontal, vertical).reduced());
            }
        } else if (box.type() == Box.CLAP) {
            cleanAperture = aperture(window, box.field(0, 32));
        } else if (box.type() == Box.COLR) {
            readColour(window, box);
        } else if (box.type() == Box.FIEL) {
            interlaced = Optional.of(window.u8(box.field(0, 2)) > 1);
        } else if (box.type() == Box.SINF) {
            encrypted = true;
            Boxes scheme = Boxes.in(window, box);
            while (scheme.next()) {
                if (scheme.type() == Box.FRMA) {
                    codec = Box.fourCc(window.i32(scheme.box().field(0, 4)));
                }
            }
        } else {
            readConfiguration(window, box);
        }
    }

    private void readColour(Window window, Box box) throws IOException, MalformedException {
        int kind = box.end() - box.body() < COLOUR_BYTES ? 0 : window.i32(box.body());
        if (kind == NCLX || kind == NCLC) {
            transfer = Transfer.of(window.u16(box.body() + 6));
        }
    }

    private void readConfiguration(Window window, Box box) throws IOException, MalformedException {
        int type = box.type();
        if (type == DecoderDescriptor.ESDS) {
            Optional<DecoderDescriptor> decoder = DecoderDescriptor.read(window, box);
            if (decoder.isPresent()) {
                described = true;
                configuration = Mpeg4Configuration.read(
                        codec, decoder.get().objectType(), decoder.get().specific());
            }
        } else if (type == DVCC || type == DVVC) {
            dolbyVision = beginning(window, box);
        } else if (type == Box.AVCC || type == Box.HVCC || type == Box.AV1C || type == Box.VPCC) {
            byte[] bytes = beginning(window, box);
            if (type == Box.AVCC && bytes.length > 0 && bytes[0] != AVC_VERSION) {
                throw new MalformedException(Box.unknownVersion(box, bytes[0] & 0xFF));
            }
            configuredBy = type;
            configuration = type == Box.AVCC
                    ? AvcConfiguration.read(codec, bytes)
                    : type == Box.HVCC
                            ? HevcConfiguration.read(codec, bytes)
                            : type == Box.AV1C
                                    ? Av1Configuration.read(codec, bytes)
                                    : Vp9Configuration.read(codec, bytes);
            readUnits(window, box, bytes);
        }
    }

    private void readUnits(Window window, Box box, byte[] bytes) throws IOException, MalformedException {
        if (box.type() == Box.VPCC) {
            box.field(0, VP_CONFIGURATION); // decoders give a shorter one up
        }
        if (box.type() != Box.AVCC && box.type() != Box.HVCC) {
            return;
        }
        boolean isWhole = bytes.length == box.end() - box.body();
        UnitFormat format = format(box, bytes, isWhole);
        if (!format.isComplete() && !isWhole) {
            int length = (int) Math.min(box.end() - box.body(), Window.CAPACITY);
            format = format(box, window.bytes(box.body(), length), length == box.end() - box.body());
        }
        // Both say the bit depth where the first parameter set could be read, and lies in what is read of it.
        boolean isReadable = configuration.bitDepth().isPresent() || (format.kind() == UnitKind.AVC && !isWhole);
        units = Optional.of(isReadable ? format : format.withoutSets());
    }

    private static UnitFormat format(Box box, byte[] bytes, boolean isWhole) {
        return box.type() == Box.AVCC
                ? UnitFormat.ofAvc(box.start(), bytes, isWhole)
                : UnitFormat.ofHevc(box.start(), bytes, isWhole);
    }

    private static byte[] beginning(Window window, Box box) throws IOException, MalformedException {
        return window.bytes(box.body(), (int) Math.min(box.end() - box.body(), CodecConfiguration.MAX_BYTES));
    }

    /** What the entry says of the coding; the container's word counts before the configuration's. */
    VideoCoding coding() {
        Optional<Fraction> ratio =
                sampleAspectRatio.isPresent() ? sampleAspectRatio : configuration.sampleAspectRatio();
        return VideoCoding.builder()
                .codecString(codecString())
                .bitDepth(configuration.bitDepth())
                .chromaSubsampling(configuration.chromaSubsampling())
                .transfer(transfer.isPresent() ? transfer : configuration.transfer())
                .sampleAspectRatio(ratio)
                .interlaced(interlaced.isPresent() ? interlaced : configuration.interlaced())
                .alpha(alpha())
                .build();
    }

    /** It begins with the entry's name, in place of which an encrypted one gives the original further on. */
    private Optional<String> codecString() {
        if (DolbyVision.names(codec)) {
            return DolbyVision.codecString(codec, dolbyVision);
        }
        Optional<String> said = configuration.codecString();
        return encrypted && said.isPresent() ? Optional.of(codec + said.get().substring(NAME)) : said;
    }

    /** QuickTime's depth of 32 bits has an alpha channel, its 24 have none; other codecs than its own say 24 always. */
    private Optional<Boolean> alpha() {
        boolean isKnown = depth == DEPTH_WITH_ALPHA || depth == DEPTH_WITHOUT_ALPHA;
        return isKnown && configuredBy == 0 ? Optional.of(depth == DEPTH_WITH_ALPHA) : Optional.empty();
    }

    /** What the codec configuration says of the size, where that is something else. */
    List<PixelSize> configured() {
        return configuration.otherSizes(coded(), sampleAspectRatio.isPresent());
    }

    /** Empty where it says 0. */
    Optional<PixelSize> coded() {
        return width == 0 || height == 0 ? Optional.empty() : Optional.of(PixelSize.of(width, height));
    }

    String codec() {
        return codec;
    }

    int dataReference() {
        return dataReference;
    }

    boolean encrypted() {
        return encrypted;
    }

    /** How its samples hold their units; empty of a codec without such units. */
    Optional<UnitFormat> units() {
        return units;
    }

    /**
     * Whether it lacks the box without which no decoder knows the samples (ISO/IEC 14496-15 5.4.2.1, 8.4.1), or has that of another
     * codec. What AV1 and VP9 have to say stands in their samples too, so that theirs may be left out.
     */
    boolean lacksConfiguration() {
        return !encrypted
                && switch (codec) {
                    case "avc1", "avc3" -> configuredBy != Box.AVCC;
                    case "hvc1", "hev1" -> configuredBy != Box.HVCC;
                    case "av01" -> configuredBy != 0 && configuredBy != Box.AV1C;
                    case "vp09" -> configuredBy != 0 && configuredBy != Box.VPCC;
                    default -> false;
                };
    }

    private static Optional<PixelSize> aperture(Window window, long at) throws IOException, MalformedException {
        long width = window.u32(at);
        long widthBy = window.u32(at + 4);
        long height = window.u32(at + 8);
        long heightBy = window.u32(at + 12);
        return width == 0 || widthBy == 0 || height == 0 || heightBy == 0
                ? Optional.empty()
                : Optional.of(new PixelSize(new Fraction(width, widthBy), new Fraction(height, heightBy)));
    }

    /** The clean aperture, stretched by the sample aspect ratio in width. */
    Optional<PixelSize> shown() {
        if (width == 0 || height == 0 || (sampleAspectRatio.isEmpty() && cleanAperture.isEmpty())) {
            return Optional.empty();
        }
        PixelSize size = cleanAperture.orElse(PixelSize.of(width, height));
        return Optional.of(sampleAspectRatio.isPresent() ? size.stretched(sampleAspectRatio.get()) : size);
    }
}
