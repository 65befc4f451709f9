package io.mediapreflight.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.GifBuilder;
import io.mediapreflight.fixture.HeifBuilder;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.MatroskaBuilder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.Samples;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.fixture.WebpBuilder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Where fuzzing starts: small files built in code, and the beginnings of real ones. */
final class Seeds {
    /** Inputs grow no longer than this in a campaign: enough for every structure, and fast. */
    private static final int MAX_LENGTH = 4096;

    private Seeds() {}

    static Stream<byte[]> jpegs() {
        return Stream.of(
                        samples("jpeg"),
                        Stream.of(
                                JpegBuilder.image().components(1).bytes(),
                                JpegBuilder.image()
                                        .frameMarker(0xC1)
                                        .precision(12)
                                        .bytes(),
                                JpegBuilder.image().segments(3, 20).bytes()),
                        testdata(".jpg"))
                .flatMap(each -> each);
    }

    static Stream<byte[]> pngs() {
        return Stream.of(
                        samples("png"),
                        Stream.of(
                                PngBuilder.image().interlaced().bytes(),
                                PngBuilder.image()
                                        .colour(3, 8)
                                        .before(PngBuilder.chunk("PLTE", new byte[12]))
                                        .before(PngBuilder.chunk("tRNS", new byte[3]))
                                        .bytes()),
                        testdata(".png"),
                        testdata(".apng"))
                .flatMap(each -> each);
    }

    static Stream<byte[]> movies() {
        return Stream.of(samples("mp4"), samples("mov"), oddMovies(), testdata(".mp4"), testdata(".mov"))
                .flatMap(each -> each);
    }

    private static Stream<byte[]> oddMovies() {
        return Stream.of(
                Mp4Builder.clip().mediaData(200).bytes(),
                Mp4Builder.clip().moovLast().mediaData(200).bytes(),
                Mp4Builder.clip().withoutFileType().mediaData(200).bytes(),
                Mp4Builder.clip()
                        .video(track -> track.codec("hvc1").transfer(16).fields(2))
                        .mediaData(200)
                        .bytes(),
                Mp4Builder.clip()
                        .track(TrackBuilder.other("text").id(2))
                        .mediaData(200)
                        .bytes(),
                Mp4Builder.clip()
                        .video(track -> track.compositionOffsets(3, 1000, 147, 0))
                        .mediaData(200)
                        .bytes(),
                Mp4Builder.clip().video(track -> track.entriesPerTable(20)).bytes(),
                Mp4Builder.clip()
                        .fragments(FragmentsBuilder.of(1, 2, 75_000).mediaData(8))
                        .audioFragments(FragmentsBuilder.of(2, 2, 75_000).mediaData(8))
                        .mediaData(200)
                        .bytes());
    }

    static Stream<byte[]> webps() {
        return Stream.concat(
                Stream.of(
                        WebpBuilder.lossy(640, 480).bytes(),
                        WebpBuilder.lossless(640, 480, true).bytes(),
                        WebpBuilder.extended(640, 480, true).bytes(),
                        WebpBuilder.animation(640, 480, 3).bytes()),
                testdata(".webp"));
    }

    static Stream<byte[]> heifs() {
        return Stream.of(
                        Stream.of(
                                HeifBuilder.avif(640, 480).bytes(),
                                HeifBuilder.heic(640, 480).bytes(),
                                HeifBuilder.grid(1000, 700, 2, 2, 512).bytes(),
                                HeifBuilder.heic(640, 480)
                                        .property(HeifBuilder.irot(1))
                                        .property(HeifBuilder.imir(0))
                                        .property(HeifBuilder.clap(600, 400, 0, 0, 1))
                                        .property(HeifBuilder.pixi(8, 8, 8))
                                        .bytes(),
                                HeifBuilder.heic(640, 480)
                                        .auxiliary("urn:mpeg:hevc:2015:auxid:1")
                                        .bytes()),
                        testdata(".avif"),
                        testdata(".heic"))
                .flatMap(each -> each);
    }

    static Stream<byte[]> matroskas() {
        return Stream.of(
                        Stream.of(
                                MatroskaBuilder.matroska()
                                        .duration(5000)
                                        .video("V_MPEG4/ISO/AVC", 640, 480)
                                        .bytes(),
                                MatroskaBuilder.webm()
                                        .duration(5000)
                                        .video("V_VP9", 640, 480)
                                        .bytes(),
                                MatroskaBuilder.webm()
                                        .video("V_VP8", 640, 480)
                                        .live()
                                        .bytes(),
                                MatroskaBuilder.matroska()
                                        .video("V_AV1", 640, 480)
                                        .durationTag(1, "00:00:05.000000000")
                                        .behindCluster()
                                        .bytes(),
                                MatroskaBuilder.matroska().track(2).bytes()),
                        testdata(".mkv"),
                        testdata(".webm"))
                .flatMap(each -> each);
    }

    static Stream<byte[]> gifs() {
        return Stream.concat(
                Stream.of(
                        GifBuilder.of(640, 480).frame().bytes(),
                        GifBuilder.of(640, 480)
                                .looping()
                                .control(10, true)
                                .frame(320, 200, 2, 2)
                                .control(20, false)
                                .frame()
                                .bytes()),
                testdata(".gif"));
    }

    /** Everything else, with what is not what its name says. */
    static Stream<byte[]> others() {
        return Stream.concat(
                Stream.of(".avi", ".3gp", ".m4a", ".mp3", ".pdf", ".bmp", ".tiff")
                        .flatMap(Seeds::testdata),
                Stream.of(
                        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"/>"
                                .getBytes(UTF_8),
                        "<!doctype html><title>404</title>".getBytes(UTF_8),
                        "Not Found\n".getBytes(UTF_8)));
    }

    private static Stream<byte[]> samples(String prefix) {
        return Samples.all().entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(prefix))
                .map(Map.Entry::getValue);
    }

    private static Stream<byte[]> testdata(String extension) {
        return Testdata.names().stream()
                .filter(name -> name.endsWith(extension))
                .map(Testdata::bytes)
                .map(bytes -> Arrays.copyOf(bytes, Math.min(bytes.length, MAX_LENGTH)));
    }
}
