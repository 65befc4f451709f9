package io.mediapreflight.ffmpeg.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Fraction;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a copy of an input must be, whoever made it by the plan. */
record MatrixCopy(MatrixRow row, Path original, Path copy, FixPlan.Ready plan, Path directory) {
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

    /** Within two frames; where the original does not say how long it is, the plan has the end that it has at the latest. */
    private void checkDuration(VideoFacts video, Map<String, String> probed) {
        Optional<Fraction> planned =
                video.durations().videoTrack().or(() -> video.durations().container());
        double frames = Likeness.ratio(probed.get("avg_frame_rate"));
        double seconds = Double.parseDouble(probed.get("duration"));
        assertThat(seconds)
                .as("the duration")
                .isBetween(
                        planned.orElseThrow().toDecimal().doubleValue() - 2 / frames - 0.001,
                        planned.orElseThrow().toDecimal().doubleValue() + 2 / frames + 0.001);
    }
}
