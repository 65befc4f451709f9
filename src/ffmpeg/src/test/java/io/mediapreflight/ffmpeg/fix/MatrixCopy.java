package io.mediapreflight.ffmpeg.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Subject;
import java.nio.file.Path;
import java.util.Map;

/** What a copy of an input must be, made by the fix or by the printed command. */
record MatrixCopy(MatrixRow row, Path original, Path copy, FixPlan.Ready plan, Path directory) {
    /** FFmpeg's program prints microseconds. */
    private static final double ROUNDED = 1e-6;

    /** The copy passes, every frame of it decodes, and it has the planned size and duration and looks like the original. */
    void check(Subject subject) throws Exception {
        assertThat(Preflight.standard().check(copy, subject).findings()).isEmpty();
        Likeness likeness = new Likeness(row, original, copy, directory);
        assertThat(likeness.complaints()).as("what FFmpeg complains of").isEmpty();
        Map<String, String> probed = likeness.probed();
        assertThat(probed.get("width") + "x" + probed.get("height"))
                .as("the size")
                .isEqualTo(plannedSize());
        if (plan.planned() instanceof VideoFacts video) {
            checkDuration(video, probed);
        }
        double alike = likeness.measure();
        assertThat(alike)
                .as("%s is not like its original: %s", copy.getFileName(), Tool.number(alike))
                .isGreaterThan(row.threshold());
    }

    private String plannedSize() {
        if (plan.planned() instanceof ImageFacts image) {
            return image.width() + "x" + image.height();
        }
        return ((VideoFacts) plan.planned()).coded().get(0).toString();
    }

    /** Within two frames; of an original that does not say how long it is, the plan knows when the copy ends at the latest. */
    private void checkDuration(VideoFacts video, Map<String, String> probed) {
        double planned = video.durations()
                .videoTrack()
                .or(() -> video.durations().container())
                .orElseThrow()
                .toDecimal()
                .doubleValue();
        double frames = 2 / Likeness.ratio(probed.get("avg_frame_rate")) + ROUNDED;
        double seconds = Double.parseDouble(probed.get("duration"));
        boolean isKnown = !(Preflight.standard().check(original).facts().orElse(null) instanceof ImageFacts image)
                || image.duration().isPresent();
        assertThat(seconds).as("the duration").isBetween(isKnown ? planned - frames : 0, planned + frames);
    }
}
