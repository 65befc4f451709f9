package io.mediapreflight.fix;

import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Kind;
import java.util.List;
import java.util.Map;

/** FFmpeg's arguments for a plan whose copy is a video. */
final class VideoCommand {
    /**
     * The frames of an animation at equal distances, as short as browsers show them: behind any other filter FFmpeg 5.1 forgets how long
     * the last one is shown.
     */
    private static final String ANIMATION = "scale=out_color_matrix=bt709:out_range=limited,fps=50";

    /** ITU-T H.264 and H.265: supplemental enhancement information; AV1: metadata. */
    private static final Map<String, String> TEXT_UNITS =
            Map.of("avc1", "6", "hvc1", "39-40", "hev1", "39-40", "av01", "5");

    private VideoCommand() {}

    static List<String> of(FixPlan.Ready plan, String input, String output, VideoEncoder encoder) {
        boolean isAnimation = plan.source().kind() == Kind.IMAGE;
        Arguments arguments = new Arguments().input(plan.source(), isAnimation, input);
        for (Step step : plan.steps()) {
            if (step instanceof Step.EncodeVideo encode) {
                encodeVideo(arguments, encode, plan, encoder);
            } else {
                addStep(arguments, step);
            }
        }
        if (plan.steps().stream().anyMatch(Step.EncodeVideo.class::isInstance)) {
            // An animation is RGB, of which FFmpeg makes the colours of standard definition without this filter.
            arguments.filters(plan.steps(), isAnimation ? ANIMATION : "");
            if (isAnimation || plan.steps().stream().anyMatch(Step.ToneMap.class::isInstance)) {
                arguments.add("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709");
            }
        }
        if (plan.steps().stream().anyMatch(Step.StripMetadata.class::isInstance)) {
            strip(arguments, plan.steps());
        }
        return arguments.add("-movflags", "+faststart").output(output);
    }

    /** What is copied without being encoded may have texts between its frames, in units of these types. */
    private static void strip(Arguments arguments, List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.CopyVideo copy && TEXT_UNITS.containsKey(copy.codec())) {
                arguments.add("-bsf:v", "filter_units=remove_types=" + TEXT_UNITS.get(copy.codec()));
            }
        }
    }

    private static void addStep(Arguments arguments, Step step) {
        if (step instanceof Step.KeepTracks keep) {
            String video = keep.trackId().map(id -> "i:" + id).orElse("V:0");
            // Chapters would become a track of their own, which may last longer than the video.
            arguments.add("-map", "0:" + video, "-map", "0:a:0?", "-map_chapters", "-1");
        } else if (step instanceof Step.Trim trim) {
            arguments.add("-t", trim.seconds().toDecimalString());
        } else if (step instanceof Step.CopyVideo copy) {
            arguments.add("-c:v", "copy");
            if (copy.codec().equals("hvc1")) {
                arguments.add("-tag:v", "hvc1"); // FFmpeg writes hev1, which QuickTime does not play
            }
        } else if (step instanceof Step.StripMetadata) {
            arguments.add("-map_metadata", "-1"); // of the file, its tracks and its chapters
        } else if (step instanceof Step.CopyAudio) {
            arguments.add("-c:a", "copy");
        } else if (step instanceof Step.EncodeAudio audio) {
            arguments.add("-c:a", "aac", "-b:a", Long.toString(audio.bitsPerSecond()));
            if (audio.mixedDown()) {
                arguments.add("-ac", "2");
            }
        }
    }

    private static void encodeVideo(
            Arguments arguments, Step.EncodeVideo encode, FixPlan.Ready plan, VideoEncoder encoder) {
        PixelSize frame = ((VideoFacts) plan.planned()).coded().get(0);
        arguments.add(encoder.arguments(encode.maxBitsPerSecond(), frame).toArray(String[]::new));
        if (encode.variableFrameRate()) {
            arguments.add("-fps_mode", "vfr");
        }
    }
}
