package io.mediapreflight.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules broken alone and together: what a plan leads to keeps every limit, and looks like the original. */
class PlannedCopyTest {
    private static final Limits LIMITS = Limits.klingV3MotionControl();

    /** Two pixels of the shortest side that is allowed: what rounding to even sides costs. */
    private static final double STRETCH = 2.0 / 340;

    private static final long[][] SIDES = {
        {640, 360}, {641, 361}, {320, 240}, {240, 1000}, {4096, 2160}, {3851, 3851}, {339, 3850}, {5000, 345}
    };

    static Stream<Arguments> videos() {
        List<Arguments> videos = new ArrayList<>();
        for (long[] side : SIDES) {
            for (long millis : new long[] {3000, 9990, 10_000, 12_000, 29_990, 31_000}) {
                for (int rotation : new int[] {0, 90}) {
                    for (Orientation orientation : Orientation.values()) {
                        videos.add(Arguments.of(side[0], side[1], millis, rotation, orientation));
                    }
                }
            }
        }
        return videos.stream();
    }

    @ParameterizedTest
    @MethodSource("videos")
    void a_video_gets_into_every_limit(long width, long height, long millis, int rotation, Orientation orientation) {
        Mp4Builder clip = Mp4Builder.clip()
                .duration(1000, millis)
                .video(track -> track.size(width, height).turnedClockwise(rotation))
                .track(TrackBuilder.audio().duration(1000, millis));
        MediaVerdict verdict = Judged.video(clip.bytes(), orientation);
        if (verdict.passed()) {
            assertThat(verdict.plan(Shape.PAD)).isEqualTo(new FixPlan.NotNeeded());
            return;
        }
        for (Shape shape : Shape.values()) {
            VideoFacts copy = (VideoFacts) Planned.ready(verdict, shape).planned();
            PixelSize size = copy.coded().get(0);
            assertThat(List.of(size.width(), size.height()))
                    .allMatch(LIMITS.videoSide()::contains)
                    .allMatch(side -> side.numerator() % 2 == 0);
            assertThat(copy.durations().all())
                    .allMatch(seconds -> seconds.isAtMost(LIMITS.videoMaxSeconds(orientation)))
                    .allMatch(seconds -> seconds.isAtLeast(LIMITS.videoMinSeconds()));
            assertThat(stretch(
                            Planned.ready(verdict, shape), rotation == 0 ? ratio(width, height) : ratio(height, width)))
                    .isLessThan(STRETCH);
        }
    }

    static Stream<Arguments> images() {
        List<Arguments> images = new ArrayList<>();
        for (long[] side :
                new long[][] {{299, 299}, {100, 1000}, {1000, 100}, {1, 65_535}, {12_000, 3000}, {300, 751}}) {
            for (int orientation = 1; orientation <= 8; orientation++) {
                images.add(Arguments.of(side[0], side[1], orientation));
            }
        }
        return images.stream();
    }

    @ParameterizedTest
    @MethodSource("images")
    void an_image_gets_into_every_limit(long width, long height, int orientation) {
        MediaVerdict verdict = Judged.image(JpegBuilder.image()
                .size(width, height)
                .exif(orientation, ByteOrder.LITTLE_ENDIAN)
                .bytes());
        for (Shape shape : Shape.values()) {
            ImageFacts copy = (ImageFacts) Planned.ready(verdict, shape).planned();
            long longer = Math.max(copy.width(), copy.height());
            long shorter = Math.min(copy.width(), copy.height());
            assertThat(List.of(longer, shorter)).allMatch(LIMITS.imageSide()::contains);
            assertThat(new Fraction(longer, shorter).isAtMost(LIMITS.imageAspectRatio()))
                    .isTrue();
        }
    }

    /** How far the sides that the frame is scaled to are from its own, as a part. */
    private static double stretch(FixPlan.Ready plan, double ratio) {
        return plan.steps().stream()
                .filter(Step.Scale.class::isInstance)
                .map(Step.Scale.class::cast)
                .mapToDouble(scale -> {
                    // A side that padding or cropping completes is rounded to two pixels, too.
                    double shorter = Math.min(scale.width(), scale.height());
                    double off = Math.abs(ratio(scale.width(), scale.height()) / ratio - 1);
                    return off - 1 / shorter;
                })
                .max()
                .orElse(0);
    }

    private static double ratio(long width, long height) {
        return (double) width / height;
    }
}
