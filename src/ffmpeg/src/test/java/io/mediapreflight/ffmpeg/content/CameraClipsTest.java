package io.mediapreflight.ffmpeg.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mediapreflight.ffmpeg.content.CameraClips.Clip;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How a camera that moves is distinguished from a figure that does. Prints the table of the module's README. The thresholds were chosen by the
 * clips of {@link #SEEN}; those of {@link #HELD_OUT} are of other seeds and other noise, and no threshold was changed for them.
 */
class CameraClipsTest {
    private static final long[] SEEN = {1, 2};
    private static final long[] HELD_OUT = {201, 202};

    private record Result(Clip clip, boolean said) {}

    @Test
    void a_pan_is_reported_and_a_figure_before_a_fixed_camera_is_not() {
        assertThat(CameraClips.of(1, false, 2))
                .filteredOn(clip -> clip.category().equals("pan, 20 % a second, figure walks along")
                        || clip.category().equals("figure, 30 %, dances"))
                .extracting(Clip::moves, CameraClipsTest::says)
                .containsExactly(tuple(true, true), tuple(false, false));
    }

    @Test
    @Tag("heavy")
    void cameras_are_found_and_figures_are_not_taken_for_them() {
        List<Result> seen = watched(SEEN, 2, 3);
        List<Result> heldOut = watched(HELD_OUT, 1.5, 3.5);
        System.out.println(table(seen, heldOut));
        assertThat(precision(seen)).isGreaterThan(0.9);
        assertThat(precision(heldOut)).isGreaterThan(0.9);
        assertThat(recall(heldOut)).isGreaterThan(0.6);
    }

    private static List<Result> watched(long[] seeds, double naturalNoise, double builtNoise) {
        List<Clip> clips = new ArrayList<>();
        for (long seed : seeds) {
            clips.addAll(CameraClips.of(seed, false, naturalNoise));
            clips.addAll(CameraClips.of(seed + 10, true, builtNoise));
        }
        return clips.parallelStream().map(clip -> new Result(clip, says(clip))).toList();
    }

    private static boolean says(Clip clip) {
        SplittableRandom random = new SplittableRandom(clip.category().hashCode());
        VideoContent content = new VideoContent(Limits.klingV3MotionControl());
        for (int i = 0; i < CameraClips.FRAMES; i++) {
            byte[] luma = View.recorded(clip.frames().apply(i), clip.noise(), random);
            content.add(new LumaFrame(CameraClips.at(i), View.WIDTH, View.HEIGHT, luma));
        }
        return content.advice(CameraClips.at(CameraClips.FRAMES)).stream()
                .map(Advice::id)
                .anyMatch(AdviceId.VIDEO_CAMERA::equals);
    }

    private static double precision(List<Result> results) {
        return (double) count(results, true, true) / (count(results, true, true) + count(results, false, true));
    }

    private static double recall(List<Result> results) {
        return (double) count(results, true, true) / (count(results, true, true) + count(results, true, false));
    }

    private static long count(List<Result> results, boolean moves, boolean said) {
        return results.stream()
                .filter(each -> each.clip().moves() == moves && each.said() == said)
                .count();
    }

    private static String table(List<Result> seen, List<Result> heldOut) {
        StringBuilder table =
                new StringBuilder("| made videos | camera moves | videos | said | held out: videos | said |\n");
        table.append("| --- | --- | --- | --- | --- | --- |\n");
        Map<String, List<Result>> others =
                ClipTable.byCategory(heldOut, result -> result.clip().category());
        ClipTable.byCategory(seen, result -> result.clip().category()).forEach((category, results) -> {
            List<Result> other = others.getOrDefault(category, List.of());
            table.append("| " + category + " | " + (results.get(0).clip().moves() ? "yes" : "no") + " | "
                    + results.size() + " | " + said(results) + " | " + other.size() + " | " + said(other) + " |\n");
        });
        return table.append(ClipTable.quality(precision(seen), recall(seen), precision(heldOut), recall(heldOut)))
                .toString();
    }

    private static long said(List<Result> results) {
        return results.stream().filter(Result::said).count();
    }
}
