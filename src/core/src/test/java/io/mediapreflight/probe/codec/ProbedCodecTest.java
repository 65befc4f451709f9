package io.mediapreflight.probe.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.VideoFacts.Brand.Standing;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
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
    private static final Malformed DEFECT = Malformed.tolerated(MalformedCode.STRAY_BYTES, Long.MIN_VALUE, ODD, "");

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
        ImageFacts image =
                new ImageFacts(Long.MAX_VALUE, 1, Optional.empty(), ODD, Integer.MAX_VALUE, Integer.MAX_VALUE, true);
        VideoFacts bare = new VideoFacts(
                new VideoFacts.Brand(Optional.empty(), Standing.UNLISTED),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                new VideoFacts.Durations(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new VideoFacts.Tracks(0, false),
                false);
        Completeness cutOff = new Completeness.CutOff(Long.MAX_VALUE, DEFECT);
        return List.of(
                GIF,
                Probed.unrecognised(DEFECT),
                Probed.readable(Format.PNG, image, new Completeness.Whole(Long.MAX_VALUE), List.of(DEFECT, DEFECT)),
                Probed.readable(Format.MOV, bare, new Completeness.Undecided(ODD), List.of()),
                new Probed(Optional.of(Format.MP4), Kind.VIDEO, Optional.of(full()), Optional.of(cutOff), List.of()));
    }

    private static VideoFacts full() {
        PictureSize size = new PictureSize(LARGEST, SMALLEST);
        return new VideoFacts(
                new VideoFacts.Brand(Optional.of(ODD), Standing.LISTED),
                ODD,
                List.of(size, PictureSize.of(1, Long.MAX_VALUE)),
                Optional.of(size),
                Optional.of(size),
                OptionalInt.of(270),
                true,
                new VideoFacts.Durations(
                        Optional.of(LARGEST),
                        Optional.of(new Fraction(0, Long.MAX_VALUE)),
                        Optional.of(SMALLEST),
                        Optional.of(new Fraction(20, 2))),
                new VideoFacts.Tracks(Integer.MAX_VALUE, true),
                true);
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
        ImageFacts image = new ImageFacts(4, 3, Optional.of(orientation), "grey", 1, 8, false);
        comesBack(Probed.readable(Format.JPEG, image, Completeness.Whole.EXACT, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void every_gravity_comes_back_as_it_was(Malformed.Gravity gravity) {
        comesBack(Probed.malformed(
                Format.PNG, new Malformed(MalformedCode.CHUNK_LENGTH, gravity, 1, "IHDR is short", "PNG 11.2.1")));
    }

    @ParameterizedTest
    @EnumSource
    void every_standing_of_a_brand_comes_back_as_it_was(Standing standing) {
        VideoFacts all = full();
        VideoFacts facts = new VideoFacts(
                new VideoFacts.Brand(Optional.of("qt  "), standing),
                all.codec(),
                all.coded(),
                all.shown(),
                all.trackHeader(),
                all.rotation(),
                all.mirrored(),
                all.durations(),
                all.tracks(),
                all.fragmented());
        comesBack(Probed.readable(Format.MOV, facts, Completeness.Whole.EXACT, List.of()));
    }

    @Test
    void facts_that_are_too_long_are_not_encoded() {
        Malformed longest = Malformed.broken(MalformedCode.UNKNOWN_FORMAT, 0, "x".repeat(ProbedCodec.MAX_BYTES), "");

        assertThat(ProbedCodec.encode(Probed.unrecognised(longest))).isEmpty();
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

    /** Somebody may forge the checksum as well: then there are other facts, in their one spelling, or none. */
    @Test
    void no_forged_byte_is_an_exception_or_a_second_spelling() {
        for (byte[] bytes : encodings()) {
            byte[] body = Arrays.copyOf(bytes, bytes.length - 4);
            for (int at = 0; at < body.length; at++) {
                for (int change = 1; change < 256; change++) {
                    byte[] changed = body.clone();
                    changed[at] ^= (byte) change;
                    byte[] forged = ProbedCodec.sealed(changed);
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
                assertThat(ProbedCodec.decode(ProbedCodec.sealed(Arrays.copyOf(bytes, length))))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_byte_more_is_no_facts() {
        byte[] bytes = ProbedCodec.encode(GIF).orElseThrow();

        assertThat(ProbedCodec.decode(ProbedCodec.sealed(Arrays.copyOf(bytes, bytes.length - 3))))
                .isEmpty();
    }

    @Test
    void a_picture_without_a_width_is_no_facts() {
        ImageFacts image = new ImageFacts(0, 3, Optional.empty(), "grey", 1, 8, false);
        isNone(Probed.readable(Format.PNG, image, Completeness.Whole.EXACT, List.of()));
    }

    @Test
    void a_negative_count_of_bytes_is_no_facts() {
        ImageFacts image = new ImageFacts(4, 3, Optional.empty(), "grey", 1, 8, false);
        isNone(Probed.readable(Format.PNG, image, new Completeness.Whole(-1), List.of()));
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

    private static void isNone(Probed probed) {
        assertThat(ProbedCodec.decode(ProbedCodec.encode(probed).orElseThrow())).isEmpty();
    }
}
