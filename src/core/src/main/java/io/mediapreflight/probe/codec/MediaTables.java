package io.mediapreflight.probe.codec;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.VideoFacts.Brand.Standing;
import io.mediapreflight.probe.VideoFactsBuilder;
import io.mediapreflight.spec.Fraction;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the facts of images and videos are called and where they are. CONTRIBUTING.md says how to add one. */
public final class MediaTables {
    private static final String MIRRORED = "1 where left and right are exchanged after the rotation, else 0";
    private static final String ROTATION = "degrees clockwise for display: 0, 90, 180 or 270";
    private static final String WIDTH = "pixels as stored";
    private static final String DISPLAY_WIDTH = "pixels after sample aspect ratio and clean aperture, before rotation";

    private static final String CONTAINER_SECONDS = "by the container";
    private static final String BIT_DEPTH = "bits per sample";
    private static final String ALPHA = "1 where pixels can be transparent, else 0";

    private static final PackedType<List<Fraction>> FRACTIONS = FactTypes.FRACTION.list();
    private static final FactType<Optional<Integer>> COUNT_IF_KNOWN = FactTypes.COUNT.optional();
    private static final FactType<Optional<Boolean>> FLAG_IF_KNOWN = FactTypes.FLAG.optional();
    private static final PackedType<List<PixelSize>> SIZES = FactTypes.SIZE.list();
    private static final PackedType<Optional<PixelSize>> SIZE_IF_KNOWN = FactTypes.SIZE.optional();
    private static final ReportedType<Optional<PixelSize>> WIDTH_IF_KNOWN = FactTypes.Side.WIDTH.optional();
    private static final ReportedType<Optional<PixelSize>> HEIGHT_IF_KNOWN = FactTypes.Side.HEIGHT.optional();
    private static final FactType<Optional<Fraction>> FRACTION_IF_KNOWN = FactTypes.FRACTION.optional();
    private static final FactType<Optional<String>> TEXT_IF_KNOWN = FactTypes.TEXT.optional();
    private static final FactType<Optional<Long>> NUMBER_IF_KNOWN = FactTypes.NUMBER.optional();
    private static final FactType<Optional<Transfer>> TRANSFER =
            FactTypes.of(new EnumIds<>(Transfer.class, Transfer::id)).optional();
    private static final PackedType<Standing> STANDING = FactTypes.of(new EnumIds<>(Standing.class, Enum::name));

    public static final FactTable<ImageFacts> IMAGE =
            new FactTable<>(ImageFacts.builder().width(1).height(1).build(), MediaTables::image);

    public static final FactTable<VideoFacts> VIDEO =
            new FactTable<>(VideoFacts.builder().build(), MediaTables::video);

    private MediaTables() {}

    private static <E extends Exception> ImageFacts image(ImageFacts image, FactPort<E> port) throws E {
        ImageFacts.Builder builder = ImageFacts.builder();
        builder.width(port.fact("width", FactTypes.NUMBER, WIDTH, image.width()));
        builder.height(port.fact("height", FactTypes.NUMBER, WIDTH, image.height()));
        builder.shown(port.packed(SIZE_IF_KNOWN, image.shown()));
        port.reported("displayWidth", FactTypes.Side.WIDTH, DISPLAY_WIDTH, image.displaySize());
        port.reported("displayHeight", FactTypes.Side.HEIGHT, DISPLAY_WIDTH, image.displaySize());
        port.reported("rotation", COUNT_IF_KNOWN, ROTATION, rotation(image));
        builder.orientation(port.fact(
                "exifOrientation",
                FactTypes.EXIF_ORIENTATION,
                "1 to 8, of an image that has one",
                image.orientation()));
        port.reported("mirrored", FLAG_IF_KNOWN, MIRRORED, mirrored(image));
        builder.coding(port.fact(
                "coding", FactTypes.TEXT, "how an image is coded, in the words of its standard", image.coding()));
        builder.components(
                port.fact("components", COUNT_IF_KNOWN, "samples per pixel of an image", image.components()));
        builder.bitDepth(port.fact("bitDepth", COUNT_IF_KNOWN, BIT_DEPTH, image.bitDepth()));
        port.reported(
                "bitsPerSample",
                COUNT_IF_KNOWN,
                "the same as bitDepth, for programs that know it by this key",
                image.bitDepth());
        builder.alpha(port.fact("alpha", FLAG_IF_KNOWN, ALPHA, image.alpha()));
        builder.animated(port.fact(
                "animated", FLAG_IF_KNOWN, "1 for an image with more than one frame, else 0", image.animated()));
        builder.duration(port.fact("durationSeconds", FRACTION_IF_KNOWN, CONTAINER_SECONDS, image.duration()));
        return builder.build();
    }

