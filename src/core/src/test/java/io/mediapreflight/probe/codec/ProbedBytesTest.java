package io.mediapreflight.probe.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.text.Phrase;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the encoding to the bytes that lie in caches. Where one of these has to change, {@link Probed#VERSION} is raised
 * with it, or those caches are read wrongly.
 */
class ProbedBytesTest {
    private static final Malformed BROKEN = Malformed.broken(
            MalformedCode.BOX_RUNS_PAST_PARENT,
            4096,
            Phrase.of("defects:moov").with("ends", "\uDC80 early").with("at", 7),
            "ISO/IEC 14496-12 4.2");
    private static final Malformed TOLERATED =
            Malformed.tolerated(MalformedCode.STRAY_BYTES, -1, Phrase.of("defects:é"), "");

    static List<Arguments> encodings() {
        return List.of(
                Arguments.of(
                        "a format alone",
                        Probed.named(Format.GIF, Kind.IMAGE),
                        "02010367696605696d616765000000f1d94ba9"),
                Arguments.of(
                        "an image",
                        Probed.readable(Format.JPEG, image(), new Completeness.Whole(300), List.of(TOLERATED)),
                        "0201046a70656705696d6167650101ffff03ac0200080b70726f67726573736976650103010801"
                                + "010100000101ac02010b53545241595f425954455309544f4c455241544544ffffffffffffffff"
                                + "ff0109646566656374733ae90100009f691d20"),
                Arguments.of(
                        "a video",
                        Probed.readable(Format.MOV, clip(), new Completeness.CutOff(16_384, BROKEN), List.of()),
                        "0201036d6f7605766964656f010202800f01b80801800501e8020101801003e802010103010401"
                                + "00018e020101e907b0ea0100010001011402000004617663310101000104717420200a434f4d50"
                                + "415449424c450000000000000000000000000000010280800114424f585f52554e535f50415354"
                                + "5f504152454e540642524f4b454e80200c646566656374733a6d6f6f7602026174020704656e64"
                                + "73010780b903206561726c791449534f2f4945432031343439362d313220342e3200c3eeb4b9"),
                Arguments.of(
                        "an image of which little is known",
                        Probed.readable(
                                Format.PNG,
                                ImageFacts.builder()
                                        .width(1)
                                        .height(1)
                                        .coding("")
                                        .components(0)
                                        .bitDepth(1)
                                        .animated(true)
                                        .duration(Optional.of(new Fraction(1, 10)))
                                        .build(),
                                new Completeness.Undecided(TOLERATED),
                                List.of(TOLERATED, BROKEN)),
                        "020103706e6705696d616765010101010000000100010100010101010a01030b53545241595f42"
                                + "5954455309544f4c455241544544ffffffffffffffffff0109646566656374733ae9010000020b"
                                + "53545241595f425954455309544f4c455241544544ffffffffffffffffff010964656665637473"
                                + "3ae901000014424f585f52554e535f504153545f504152454e540642524f4b454e80200c646566"
                                + "656374733a6d6f6f7602026174020704656e6473010780b903206561726c791449534f2f494543"
                                + "2031343439362d313220342e32e11360e5"),
                Arguments.of(
                        "nothing known",
                        Probed.unrecognised(BROKEN),
                        "0200056f7468657200000114424f585f52554e535f504153545f504152454e540642524f4b454e"
                                + "80200c646566656374733a6d6f6f7602026174020704656e6473010780b903206561726c791449"
                                + "534f2f4945432031343439362d313220342e3295feaa45"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void facts_are_written_as_they_were_in_every_cache(String what, Probed probed, String hex) {
        assertThat(ProbedCodec.encode(probed).map(HexFormat.of()::formatHex))
                .as(what)
                .contains(hex);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void facts_are_read_as_they_were_written_in_every_cache(String what, Probed probed, String hex) {
        assertThat(ProbedCodec.decode(HexFormat.of().parseHex(hex))).as(what).contains(probed);
    }

    private static ImageFacts image() {
        return ImageFacts.builder()
                .width(65_535)
                .height(300)
                .orientation(Optional.of(ExifOrientation.ROTATED_270))
                .coding("progressive")
                .components(3)
                .bitDepth(8)
                .alpha(true)
                .animated(false)
                .build();
    }

    private static VideoFacts clip() {
        return VideoFacts.builder()
                .brand(new VideoFacts.Brand(Optional.of("qt  "), VideoFacts.Brand.Standing.COMPATIBLE))
                .codec("avc1")
                .coded(List.of(PixelSize.of(1920, 1080), PixelSize.of(640, 360)))
                .shown(Optional.of(new PixelSize(new Fraction(2048, 3), new Fraction(360, 1))))
                .trackHeader(Optional.of(PixelSize.of(3, 4)))
                .rotation(OptionalInt.of(270))
                .mirrored(true)
                .durations(new VideoFacts.Durations(
                        Optional.of(new Fraction(1001, 30_000)),
                        Optional.empty(),
                        Optional.of(new Fraction(0, 1)),
                        Optional.of(new Fraction(20, 2))))
                .enabledVideo(1)
                .audio(true)
                .fragmented(false)
                .build();
    }
}
