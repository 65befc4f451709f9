package io.mediapreflight.ffmpeg.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.ffmpeg.content.MadeClip.Result;
import io.mediapreflight.spec.AdviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How cuts and the rest are found in made videos. Prints the tables of the module's README. The thresholds were chosen
 * by the videos of {@link #SEEN}; those of {@link #HELD_OUT} were made afterwards from other seeds and other noise, and no
 * threshold was changed for them.
 */
class MadeClipsTest {
    private static final long[] SEEN = {1, 2};
    private static final long[] HELD_OUT = {101, 102};

    /** One with three cuts, and one with flashes and none: what the other tests do for all takes minutes. */
    private static final List<String> SOME = List.of("cut, same brightness", "flash, white");

    private static List<Result> seen = List.of();
    private static List<Result> heldOut = List.of();

    @Test
    void cuts_are_found_to_a_frame_and_flashes_are_no_cuts() {
        List<Result> some = MadeClips.of(1, true, 3).parallelStream()
                .filter(clip -> SOME.contains(clip.category()))
                .map(MadeClip::watch)
                .toList();
        assertThat(some).hasSameSizeAs(SOME);
        assertThat(sum(some, MadeClipsTest::cuts)).isEqualTo(3);
        assertThat(sum(some, Result::right)).isEqualTo(3);
        assertThat(sum(some, Result::wrong)).isZero();
    }

    private static List<Result> watched(long[] seeds, double naturalNoise, double builtNoise) {
        List<MadeClip> clips = new ArrayList<>();
        for (long seed : seeds) {
            clips.addAll(MadeClips.of(seed, false, naturalNoise));
            clips.addAll(MadeClips.of(seed + 10, true, builtNoise));
        }
        return clips.parallelStream().map(MadeClip::watch).toList();
    }

    @Test
    @Tag("heavy")
    void cuts_are_found_and_little_else_is_taken_for_one() {
        watchAll();
        assertThat(recall(seen)).isGreaterThan(0.9);
        assertThat(precision(seen)).isGreaterThan(0.9);
    }

    private static void watchAll() {
        if (seen.isEmpty()) {
            seen = watched(SEEN, 2, 3);
            heldOut = watched(HELD_OUT, 1.5, 3.5);
            System.out.println(cutTable());
            System.out.println(adviceTable());
        }
    }

    @Test
    @Tag("heavy")
    void cuts_are_found_as_well_in_videos_that_no_threshold_was_chosen_by() {
        watchAll();
        assertThat(recall(heldOut)).isGreaterThan(0.9);
        assertThat(precision(heldOut)).isGreaterThan(0.9);
    }

    private static double recall(List<Result> results) {
        return (double) sum(results, Result::right) / sum(results, MadeClipsTest::cuts);
    }

    private static double precision(List<Result> results) {
        long right = sum(results, Result::right);
        return (double) right / (right + sum(results, Result::wrong));
    }

    private static long cuts(Result result) {
        return result.clip().cuts().size();
    }

    private static long sum(List<Result> results, ToLongFunction<Result> figure) {
        return results.stream().mapToLong(figure).sum();
    }

    private static String cutTable() {
        StringBuilder table = new StringBuilder();
        table.append("| made videos | videos | cuts | found | false | held out: cuts | found | false |\n");
        table.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        Map<String, List<Result>> others =
                ClipTable.byCategory(heldOut, result -> result.clip().category());
        ClipTable.byCategory(seen, result -> result.clip().category()).forEach((category, results) -> {
            List<Result> other = others.getOrDefault(category, List.of());
            table.append(row(category, 2 * results.size(), results, other));
        });
        table.append(row("**all**", seen.size() + heldOut.size(), seen, heldOut));
        return table.append(ClipTable.quality(precision(seen), recall(seen), precision(heldOut), recall(heldOut)))
                .toString();
    }

    private static String row(String category, int videos, List<Result> results, List<Result> other) {
        return "| " + category + " | " + videos + " | " + sum(results, MadeClipsTest::cuts) + " | "
                + sum(results, Result::right) + " | " + sum(results, Result::wrong) + " | "
                + sum(other, MadeClipsTest::cuts) + " | " + sum(other, Result::right) + " | "
                + sum(other, Result::wrong) + " |\n";
    }

    private static String adviceTable() {
        StringBuilder table = new StringBuilder("| advice | due | given | missed | false | where it errs |\n");
        table.append("| --- | --- | --- | --- | --- | --- |\n");
        List<Result> all = new ArrayList<>(seen);
        all.addAll(heldOut);
        for (AdviceId id : List.of(
                AdviceId.VIDEO_BLACK,
                AdviceId.VIDEO_FROZEN,
                AdviceId.VIDEO_STILL,
                AdviceId.VIDEO_MOTION_HIGH,
                AdviceId.VIDEO_SHOT)) {
            long due =
                    all.stream().filter(each -> each.clip().said().contains(id)).count();
            long given = all.stream().filter(each -> each.said().contains(id)).count();
            long right = all.stream()
                    .filter(each ->
                            each.said().contains(id) && each.clip().said().contains(id))
                    .count();
            List<String> where = all.stream()
                    .filter(each ->
                            each.said().contains(id) != each.clip().said().contains(id))
                    .map(each -> each.clip().category())
                    .distinct()
                    .toList();
            table.append("| `" + id.id() + "` | " + due + " | " + given + " | " + (due - right) + " | "
                    + (given - right) + " | " + String.join("; ", where) + " |\n");
        }
        return table.toString();
    }
}