    private static <E extends Exception> VideoFacts video(VideoFacts video, FactPort<E> port) throws E {
        VideoFactsBuilder builder = VideoFacts.builder();
        sizes(video, port, builder);
        durations(video.durations(), port, builder);
        builder.codec(port.fact("videoCodec", FactTypes.TEXT, "four characters, such as avc1", video.codec()));
        builder.audio(port.fact(
                "audio",
                FactTypes.FLAG,
                "1 with an audio track, else 0",
                video.tracks().audio()));
        builder.enabledVideo(port.fact(
                "enabledVideoTracks",
                FactTypes.COUNT,
                "how many video tracks are enabled",
                video.tracks().enabledVideo()));
        builder.fragmented(
                port.fact("fragmented", FactTypes.FLAG, "1 for a video in fragments, else 0", video.fragmented()));
        builder.majorBrand(port.fact(
                "majorBrand",
                TEXT_IF_KNOWN,
                "of the file type box",
                video.brand().major()));
        builder.standing(port.packed(STANDING, video.brand().standing()));
        builder.disabled(port.packed(SIZES, video.tracks().disabled()));
        builder.trackId(port.packed(NUMBER_IF_KNOWN, video.tracks().id()));
        builder.coding(coding(video.coding(), port));
        return builder.build();
    }

    /** How a video is coded, by its headers or a decoder. */
    public static <E extends Exception> VideoCoding coding(VideoCoding coding, FactPort<E> port) throws E {
        VideoCoding.Builder builder = VideoCoding.builder();
        builder.codecString(
                port.fact("codecString", TEXT_IF_KNOWN, "by RFC 6381, such as avc1.64001f", coding.codecString()));
        builder.frameRate(
                port.fact("frameRate", FRACTION_IF_KNOWN, "frames per second on average", coding.frameRate()));
        builder.variableFrameRate(port.fact(
                "variableFrameRate",
                FLAG_IF_KNOWN,
                "1 where frames last differently long, else 0",
                coding.variableFrameRate()));
        builder.frameCount(port.fact("frameCount", NUMBER_IF_KNOWN, "frames of the video track", coding.frameCount()));
        builder.bitDepth(port.fact("bitDepth", COUNT_IF_KNOWN, BIT_DEPTH, coding.bitDepth()));
        builder.chromaSubsampling(port.fact(
                "chromaSubsampling", TEXT_IF_KNOWN, "such as 4:2:0; 4:0:0 without colour", coding.chromaSubsampling()));
        builder.transfer(port.fact("transfer", TRANSFER, "sdr, pq or hlg", coding.transfer()));
        builder.sampleAspectRatio(port.packed(FRACTION_IF_KNOWN, coding.sampleAspectRatio()));
        port.reported("sampleAspectRatio", TEXT_IF_KNOWN, "of a pixel, such as 4:3", ratio(coding.sampleAspectRatio()));
        builder.interlaced(port.fact(
                "interlaced", FLAG_IF_KNOWN, "1 where frames may be two fields, else 0", coding.interlaced()));
        builder.alpha(port.fact("alpha", FLAG_IF_KNOWN, ALPHA, coding.alpha()));
        builder.audioCodec(port.fact(
                "audioCodec",
                TEXT_IF_KNOWN,
                "of the first audio track, four characters, such as mp4a",
                coding.audioCodec()));
        builder.audioChannels(
                port.fact("audioChannels", COUNT_IF_KNOWN, "of the first audio track", coding.audioChannels()));
        return builder.build();
    }

