package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.GifBuilder;
import io.mediapreflight.fixture.HeifBuilder;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.WebpBuilder;
import io.mediapreflight.spec.AdviceId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the header of an image gives cause for, although no limit is about it. */
class ImageAdviceTest {
    private static final byte[] TWO_FRAMES = PngBuilder.chunk("acTL", Bytes.u32(2), Bytes.u32(0));

    static Stream<Arguments> images() {
        return Stream.of(
                image("a plain PNG", PngBuilder.image().bytes()),
                image("a plain JPEG", JpegBuilder.image().bytes()),
                image("a PNG with alpha", PngBuilder.image().colour(6, 8).bytes(), AdviceId.IMAGE_ALPHA),
                image(
                        "a PNG with a transparent colour",
                        PngBuilder.image()
                                .before(PngBuilder.chunk("tRNS", Bytes.zeros(6)))
                                .bytes(),
                        AdviceId.IMAGE_ALPHA),
                image("an animated PNG", PngBuilder.image().before(TWO_FRAMES).bytes(), AdviceId.IMAGE_ANIMATION),
                image("a PNG of 16 bits", PngBuilder.image().colour(2, 16).bytes(), AdviceId.IMAGE_BIT_DEPTH),
                image(
                        "a PNG of 16 bits with alpha that is animated",
                        PngBuilder.image().colour(6, 16).before(TWO_FRAMES).bytes(),
                        AdviceId.IMAGE_ALPHA,
                        AdviceId.IMAGE_ANIMATION,
                        AdviceId.IMAGE_BIT_DEPTH),
                image("a WebP with alpha", WebpBuilder.lossless(400, 400, true).bytes(), AdviceId.IMAGE_ALPHA),
                image("an animated WebP", WebpBuilder.animation(400, 400, 2).bytes(), AdviceId.IMAGE_ANIMATION),
                image("an animated GIF", GifBuilder.of(400, 400).frame().frame().bytes(), AdviceId.IMAGE_ANIMATION),
                image(
                        "a HEIC of 10 bits",
                        HeifBuilder.heic(400, 400)
                                .property(HeifBuilder.pixi(10, 10, 10))
                                .bytes(),
                        AdviceId.IMAGE_BIT_DEPTH));
    }

    private static Arguments image(String what, byte[] bytes, AdviceId... advice) {
        return Arguments.of(what, bytes, List.of(advice));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    void advises_against_what_the_service_may_take_in_a_way_of_its_own(
            String what, byte[] bytes, List<AdviceId> advice) {
        assertThat(Judged.image(bytes).advice()).as(what).map(Advice::id).isEqualTo(advice);
    }

    @Test
    void changes_no_outcome() {
        assertThat(Judged.image(PngBuilder.image().colour(6, 16).bytes()).passed())
                .isTrue();
    }

    @Test
    void has_no_advice_for_an_image_on_an_image_in_the_slot_of_a_video() {
        assertThat(Judged.video(GifBuilder.of(400, 400).frame().frame().bytes()).advice())
                .isEmpty();
    }
}
