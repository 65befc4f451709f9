package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * A made video, of which all is known.
 *
 * @param times when each frame is shown
 * @param end when the last one ends
 * @param frames the luma of each, not yet noisy
 * @param cuts the frames that begin another shot
 * @param said what should be said of it beside cuts
 */
record MadeClip(
        String category,
        long seed,
        List<Fraction> times,
        Fraction end,
        double noise,
        IntFunction<float[]> frames,
        List<Integer> cuts,
        Set<AdviceId> said) {

    Result watch() {
        SplittableRandom random = new SplittableRandom(seed);
        VideoContent content = new VideoContent(Limits.klingV3MotionControl());
        for (int i = 0; i < times.size(); i++) {
            byte[] luma = View.recorded(frames.apply(i), noise, random);
            content.add(new LumaFrame(times.get(i), View.WIDTH, View.HEIGHT, luma));
        }
        VideoFindings findings = content.findings(end);
        EnumSet<AdviceId> found = EnumSet.noneOf(AdviceId.class);
        findings.advice(Limits.klingV3MotionControl(), content.motion()).forEach(each -> found.add(each.id()));
        found.remove(AdviceId.VIDEO_CUT);
        found.remove(AdviceId.VIDEO_CAMERA); // in most of them it moves a little; CameraClipsTest asks for it
        return new Result(this, findings.cuts(), found);
    }

    /** What was found in it. */
    record Result(MadeClip clip, List<Fraction> found, Set<AdviceId> said) {
        /** Cuts found, to a frame. */
        long right() {
            return clip.cuts.stream()
                    .filter(cut -> found.stream().anyMatch(at -> isNear(cut, at)))
                    .count();
        }

        long wrong() {
            return found.stream()
                    .filter(at -> clip.cuts.stream().noneMatch(cut -> isNear(cut, at)))
                    .count();
        }

        private boolean isNear(int cut, Fraction at) {
            return Math.abs(clip.times.indexOf(at) - cut) <= 1;
        }
    }
}
