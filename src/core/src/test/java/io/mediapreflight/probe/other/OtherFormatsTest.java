package io.mediapreflight.probe.other;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.GifBuilder;
import io.mediapreflight.fixture.HeifBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.WebpBuilder;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Limits;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Formats that the published limits do not accept: everything is said of them, and limits that accept them judge them in full. */
class OtherFormatsTest {
    private static final Limits LIMITS = Limits.klingV3MotionControl();

    private static final Preflight ACCEPTING = Preflight.with(LIMITS.toBuilder()
            .imageFormats(EnumSet.of(Format.WEBP, Format.GIF, Format.HEIC, Format.AVIF))
            .build());

    private static final Map<String, byte[]> IMAGES = Map.of(
            "lossy WebP", WebpBuilder.lossy(640, 480).bytes(),
            "lossless WebP", WebpBuilder.lossless(640, 480, true).bytes(),
            "animated WebP", WebpBuilder.animation(640, 480, 3).bytes(),
            "GIF", GifBuilder.of(640, 480).frame().bytes(),
            "animated GIF", GifBuilder.of(640, 480).looping().frame().frame().bytes(),
            "HEIC", HeifBuilder.heic(640, 480).bytes(),
            "HEIC of tiles", HeifBuilder.grid(640, 480, 1, 2, 512).bytes(),
            "AVIF", HeifBuilder.avif(640, 480).bytes());

    private static List<String> accepted(byte[] bytes) {
        return Judged.findings(ACCEPTING.check(BytesSource.of(bytes), Subject.image()));
    }

    static Stream<String> names() {
        return IMAGES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void fails_by_its_format_alone_where_nothing_else_is_wrong(String name) {
        assertThat(Judged.findings(Judged.image(IMAGES.get(name)))).containsExactly("image.format=fail");
    }

    @ParameterizedTest
    @MethodSource("names")
    void passes_under_limits_that_accept_it(String name) {
        assertThat(accepted(IMAGES.get(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void no_beginning_of_it_passes(String name) {
        byte[] whole = IMAGES.get(name);
        assertThat(IntStream.range(0, whole.length)
                        .filter(length -> accepted(Arrays.copyOf(whole, length)).isEmpty()))
                .isEmpty();
    }

    @Test
    void says_everything_that_is_wrong_with_a_webp_at_once() {
        byte[] webp = WebpBuilder.lossy(299, 900)
                .chunk("XMP ", new byte[(int) LIMITS.imageSize().generousBytes()])
                .bytes();
        assertThat(Judged.findings(Judged.image(webp)))
                .containsExactly(
                        "image.format=fail", "image.size=fail", "image.dimensions=fail", "image.aspect-ratio=fail");
    }

    @Test
    void judges_the_size_and_shape_of_what_it_accepts() {
        assertThat(accepted(HeifBuilder.grid(299, 900, 2, 1, 512).bytes()))
                .containsExactly("image.dimensions=fail", "image.aspect-ratio=fail");
    }

    @Test
    void says_that_an_unaccepted_image_is_cut_off_too() {
        byte[] webp = IMAGES.get("lossy WebP");
        assertThat(Judged.findings(Judged.image(Arrays.copyOf(webp, webp.length - 1))))
                .containsExactly("image.format=fail", "image.complete=fail");
    }

    @Test
    void does_not_know_whether_a_long_gif_that_ends_otherwise_is_whole() {
        byte[] gif = GifBuilder.of(640, 480).frame(640, 480, 2, 1000).withoutTrailer();
        assertThat(accepted(gif)).containsExactly("image.complete=unknown");
        assertThat(Judged.findings(Judged.image(gif))).containsExactly("image.format=fail");
    }

    @Test
    void an_animation_in_the_video_slot_is_judged_as_the_video_that_it_is_not() {
        byte[] gif = GifBuilder.of(339, 480)
                .control(50, false)
                .frame()
                .control(50, false)
                .frame()
                .bytes();
        assertThat(Judged.findings(Judged.video(gif)))
                .containsExactly(
                        "media.kind=fail", "video.container=fail", "video.dimensions=fail", "video.duration.min=fail");
    }

    @Test
    void an_animation_whose_duration_is_not_known_is_not_judged_by_it() {
        byte[] gif = GifBuilder.of(640, 480)
                .looping()
                .frame(640, 480, 2, 1000)
                .frame()
                .bytes();
        assertThat(Judged.findings(Judged.video(gif))).containsExactly("media.kind=fail", "video.container=fail");
    }

    @Test
    void a_still_image_in_the_video_slot_has_no_size_that_a_video_must_have() {
        assertThat(Judged.findings(Judged.video(WebpBuilder.lossy(16, 16).bytes())))
                .containsExactly("media.kind=fail", "video.container=fail");
    }

    @Test
    void a_header_that_nothing_can_make_sense_of_explains_what_is_missing() {
        byte[] heic = IMAGES.get("HEIC");
        byte[] renamed = Bytes.patched(heic, Bytes.indexOf(heic, "ispe"), Bytes.text("free"));
        assertThat(accepted(renamed)).containsExactly("image.readable=fail");
    }

    /** The stored size, and what a clean aperture leaves of it. */
    @ParameterizedTest
    @CsvSource({
        "640, 480, 640, 480, pass",
        "640, 480, 299, 400, warn",
        "250, 480, 240, 400, fail",
        "640, 480, 600, 400, pass"
    })
    void a_clean_aperture_is_a_reading_of_the_size(
            int width, int height, int shownWidth, int shownHeight, String outcome) {
        byte[] heif = HeifBuilder.heic(width, height)
                .property(HeifBuilder.clap(shownWidth, shownHeight, 0, 0, 1))
                .bytes();

        assertThat(accepted(heif))
                .isEqualTo(outcome.equals("pass") ? List.of() : List.of("image.dimensions=" + outcome));
    }
}
