package io.mediapreflight.ffmpeg.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.ffmpeg.FfmpegImageProbe;
import io.mediapreflight.ffmpeg.FfmpegVideoProbe;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Built files, whose headers are right and whose frames are not, as the header probes and FFmpeg read them: where both say
 * something they say the same.
 */
class FixtureAgreementTest {
    @TempDir
    Path directory;

    static Stream<Arguments> videos() {
        return Stream.of(
                Arguments.of("a plain video", Mp4Builder.clip()),
                Arguments.of("QuickTime", Mp4Builder.clip().brand("qt  ")),
                Arguments.of("no ftyp", Mp4Builder.clip().withoutFileType()),
                Arguments.of("version 1 headers", Mp4Builder.clip().version1()),
                Arguments.of("moov behind mdat", Mp4Builder.clip().moovLast()),
                Arguments.of("mdat with 64 bits", Mp4Builder.clip().largeMediaData()),
                Arguments.of("audio, too", Mp4Builder.clip().withAudio()),
                Arguments.of("a timescale of 90,000", Mp4Builder.clip().duration(90_000, 450_001)),
                Arguments.of("turned by 90", video(track -> track.turnedClockwise(90))),
                Arguments.of("turned by 180", video(track -> track.turnedClockwise(180))),
                Arguments.of("turned by 270", video(track -> track.turnedClockwise(270))),
                Arguments.of("mirrored", video(track -> track.matrix(-0x10000, 0, 0, 0x10000))),
                Arguments.of("anamorphic", video(track -> track.size(720, 576).sampleAspectRatio(16, 11))),
                Arguments.of("HEVC by its code", video(track -> track.codec("hvc1"))),
                Arguments.of("wide offsets", video(TrackBuilder::wideOffsets)));
    }

    private static Mp4Builder video(UnaryOperator<TrackBuilder> change) {
        return Mp4Builder.clip().video(change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("videos")
    void a_video_has_the_same_facts_for_both(String name, Mp4Builder video) throws IOException {
        Path file = Files.write(directory.resolve("video"), video.bytes());
        VideoReading headers = (VideoReading) HeaderReadings.read(file).orElseThrow();
        VideoReading decoder =
                new FfmpegVideoProbe(DecodeBounds.standard()).read(file, false).orElseThrow();
        assertThat(decoder.format()).isEqualTo(headers.format());
        assertThat(decoder.codec()).isEqualTo(headers.codec());
        assertThat(decoder.rotation()).isEqualTo(headers.rotation());
        assertThat(decoder.mirrored()).isEqualTo(headers.mirrored());
        assertThat(decoder.audio()).isEqualTo(headers.audio());
        same(decoder.container(), headers.container());
        same(decoder.videoTrack(), headers.videoTrack());
        decoder.coded().ifPresent(size -> sameSize(size, headers.coded()));
        decoder.shown().ifPresent(size -> sameSize(size, headers.shown()));
    }

    private static void same(Optional<Fraction> decoder, Optional<Fraction> headers) {
        assertThat(decoder).get().usingComparator(Fraction::compareTo).isEqualTo(headers.orElseThrow());
    }

    private static void sameSize(PixelSize decoder, Optional<PixelSize> headers) {
        assertThat(decoder.isSameAs(headers.orElseThrow())).isTrue();
    }

    static Stream<Arguments> images() {
        return Stream.of(
                Arguments.of("a PNG", PngBuilder.image().bytes()),
                Arguments.of(
                        "an interlaced PNG", PngBuilder.image().interlaced().bytes()),
                Arguments.of("a JPEG", JpegBuilder.image().bytes()),
                Arguments.of(
                        "a JPEG lying on its side",
                        JpegBuilder.image().exif(6, ByteOrder.BIG_ENDIAN).bytes()),
                Arguments.of(
                        "a JPEG with a thumbnail in it",
                        JpegBuilder.image().exifWithThumbnail(8).bytes()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    void an_image_has_the_same_facts_for_both(String name, byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("image"), bytes);
        ImageReading headers = (ImageReading) HeaderReadings.read(file).orElseThrow();
        Optional<ImageReading> decoder = new FfmpegImageProbe(DecodeBounds.standard()).read(file);
        assertThat(decoder).get().extracting(ImageReading::format).isEqualTo(headers.format());
        decoder.flatMap(ImageReading::size)
                .ifPresent(size -> assertThat(Optional.of(size)).isEqualTo(headers.size()));
        decoder.flatMap(ImageReading::orientation)
                .ifPresent(orientation -> assertThat(Optional.of(orientation)).isEqualTo(headers.orientation()));
    }
}
