package io.mediapreflight.ffmpeg.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class VideoContentTest {
    private static final int RATE = 10;
    private static final View ONE = View.of(World.natural(7));
    private static final View OTHER = View.of(World.natural(8));

    @Test
    void says_nothing_of_a_video_without_frames() {
        assertThat(new VideoContent(Limits.klingV3MotionControl()).advice(Fraction.of(5)))
                .isEmpty();
    }

    @Test
    void says_nothing_of_one_steady_shot() {
        assertThat(advice(50, i -> walking(ONE, i))).isEmpty();
    }

    @Test
    void reports_when_the_camera_moves() {
        List<Advice> advice = advice(60, i -> ONE.moved(Math.max(0, i - 30), 0).frame());
        assertThat(advice)
                .extracting(Advice::id)
                .containsExactly(AdviceId.VIDEO_CAMERA, AdviceId.VIDEO_FROZEN, AdviceId.VIDEO_SHOT);
    }

    @Test
    void reports_when_a_cut_is() {
        List<Advice> advice = advice(60, i -> walking(i < 40 ? ONE : OTHER, i));
        assertThat(advice).extracting(Advice::id).containsExactly(AdviceId.VIDEO_CUT);
        assertThat(advice).extracting(Advice::actual).containsExactly("cut at 4 s");
    }

    @Test
    void reports_when_every_cut_is_in_one_advice() {
        List<Advice> advice = advice(75, i -> walking(i / 20 % 2 == 0 ? ONE : OTHER, i));
        assertThat(advice.get(0).actual()).isEqualTo("3 cuts, at 2 s, 4 s and 6 s");
    }

    @Test
    void reports_from_when_to_when_it_is_black_up_to_the_end() {
        List<Advice> advice = advice(50, i -> i < 5 || i >= 45 ? dark() : walking(ONE, i));
        assertThat(advice).extracting(Advice::id).containsExactly(AdviceId.VIDEO_BLACK);
        assertThat(advice.get(0).actual()).isEqualTo("from 0 s to 0.5 s and from 4.5 s to 5 s");
    }

    @Test
    void reports_from_when_to_when_it_stands_still() {
        List<Advice> advice = advice(80, i -> walking(ONE, i < 50 ? i : Math.max(50, i - 20)));
        assertThat(advice).extracting(Advice::id).containsExactly(AdviceId.VIDEO_FROZEN);
        assertThat(advice.get(0).actual()).isEqualTo("from 5 s to 7.1 s");
    }

    @Test
    void calls_a_video_of_one_frame_still() {
        assertThat(advice(1, i -> ONE.frame()))
                .extracting(Advice::id)
                .doesNotContain(AdviceId.VIDEO_FROZEN, AdviceId.VIDEO_CUT);
        assertThat(advice(40, i -> ONE.frame()))
                .extracting(Advice::id)
                .containsExactly(AdviceId.VIDEO_STILL, AdviceId.VIDEO_SHOT);
    }

    @Test
    void does_not_call_a_black_video_still_as_well() {
        assertThat(advice(40, i -> dark()))
                .extracting(Advice::id)
                .containsExactly(AdviceId.VIDEO_BLACK, AdviceId.VIDEO_SHOT);
    }

    @Test
    void does_not_call_frames_that_are_shown_for_a_second_each_frozen() {
        VideoContent video = new VideoContent(Limits.klingV3MotionControl());
        for (int i = 0; i < 5; i++) {
            video.add(new LumaFrame(Fraction.of(i), 32, 18, noise(i)));
        }
        assertThat(video.advice(Fraction.of(5))).extracting(Advice::id).doesNotContain(AdviceId.VIDEO_FROZEN);
    }

    @Test
    void calls_a_single_frame_frozen_that_is_held_for_long() {
        VideoContent video = new VideoContent(Limits.klingV3MotionControl());
        video.add(new LumaFrame(Fraction.of(0), 32, 18, noise(0)));
        video.add(new LumaFrame(Fraction.of(1), 32, 18, noise(1)));
        assertThat(video.advice(Fraction.of(3))).extracting(Advice::id).contains(AdviceId.VIDEO_FROZEN);
    }

    private static byte[] noise(int seed) {
        byte[] luma = new byte[32 * 18];
        new Random(seed).nextBytes(luma);
        return luma;
    }

    @Test
    void asks_for_more_than_the_least_duration_in_one_shot() {
        assertThat(advice(60, i -> walking(i < 30 ? ONE : OTHER, i)))
                .extracting(Advice::id)
                .containsExactly(AdviceId.VIDEO_CUT, AdviceId.VIDEO_SHOT);
        assertThat(advice(61, i -> walking(i < 31 ? ONE : OTHER, i)))
                .extracting(Advice::id)
                .containsExactly(AdviceId.VIDEO_CUT);
    }

    @Test
    void does_not_ask_for_a_longer_shot_where_the_video_is_one() {
        assertThat(advice(30, i -> walking(ONE, i))).isEmpty();
    }

    @Test
    void stops_looking_at_videos_that_are_refused_for_their_duration() {
        VideoContent content = new VideoContent(Limits.klingV3MotionControl());
        byte[] gray = new byte[4];
        for (int i = 0; i < VideoContent.MAX_FRAMES + 1_000; i++) {
            content.add(new LumaFrame(new Fraction(i, 100), 2, 2, gray));
        }
        assertThat(content.advice(Fraction.of(200)).get(0).actual()).isEqualTo("from 0 s to 81.92 s");
    }

    @Test
    void looks_at_frames_of_any_shape() {
        for (int width : new int[] {1, 2, 7, 47, 49, 192}) {
            for (int height : new int[] {1, 3, 48, 97, 192}) {
                VideoContent content = new VideoContent(Limits.klingV3MotionControl());
                SplittableRandom random = new SplittableRandom(1);
                for (int i = 0; i < 12; i++) {
                    byte[] luma = new byte[width * height];
                    random.nextBytes(luma);
                    content.add(new LumaFrame(new Fraction(i, RATE), width, height, luma));
                }
                assertThat(content.findings(Fraction.of(2)).frames()).isEqualTo(12);
            }
        }
    }

    @Test
    void refuses_a_frame_of_another_size() {
        VideoContent content = new VideoContent(Limits.klingV3MotionControl());
        content.add(new LumaFrame(Fraction.of(0), 4, 2, new byte[8]));
        LumaFrame other = new LumaFrame(Fraction.of(1), 2, 4, new byte[8]);
        assertThatThrownBy(() -> content.add(other)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A figure that walks before a fixed camera. */
    private static float[] walking(View view, int i) {
        return view.figure(0.25, 0.25 + 0.008 * i).frame();
    }

    private static float[] dark() {
        return new float[View.WIDTH * View.HEIGHT];
    }

    private static List<Advice> advice(int frames, IntFunction<float[]> video) {
        SplittableRandom random = new SplittableRandom(42);
        VideoContent content = new VideoContent(Limits.klingV3MotionControl());
        for (int i = 0; i < frames; i++) {
            byte[] luma = View.recorded(video.apply(i), 1, random);
            content.add(new LumaFrame(new Fraction(i, RATE), View.WIDTH, View.HEIGHT, luma));
        }
        return content.advice(new Fraction(frames, RATE));
    }
}
