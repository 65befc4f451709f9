package io.mediapreflight.ffmpeg;

import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.decoder.VideoReading.Played;
import io.mediapreflight.probe.DisplayMatrix;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;

/** Reads off what FFmpeg says of an open video. */
final class VideoReader {
    /** Sides of a {@code FRAME_CROPPING}, 32 bits each: top, bottom, left, right. */
    private static final int CROPPED_SIDES = 4;

    private static final int MATRIX_ELEMENTS = 9;

    private final Demuxer demuxer;
    private final Format format;
    private final Optional<AVStream> video;
    private final Optional<Fraction> container;
    private final Optional<Fraction> videoTrack;

    /**
     * Reads the durations at once: FFmpeg changes its figures while it meets fragments.
     *
     * @param format what the file is by its header
     * @param fragmented whether samples lie in movie fragments: FFmpeg's durations then cover those that it has met so far
     */
    VideoReader(Demuxer demuxer, Format format, boolean fragmented) {
        this.demuxer = demuxer;
        this.format = format;
        this.video = demuxer.video();
        this.container = fragmented ? Optional.empty() : longest();
        this.videoTrack = fragmented ? Optional.empty() : video.flatMap(this::duration);
    }

    /**
     * What FFmpeg reads.
     *
     * @param decoded the size of the first frame, where one was decoded: the decoder's word, beside the headers'
     * @param played what all frames come to, where all were decoded
     */
    VideoReading read(Optional<PixelSize> decoded, Optional<Played> played) {
        Optional<AVCodecParameters> parameters = video.map(AVStream::codecpar);
        Optional<DisplayMatrix> matrix = parameters.map(VideoReader::matrix);
        Optional<PixelSize> size = decoded.isPresent() ? decoded : parameters.flatMap(VideoReader::size);
        return new VideoReading(
                Optional.of(format()),
                parameters
                        .map(AVCodecParameters::codec_tag)
                        .filter(tag -> tag != 0)
                        .map(FourCc::text),
                size,
                size.flatMap(this::shown),
                matrix.map(DisplayMatrix::rotation).orElse(OptionalInt.empty()),
                matrix.map(DisplayMatrix::mirrors),
                container,
                videoTrack,
                Optional.of(demuxer.audio().isPresent()),
                demuxer.isDescribedByHeader() ? VideoCoding.UNKNOWN : coding(),
                played);
    }

    private Format format() {
        if (Demuxer.Family.of(format) != Demuxer.Family.MOV) {
            return format;
        }
        String brand = demuxer.majorBrand().orElse("qt  ");
        if (brand.equals("qt  ")) {
            return Format.MOV;
        }
        return brand.startsWith("3gp") || brand.startsWith("3g2") ? Format.THREE_GP : Format.MP4;
    }

    /** What a plan has to know. Whether the frame rate varies is known where a format has no times for frames. */
    private VideoCoding coding() {
        VideoCoding.Builder coding = VideoCoding.builder();
        if (video.isPresent()) {
            AVCodecParameters parameters = video.get().codecpar();
            AVRational rate = video.get().avg_frame_rate();
            if (rate.num() > 0 && rate.den() > 0) {
                coding.frameRate(Optional.of(new Fraction(rate.num(), rate.den())));
            }
            if (format == Format.AVI || format == Format.MXF) {
                coding.variableFrameRate(Optional.of(false));
            }
            coding.transfer(Optional.of(transfer(parameters.color_trc())));
            coding.interlaced(Optional.of(parameters.field_order() > avcodec.AV_FIELD_PROGRESSIVE));
            coding.alpha(Optional.of(PixelFormat.hasAlpha(parameters.format())));
        }
        demuxer.audio()
                .map(stream -> stream.codecpar().ch_layout().nb_channels())
                .filter(channels -> channels > 0)
                .ifPresent(channels -> coding.audioChannels(Optional.of(channels)));
        return coding.build();
    }

