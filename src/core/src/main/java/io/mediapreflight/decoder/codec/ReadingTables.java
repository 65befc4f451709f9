package io.mediapreflight.decoder.codec;

import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.decoder.VideoReading.Played;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.codec.CorruptEncodingException;
import io.mediapreflight.probe.codec.FactPort;
import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.probe.codec.FactTable;
import io.mediapreflight.probe.codec.FactType;
import io.mediapreflight.probe.codec.FactTypes;
import io.mediapreflight.probe.codec.MediaTables;
import io.mediapreflight.probe.codec.PackedInput;
import io.mediapreflight.probe.codec.PackedOutput;
import io.mediapreflight.probe.codec.PackedType;
import io.mediapreflight.probe.codec.ReportedType;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/** What a decoder's readings are called and where they are: by the keys that the headers' facts have, too. */
public final class ReadingTables {
    private static final String FORMAT = "by content";
    private static final String STORED = "pixels as stored";
    private static final String SHOWN = "pixels after sample aspect ratio and cropping, before rotation";

    private static final FactType<Optional<Format>> FORMAT_IF_KNOWN = FactTypes.FORMAT.optional();
    private static final PackedType<Optional<PixelSize>> VIDEO_SIZE = FactTypes.SIZE.optional();
    private static final ReportedType<Optional<PixelSize>> VIDEO_WIDTH = FactTypes.Side.WIDTH.optional();
    private static final ReportedType<Optional<PixelSize>> VIDEO_HEIGHT = FactTypes.Side.HEIGHT.optional();
    private static final PackedType<Optional<Boolean>> PACKED_FLAG = FactTypes.FLAG.optional();
    private static final FactType<Optional<Fraction>> SECONDS = FactTypes.FRACTION.optional();
    private static final FactType<Optional<String>> TEXT_IF_KNOWN = FactTypes.TEXT.optional();
    private static final FactType<Optional<Boolean>> FLAG_IF_KNOWN = FactTypes.FLAG.optional();

    private static final PackedType<Optional<ImageReading.Size>> IMAGE_SIZE = new ImageSize().optional();
    private static final PackedType<Optional<Played>> PLAYED = new PlayedFrames().optional();
    private static final FactType<Optional<Long>> NUMBER_IF_KNOWN = FactTypes.NUMBER.optional();

    /** What a decoder reads of an image. */
    public static final FactTable<ImageReading> IMAGE =
            new FactTable<>(ImageReading.builder().build(), ReadingTables::image);

    /** What a decoder reads of a video. */
    public static final FactTable<VideoReading> VIDEO =
            new FactTable<>(VideoReading.builder().build(), ReadingTables::video);

    private ReadingTables() {}

    private static <E extends Exception> ImageReading image(ImageReading image, FactPort<E> port) throws E {
        ImageReading.Builder builder = ImageReading.builder();
        builder.format(port.fact("format", FORMAT_IF_KNOWN, FORMAT, image.format()));
        builder.size(port.packed(IMAGE_SIZE, image.size()));
        port.reported("width", NUMBER_IF_KNOWN, STORED, image.size().map(ImageReading.Size::width));
        port.reported("height", NUMBER_IF_KNOWN, STORED, image.size().map(ImageReading.Size::height));
        builder.orientation(port.fact("exifOrientation", FactTypes.EXIF_ORIENTATION, "1 to 8", image.orientation()));
        builder.alpha(port.fact("alpha", FLAG_IF_KNOWN, "whether pixels can be transparent", image.alpha()));
        builder.trailingBytes(
                port.fact("trailingBytes", NUMBER_IF_KNOWN, "behind the end of the image", image.trailingBytes()));
        return builder.build();
    }

    private static <E extends Exception> VideoReading video(VideoReading video, FactPort<E> port) throws E {
        VideoReading.Builder builder = VideoReading.builder();
        builder.format(port.fact("format", FORMAT_IF_KNOWN, FORMAT, video.format()));
        builder.coded(port.packed(VIDEO_SIZE, video.coded()));
        builder.shown(port.packed(VIDEO_SIZE, video.shown()));
        port.reported("width", VIDEO_WIDTH, STORED, video.coded());
        port.reported("height", VIDEO_HEIGHT, STORED, video.coded());
        port.reported("displayWidth", VIDEO_WIDTH, SHOWN, video.shown());
        port.reported("displayHeight", VIDEO_HEIGHT, SHOWN, video.shown());
        builder.rotation(port.fact("rotation", FactTypes.DEGREES, "degrees clockwise for display", video.rotation()));
        builder.mirrored(port.packed(PACKED_FLAG, video.mirrored()));
        builder.container(port.fact("durationSeconds", SECONDS, "by the container", video.container()));
        builder.videoTrack(port.fact("videoTrackSeconds", SECONDS, "of the video track alone", video.videoTrack()));
        builder.codec(port.fact("videoCodec", TEXT_IF_KNOWN, "four characters, such as avc1", video.codec()));
        builder.audio(port.fact("audio", FLAG_IF_KNOWN, "whether there is an audio track", video.audio()));
        builder.coding(MediaTables.coding(video.coding(), port));
        builder.played(port.packed(PLAYED, video.played()));
        port.reported(
                "decodedSeconds", SECONDS, "from the first decoded frame to the end of the last", playedSeconds(video));
        return builder.build();
    }

    private static Optional<Fraction> playedSeconds(VideoReading video) {
        return video.played().map(Played::seconds);
    }

    /** Passes on every known fact, of an image or a video. */
    public static void report(MediaReading reading, FactSink sink) {
        if (reading instanceof ImageReading image) {
            IMAGE.report(image, sink);
        } else if (reading instanceof VideoReading video) {
            VIDEO.report(video, sink);
        }
    }

    /** How long decoded frames last, and how many they are. */
    private record PlayedFrames() implements PackedType<Played> {
        @Override
        public void write(PackedOutput out, Played value) {
            FactTypes.FRACTION.write(out, value.seconds());
            out.number(value.frames());
        }

        @Override
        public Played read(PackedInput in) throws CorruptEncodingException {
            return new Played(FactTypes.FRACTION.read(in), in.number());
        }
    }

    /** The sides of an image. */
    private record ImageSize() implements PackedType<ImageReading.Size> {
        @Override
        public void write(PackedOutput out, ImageReading.Size value) {
            out.number(value.width());
            out.number(value.height());
        }

        @Override
        public ImageReading.Size read(PackedInput in) throws CorruptEncodingException {
            return new ImageReading.Size(in.number(), in.number());
        }
    }
}