    private static Optional<String> ratio(Optional<Fraction> ratio) {
        if (ratio.isEmpty()) {
            return Optional.empty();
        }
        Fraction reduced = ratio.get().reduced();
        return Optional.of(reduced.numerator() + ":" + reduced.denominator());
    }

    private static <E extends Exception> void sizes(VideoFacts video, FactPort<E> port, VideoFactsBuilder builder)
            throws E {
        builder.coded(port.packed(SIZES, video.coded()));
        builder.shown(port.packed(SIZE_IF_KNOWN, video.shown()));
        builder.trackHeader(port.packed(SIZE_IF_KNOWN, video.trackHeader()));
        builder.configured(port.packed(SIZES, video.configured()));
        port.reported("width", WIDTH_IF_KNOWN, WIDTH, video.size());
        port.reported("height", HEIGHT_IF_KNOWN, WIDTH, video.size());
        port.reported("displayWidth", WIDTH_IF_KNOWN, DISPLAY_WIDTH, video.displaySize());
        port.reported("displayHeight", HEIGHT_IF_KNOWN, DISPLAY_WIDTH, video.displaySize());
        builder.rotation(port.fact("rotation", FactTypes.DEGREES, ROTATION, video.rotation()));
        builder.mirrored(port.fact("mirrored", FactTypes.FLAG, MIRRORED, video.mirrored()));
    }

    private static <E extends Exception> void durations(
            VideoFacts.Durations durations, FactPort<E> port, VideoFactsBuilder builder) throws E {
        builder.container(port.fact("durationSeconds", FRACTION_IF_KNOWN, CONTAINER_SECONDS, durations.container()));
        builder.longestTrack(port.fact(
                "longestTrackSeconds",
                FRACTION_IF_KNOWN,
                "of the longest track, where that is not the container's",
                durations.longestTrack()));
        builder.videoTrack(
                port.fact("videoTrackSeconds", FRACTION_IF_KNOWN, "of the video track alone", durations.videoTrack()));
        builder.videoMedia(port.fact(
                "videoMediaSeconds",
                FRACTION_IF_KNOWN,
                "of the video track without its edit list, where that is longer",
                durations.videoMedia()));
        builder.videoSamples(port.fact(
                "videoSamplesSeconds",
                FRACTION_IF_KNOWN,
                "of the samples of the video track added up, where that is not what its header says",
                durations.videoSamples()));
        builder.otherMovie(port.packed(FRACTIONS, durations.otherMovie()));
    }

    /** Passes on every known fact, of an image or a video. */
    public static void report(MediaFacts facts, FactSink sink) {
        if (facts instanceof ImageFacts image) {
            IMAGE.report(image, sink);
        } else if (facts instanceof VideoFacts video) {
            VIDEO.report(video, sink);
        }
    }

    /** Every key of images and videos, once. */
    public static Collection<FactKey> keys() {
        Map<String, FactKey> keys = new LinkedHashMap<>();
        Stream.concat(IMAGE.keys().stream(), VIDEO.keys().stream()).forEach(key -> keys.putIfAbsent(key.name(), key));
        return keys.values();
    }

    private static Optional<Integer> rotation(ImageFacts image) {
        return image.orientation().map(ExifOrientation::rotation);
    }

    private static Optional<Boolean> mirrored(ImageFacts image) {
        return image.orientation().map(ExifOrientation::mirrored);
    }
}
