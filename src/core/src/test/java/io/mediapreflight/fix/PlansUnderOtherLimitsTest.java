package io.mediapreflight.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.LimitsBuilder;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.SizeLimit;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Limits of a caller's own, under which no copy, or another one, passes. */
class PlansUnderOtherLimitsTest {
    private static final Limits LIMITS = Limits.klingV3MotionControl();

    private static MediaVerdict video(LimitsBuilder limits) {
        byte[] bytes = Mp4Builder.clip().video(track -> track.size(320, 240)).bytes();
        return Preflight.with(limits.build()).check(BytesSource.of(bytes), Subject.video(Orientation.VIDEO));
    }

    private static MediaVerdict image(int side, LimitsBuilder limits) {
        byte[] bytes = JpegBuilder.image().size(side, side).bytes();
        return Preflight.with(limits.build()).check(BytesSource.of(bytes), Subject.image());
    }

    @Test
    void a_video_for_which_too_few_bits_are_left_has_no_plan() {
        assertThat(Planned.reason(video(LIMITS.toBuilder().videoSize(SizeLimit.bytes(20_000)))))
                .isEqualTo("limits");
    }

    @Test
    void a_video_of_a_container_that_is_not_written_has_no_plan() {
        assertThat(Planned.reason(video(LIMITS.toBuilder().videoFormats(Set.of(Format.WEBM)))))
                .isEqualTo("formats");
    }

    @Test
    void an_image_of_a_format_that_is_not_written_has_no_plan() {
        assertThat(Planned.reason(image(200, LIMITS.toBuilder().imageFormats(Set.of(Format.WEBP)))))
                .isEqualTo("formats");
    }

    @Test
    void a_jpeg_becomes_a_png_where_that_alone_is_accepted() {
        FixPlan.Ready plan = Planned.ready(image(200, LIMITS.toBuilder().imageFormats(Set.of(Format.PNG))));
        assertThat(plan.format()).isEqualTo(Format.PNG);
        assertThat(Planned.steps(plan)).contains("scale up to 300x300 (adds no detail)");
    }

    @Test
    void a_png_has_no_more_pixels_than_fit_whatever_they_show() {
        FixPlan.Ready plan = Planned.ready(
                image(1000, LIMITS.toBuilder().imageFormats(Set.of(Format.PNG)).imageSize(SizeLimit.bytes(300_000))));
        ImageFacts copy = (ImageFacts) plan.planned();
        long uncompressed = copy.height() * (1 + 3 * copy.width());
        assertThat(uncompressed).isBetween(295_000L, 299_000L);
    }
}
