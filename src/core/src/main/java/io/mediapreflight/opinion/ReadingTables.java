package io.mediapreflight.opinion;

import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.probe.codec.FactTable;
import io.mediapreflight.probe.codec.FactType;
import io.mediapreflight.probe.codec.PackedType;
import io.mediapreflight.probe.codec.ToldType;

/** What a decoder's readings are called and where they are: by the keys that the headers' facts have, too. */
public final class ReadingTables {
    private static final PackedType<ImageReading.Size> SIZE = new PackedType<>(
            (out, size) -> {
                out.number(size.width());
                out.number(size.height());
            },
            in -> new ImageReading.Size(in.number(), in.number()));

    private static final ToldType<ImageReading.Size> WIDTH =
            new ToldType<>(ToldType.Column.INTEGER, (sink, key, size) -> sink.put(key, size.width()));

    private static final ToldType<ImageReading.Size> HEIGHT =
            new ToldType<>(ToldType.Column.INTEGER, (sink, key, size) -> sink.put(key, size.height()));

    private static final String FORMAT = "by content";
    private static final String STORED = "pixels as stored";
    private static final String SHOWN = "pixels after sample aspect ratio and cropping, before rotation";

    public static final FactTable<ImageReading, ImageReading.Builder> IMAGE = new FactTable.Lines<
                    ImageReading, ImageReading.Builder>()
            .fact("format", FactType.FORMAT.optional(), FORMAT, ImageReading::format, ImageReading.Builder::format)
            .packed(SIZE.optional(), ImageReading::size, ImageReading.Builder::size)
            .told("width", WIDTH.optional(), STORED, ImageReading::size)
            .told("height", HEIGHT.optional(), STORED, ImageReading::size)
            .fact(
                    "exifOrientation",
                    FactType.EXIF_ORIENTATION,
                    "1 to 8",
                    ImageReading::orientation,
                    ImageReading.Builder::orientation)
            .build(ImageReading::builder, ImageReading.Builder::build);

    public static final FactTable<VideoReading, VideoReading.Builder> VIDEO = new FactTable.Lines<
                    VideoReading, VideoReading.Builder>()
            .fact("format", FactType.FORMAT.optional(), FORMAT, VideoReading::format, VideoReading.Builder::format)
            .packed(FactType.SIZE.optional(), VideoReading::coded, VideoReading.Builder::coded)
            .packed(FactType.SIZE.optional(), VideoReading::shown, VideoReading.Builder::shown)
            .told("width", FactType.WIDTH.optional(), STORED, VideoReading::coded)
            .told("height", FactType.HEIGHT.optional(), STORED, VideoReading::coded)
            .told("displayWidth", FactType.WIDTH.optional(), SHOWN, VideoReading::shown)
            .told("displayHeight", FactType.HEIGHT.optional(), SHOWN, VideoReading::shown)
            .fact(
                    "rotation",
                    FactType.DEGREES,
                    "degrees clockwise for display",
                    VideoReading::rotation,
                    VideoReading.Builder::rotation)
            .packed(FactType.FLAG.packed().optional(), VideoReading::mirrored, VideoReading.Builder::mirrored)
            .fact(
                    "durationSeconds",
                    FactType.FRACTION.optional(),
                    "by the container",
                    VideoReading::container,
                    VideoReading.Builder::container)
            .fact(
                    "videoTrackSeconds",
                    FactType.FRACTION.optional(),
                    "of the video track alone",
                    VideoReading::videoTrack,
                    VideoReading.Builder::videoTrack)
            .fact(
                    "videoCodec",
                    FactType.TEXT.optional(),
                    "four characters, such as avc1",
                    VideoReading::codec,
                    VideoReading.Builder::codec)
            .fact(
                    "audio",
                    FactType.FLAG.optional(),
                    "whether there is an audio track",
                    VideoReading::audio,
                    VideoReading.Builder::audio)
            .build(VideoReading::builder, VideoReading.Builder::build);

    private ReadingTables() {}

    /** Hands on every fact that is known, whatever medium it is of. */
    public static void tell(MediaReading reading, FactSink sink) {
        if (reading instanceof ImageReading image) {
            IMAGE.tell(image, sink);
        } else if (reading instanceof VideoReading video) {
            VIDEO.tell(video, sink);
        }
    }
}