    private static Transfer transfer(int characteristic) {
        return switch (characteristic) {
            case avutil.AVCOL_TRC_SMPTE2084 -> Transfer.PQ;
            case avutil.AVCOL_TRC_ARIB_STD_B67 -> Transfer.HLG;
            default -> Transfer.SDR;
        };
    }

    private static Optional<PixelSize> size(AVCodecParameters parameters) {
        return parameters.width() < 1 || parameters.height() < 1
                ? Optional.empty() // 0x0 is FFmpeg's word for not known
                : Optional.of(PixelSize.of(parameters.width(), parameters.height()));
    }

    private Optional<PixelSize> shown(PixelSize coded) {
        AVStream stream = video.orElseThrow();
        PixelSize size = cropped(coded, stream.codecpar());
        AVRational ratio = avformat.av_guess_sample_aspect_ratio(demuxer.context(), stream, null);
        if (ratio.num() < 1 || ratio.den() < 1) {
            return Optional.of(size);
        }
        return Optional.of(new PixelSize(size.width().times(new Fraction(ratio.num(), ratio.den())), size.height()));
    }

    private static PixelSize cropped(PixelSize size, AVCodecParameters parameters) {
        Optional<IntPointer> given = sideData(parameters, avcodec.AV_PKT_DATA_FRAME_CROPPING, CROPPED_SIDES);
        if (given.isEmpty()) {
            return size;
        }
        IntPointer sides = given.get();
        Fraction width = size.width().minusOrZero(sum(sides.get(2), sides.get(3)));
        Fraction height = size.height().minusOrZero(sum(sides.get(0), sides.get(1)));
        return width.isZero() || height.isZero() ? size : new PixelSize(width, height);
    }

    /** FFmpeg has multiplied the movie's matrix into the track's, and gives none where that is the identity. */
    private static DisplayMatrix matrix(AVCodecParameters parameters) {
        return sideData(parameters, avcodec.AV_PKT_DATA_DISPLAYMATRIX, MATRIX_ELEMENTS)
                .map(matrix -> new DisplayMatrix(matrix.get(0), matrix.get(1), matrix.get(3), matrix.get(4)))
                .orElse(DisplayMatrix.IDENTITY);
    }

    /** Numbers of 32 bits that FFmpeg gives beside a track; empty where there are none, or fewer than expected. */
    private static Optional<IntPointer> sideData(AVCodecParameters parameters, int type, int numbers) {
        AVPacketSideData data =
                avcodec.av_packet_side_data_get(parameters.coded_side_data(), parameters.nb_coded_side_data(), type);
        return data == null || data.isNull() || data.size() < (long) numbers * Integer.BYTES
                ? Optional.empty()
                : Optional.of(new IntPointer(data.data()));
    }

    private static Fraction sum(int one, int other) {
        return Fraction.of(Integer.toUnsignedLong(one) + Integer.toUnsignedLong(other));
    }

    /**
     * The longest of video and audio. FFmpeg's own figure for the whole counts from zero on the clock, so that start offsets and
     * empty edits lengthen it, and subtitles too; it is no reading.
     */
    private Optional<Fraction> longest() {
        Fraction longest = Fraction.of(0);
        for (int i = 0; i < demuxer.context().nb_streams(); i++) {
            AVStream stream = demuxer.context().streams(i);
            if (Demuxer.isAudio(stream) || Demuxer.isVideo(stream)) {
                Optional<Fraction> seconds = duration(stream);
                if (seconds.isEmpty()) {
                    return Optional.empty();
                }
                longest = longest.max(seconds.get());
            }
        }
        return longest.isZero() ? Optional.empty() : Optional.of(longest);
    }

    /**
     * How long a track lasts by FFmpeg's account. Of a track that starts late, behind an empty edit, that counts from zero on the
     * clock in one video and from its first frame in another: it is no reading. Broadcasts start at any time.
     */
    private Optional<Fraction> duration(AVStream stream) {
        return stream.start_time() > 0 && demuxer.isDescribedByHeader()
                ? Optional.empty()
                : Durations.track(
                        stream.duration(),
                        stream.time_base().num(),
                        stream.time_base().den());
    }
}
