package io.mediapreflight.probe.codec;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.VideoFacts.Brand.Standing;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the facts of images and videos are called and where they are. CONTRIBUTING.md says how to add one. */
public final class MediaTables {
    private static final String MIRRORED = "1 where left and right are exchanged after the rotation, else 0";
    private static final String ROTATION = "degrees clockwise for display: 0, 90, 180 or 270";
    private static final String WIDTH = "pixels as stored";
    private static final String DISPLAY_WIDTH = "pixels after sample aspect ratio and clean aperture, before rotation";

    public static final FactTable<ImageFacts, ImageFacts.Builder> IMAGE = new FactTable.Lines<
                    ImageFacts, ImageFacts.Builder>()
            .fact("width", FactType.NUMBER, WIDTH, ImageFacts::width, ImageFacts.Builder::width)
            .fact("height", FactType.NUMBER, WIDTH, ImageFacts::height, ImageFacts.Builder::height)
            .told("displayWidth", FactType.NUMBER.told(), DISPLAY_WIDTH, ImageFacts::width)
            .told("displayHeight", FactType.NUMBER.told(), DISPLAY_WIDTH, ImageFacts::height)
            .told("rotation", FactType.COUNT.told().optional(), ROTATION, MediaTables::rotation)
            .fact(
                    "exifOrientation",
                    FactType.EXIF_ORIENTATION,
                    "1 to 8, of an image that has one",
                    ImageFacts::orientation,
                    ImageFacts.Builder::orientation)
            .told("mirrored", FactType.FLAG.told().optional(), MIRRORED, MediaTables::mirrored)
            .fact(
                    "coding",
                    FactType.TEXT,
                    "how an image is coded, in the words of its standard",
                    ImageFacts::coding,
                    ImageFacts.Builder::coding)
            .fact(
                    "components",
                    FactType.COUNT,
                    "samples per pixel",
                    ImageFacts::components,
                    ImageFacts.Builder::components)
            .fact(
                    "bitsPerSample",
                    FactType.COUNT,
                    "bits per sample of an image",
                    ImageFacts::bitsPerSample,
                    ImageFacts.Builder::bitsPerSample)
            .fact(
                    "animated",
                    FactType.FLAG,
                    "1 for an image with more than one frame, else 0",
                    ImageFacts::animated,
                    ImageFacts.Builder::animated)
            .build(ImageFacts::builder, ImageFacts.Builder::build);

    public static final FactTable<VideoFacts, VideoFacts.Builder> VIDEO = new FactTable.Lines<
                    VideoFacts, VideoFacts.Builder>()
            .packed(FactType.SIZE.list(), VideoFacts::coded, VideoFacts.Builder::coded)
            .packed(FactType.SIZE.optional(), VideoFacts::shown, VideoFacts.Builder::shown)
            .packed(FactType.SIZE.optional(), VideoFacts::trackHeader, VideoFacts.Builder::trackHeader)
            .told("width", FactType.WIDTH.optional(), WIDTH, VideoFacts::size)
            .told("height", FactType.HEIGHT.optional(), WIDTH, VideoFacts::size)
            .told("displayWidth", FactType.WIDTH.optional(), DISPLAY_WIDTH, VideoFacts::displaySize)
            .told("displayHeight", FactType.HEIGHT.optional(), DISPLAY_WIDTH, VideoFacts::displaySize)
            .fact("rotation", FactType.DEGREES, ROTATION, VideoFacts::rotation, VideoFacts.Builder::rotation)
            .fact("mirrored", FactType.FLAG, MIRRORED, VideoFacts::mirrored, VideoFacts.Builder::mirrored)
            .fact(
                    "durationSeconds",
                    FactType.FRACTION.optional(),
                    "by the container",
                    video -> video.durations().container(),
                    VideoFacts.Builder::container)
            .fact(
                    "longestTrackSeconds",
                    FactType.FRACTION.optional(),
                    "of the longest track, where that is not the container's",
                    video -> video.durations().longestTrack(),
                    VideoFacts.Builder::longestTrack)
            .fact(
                    "videoTrackSeconds",
                    FactType.FRACTION.optional(),
                    "of the video track alone",
                    video -> video.durations().videoTrack(),
                    VideoFacts.Builder::videoTrack)
            .fact(
                    "videoMediaSeconds",
                    FactType.FRACTION.optional(),
                    "of the video track without its edit list, where that is longer",
                    video -> video.durations().videoMedia(),
                    VideoFacts.Builder::videoMedia)
            .fact(
                    "videoSamplesSeconds",
                    FactType.FRACTION.optional(),
                    "of the samples of the video track added up, where that is not what its header says",
                    video -> video.durations().videoSamples(),
                    VideoFacts.Builder::videoSamples)
            .packed(
                    FactType.FRACTION.packed().list(),
                    video -> video.durations().otherMovie(),
                    VideoFacts.Builder::otherMovie)
            .fact(
                    "videoCodec",
                    FactType.TEXT,
                    "four characters, such as avc1",
                    VideoFacts::codec,
                    VideoFacts.Builder::codec)
            .fact(
                    "audio",
                    FactType.FLAG,
                    "1 with an audio track, else 0",
                    video -> video.tracks().audio(),
                    VideoFacts.Builder::audio)
            .fact(
                    "enabledVideoTracks",
                    FactType.COUNT,
                    "how many video tracks are enabled",
                    video -> video.tracks().enabledVideo(),
                    VideoFacts.Builder::enabledVideo)
            .fact(
                    "fragmented",
                    FactType.FLAG,
                    "1 for a video in fragments, else 0",
                    VideoFacts::fragmented,
                    VideoFacts.Builder::fragmented)
            .fact(
                    "majorBrand",
                    FactType.TEXT.optional(),
                    "of the file type box",
                    video -> video.brand().major(),
                    VideoFacts.Builder::majorBrand)
            .packed(
                    PackedType.of(new EnumIds<>(Standing.class, Enum::name)),
                    video -> video.brand().standing(),
                    VideoFacts.Builder::standing)
            .build(VideoFacts::builder, VideoFacts.Builder::build);

    private MediaTables() {}

    /** Hands on every fact that is known, whatever medium it is of. */
    public static void tell(MediaFacts facts, FactSink sink) {
        if (facts instanceof ImageFacts image) {
            IMAGE.tell(image, sink);
        } else if (facts instanceof VideoFacts video) {
            VIDEO.tell(video, sink);
        }
    }

    /** Every key of any medium, once. */
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
