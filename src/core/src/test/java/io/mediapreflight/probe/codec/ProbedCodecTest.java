package io.mediapreflight.probe.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.BareVideo;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.VideoFacts.Brand.Standing;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.text.Phrase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProbedCodecTest {
    private static final String ODD = "\0é€😀\uDC80\uFFFF";
    private static final Fraction LARGEST = new Fraction(Long.MAX_VALUE, Long.MAX_VALUE);
    private static final Fraction SMALLEST = new Fraction(1, Long.MAX_VALUE);
    private static final Malformed DEFECT = Malformed.tolerated(
            MalformedCode.STRAY_BYTES, Long.MIN_VALUE, Phrase.of("defects:a").with("b", ODD), "");

    private static final Probed GIF = Probed.named(Format.GIF, Kind.IMAGE);

    static List<String> samples() {
        return Testdata.names();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_comes_back_as_it_was(String name) {
        comesBack(probed(name));
    }

    static List<Probed> extremes() {
        ImageFacts image = ImageFacts.builder()
                .width(Long.MAX_VALUE)
                .height(1)
                .coding(ODD)
                .components(Integer.MAX_VALUE)
                .bitDepth(Integer.MAX_VALUE)
                .alpha(true)
                .animated(true)
                .duration(Optional.of(LARGEST))
                .build();
        Completeness cutOff = new Completeness.CutOff(Long.MAX_VALUE, DEFECT);
        return List.of(
                GIF,
                Probed.unrecognised(DEFECT),
                Probed.readable(Format.PNG, image, new Completeness.Whole(Long.MAX_VALUE), List.of(DEFECT, DEFECT)),
                Probed.readable(Format.MOV, BareVideo.facts(), new Completeness.Undecided(DEFECT), List.of()),
                new Probed(Optional.of(Format.MP4), Kind.VIDEO, Optional.of(full()), Optional.of(cutOff), List.of()));
    }

    private static VideoFacts full() {
        PixelSize size = new PixelSize(LARGEST, SMALLEST);
        return VideoFacts.builder()
                .brand(new VideoFacts.Brand(Optional.of(ODD), Standing.LISTED))
                .codec(ODD)
                .coded(List.of(size, PixelSize.of(1, Long.MAX_VALUE)))
                .shown(Optional.of(size))
                .trackHeader(Optional.of(size))
                .rotation(OptionalInt.of(270))
                .mirrored(true)
                .durations(new VideoFacts.Durations(
                        Optional.of(LARGEST),
                        Optional.of(new Fraction(0, Long.MAX_VALUE)),
                        Optional.of(SMALLEST),
                        Optional.of(new Fraction(20, 2))))
                .enabledVideo(Integer.MAX_VALUE)
                .audio(true)
                .fragmented(true)
                .build();
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void extreme_values_come_back_as_they_were(Probed probed) {
        comesBack(probed);
    }

    @ParameterizedTest
    @EnumSource
    void every_format_comes_back_as_it_was(Format format) {
        comesBack(Probed.named(format, format.kind()));
    }

    @ParameterizedTest
    @EnumSource
    void every_orientation_comes_back_as_it_was(ExifOrientation orientation) {
        ImageFacts image = ImageFacts.builder()
                .width(4)
                .height(3)
                .orientation(Optional.of(orientation))
                .coding("grey")
                .components(1)
                .bitDepth(8)
                .build();
        comesBack(Probed.readable(Format.JPEG, image, Completeness.Whole.EXACT, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void every_gravity_comes_back_as_it_was(Malformed.Gravity gravity) {
        comesBack(Probed.malformed(
                Format.PNG,
                new Malformed(
                        MalformedCode.CHUNK_LENGTH,
                        gravity,
                        1,
                        Phrase.of("defects:png.ihdr-length").with("length", 12),
                        "PNG 11.2.1")));
    }

    @ParameterizedTest
    @EnumSource
    void every_standing_of_a_brand_comes_back_as_it_was(Standing standing) {
        VideoFacts all = full();
        VideoFacts facts = VideoFacts.builder()
                .brand(new VideoFacts.Brand(Optional.of("qt  "), standing))
                .codec(all.codec())
                .coded(all.coded())
                .shown(all.shown())
                .trackHeader(all.trackHeader())
                .rotation(all.rotation())
                .mirrored(all.mirrored())
                .durations(all.durations())
                .enabledVideo(all.tracks().enabledVideo())
                .audio(all.tracks().audio())
                .fragmented(all.fragmented())
                .build();
        comesBack(Probed.readable(Format.MOV, facts, Completeness.Whole.EXACT, List.of()));
    }

    @Test
    void facts_that_are_too_long_are_not_encoded() {
        Malformed longest = Malformed.broken(
                MalformedCode.UNKNOWN_FORMAT,
                0,
                Phrase.of("defects:any.unavailable").with("reason", "x".repeat(ProbedCodec.MAX_BYTES)),
                "");

        assertThat(ProbedCodec.encode(Probed.unrecognised(longest))).isEmpty();
    }

    @Test
    void values_of_all_kinds_come_back_as_they_were() {
        Phrase all = Phrase.of("defects:all")
                .with("words", ODD)
                .with("whole", -1)
                .with("decimal", new BigDecimal("-0.000000120"))
                .with("phrase", Phrase.verbatim(ODD))
                .with("list", List.of(Phrase.of(""), Phrase.of("a")));

        comesBack(Probed.unrecognised(Malformed.broken(MalformedCode.EMPTY_FILE, 0, all, "")));
    }

    @Test
    void phrases_within_phrases_come_back_up_to_a_depth_that_none_reaches() {
        Malformed deepest = Malformed.broken(MalformedCode.EMPTY_FILE, 0, Phrase.of("defects:1"), "");
        for (int depth = 2; depth <= PhraseType.MAX_DEPTH; depth++) {
            deepest = deepest.toleratedIn("defects:" + depth);
        }
        comesBack(Probed.unrecognised(deepest));

        byte[] deeper = ProbedCodec.encode(Probed.unrecognised(deepest.toleratedIn("defects:deeper")))
                .orElseThrow();
        assertThat(ProbedCodec.decode(deeper)).isEmpty();
    }

    @Test
    void a_defect_whose_text_is_of_another_file_is_no_facts() {
        byte[] body = ProbedCodec.encode(Probed.unrecognised(DEFECT)).orElseThrow();
        body = Arrays.copyOf(body, body.length - 4);
        body[indexOf(body, (byte) ':') - 1] = 'S';

        assertThat(ProbedCodec.decode(SealedBytes.seal(body))).isEmpty();
    }

    @Test
    void no_truncation_is_facts() {
        for (byte[] bytes : encodings()) {
            for (int length = 0; length < bytes.length; length++) {
                assertThat(ProbedCodec.decode(Arrays.copyOf(bytes, length))).isEmpty();
            }
        }
    }

    @Test
    void no_changed_byte_is_facts() {
        for (byte[] bytes : encodings()) {
            for (int at = 0; at < bytes.length; at++) {
                for (int change = 1; change < 256; change++) {
                    byte[] changed = bytes.clone();
                    changed[at] ^= (byte) change;
                    assertThat(ProbedCodec.decode(changed)).isEmpty();
                }
            }
        }
    }

    /** An attacker may forge the checksum as well: then there are other facts, in their one spelling, or none. */
    @Test
    void no_forged_byte_is_an_exception_or_a_second_spelling() {
        for (byte[] bytes : encodings()) {
            byte[] body = Arrays.copyOf(bytes, bytes.length - 4);
            for (int at = 0; at < body.length; at++) {
                for (int change = 1; change < 256; change++) {
                    byte[] changed = body.clone();
                    changed[at] ^= (byte) change;
                    byte[] forged = SealedBytes.seal(changed);
                    ProbedCodec.decode(forged)
                            .flatMap(ProbedCodec::encode)
                            .ifPresent(again -> assertThat(again).isEqualTo(forged));
                }
            }
        }
    }

    @Test
    void no_forged_truncation_is_facts() {
        for (byte[] bytes : encodings()) {
            for (int length = 0; length < bytes.length - 4; length++) {
                assertThat(ProbedCodec.decode(SealedBytes.seal(Arrays.copyOf(bytes, length))))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_byte_more_is_no_facts() {
        byte[] bytes = ProbedCodec.encode(GIF).orElseThrow();

        assertThat(ProbedCodec.decode(SealedBytes.seal(Arrays.copyOf(bytes, bytes.length - 3))))
                .isEmpty();
    }

    @Test
    void an_image_without_a_width_is_no_facts() {
        byte[] bytes = ProbedCodec.encode(Probed.readable(Format.PNG, small(), Completeness.Whole.EXACT, List.of()))
                .orElseThrow();
        byte[] body = Arrays.copyOf(bytes, bytes.length - 4);
        int width = indexOf(body, (byte) 77);
        body[width] = 0;

        assertThat(ProbedCodec.decode(SealedBytes.seal(body))).isEmpty();
    }

    @Test
    void a_count_of_bytes_beyond_63_bits_is_no_facts() {
        Completeness whole = new Completeness.Whole(Long.MAX_VALUE);
        byte[] bytes = ProbedCodec.encode(Probed.readable(Format.PNG, small(), whole, List.of()))
                .orElseThrow();
        byte[] body = Arrays.copyOf(bytes, bytes.length - 4);
        int last = body.length - 2; // nine bytes of seven bits each, and the number of defects behind them
        byte[] longer = Arrays.copyOf(body, body.length + 1);
        longer[last] = (byte) 0xFF;
        longer[last + 1] = 1;
        longer[last + 2] = 0;

        assertThat(ProbedCodec.decode(SealedBytes.seal(longer))).isEmpty();
    }

    private static ImageFacts small() {
        return ImageFacts.builder()
                .width(77)
                .height(3)
                .coding("grey")
                .components(1)
                .bitDepth(8)
                .build();
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        throw new AssertionError("there is no such byte");
    }

    private static List<byte[]> encodings() {
        List<Probed> all = new ArrayList<>(extremes());
        for (String name : List.of("clip.mov", "truncated-moov-lost.mp4", "photo-exif-orientation-6.jpg")) {
            all.add(probed(name));
        }
        return all.stream()
                .flatMap(probed -> ProbedCodec.encode(probed).stream())
                .toList();
    }

    private static Probed probed(String sample) {
        return ((Inspection.Seen) Preflight.standard().inspect(Testdata.file(sample))).probed();
    }

    private static void comesBack(Probed probed) {
        assertThat(ProbedCodec.decode(ProbedCodec.encode(probed).orElseThrow())).contains(probed);
    }
}
