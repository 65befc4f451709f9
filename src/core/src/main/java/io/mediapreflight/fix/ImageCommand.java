package io.mediapreflight.fix;

import io.mediapreflight.spec.Format;
import java.util.List;

/** FFmpeg's arguments for a plan whose copy is an image. */
final class ImageCommand {
    /** FFmpeg writes EXIF into PNG since 8.1, whatever becomes of other metadata; 31 is its number, which has no name here. */
    private static final String WITHOUT_EXIF = "sidedata=mode=delete:type=31,";

    private ImageCommand() {}

    static List<String> of(FixPlan.Ready plan, String input, String output) {
        // Which way up is for the plan to say: versions of FFmpeg differ in whose orientation they know.
        Arguments arguments = new Arguments().add("-noautorotate").input(plan.source(), false, input);
        if (plan.source() != Format.HEIC && plan.source() != Format.AVIF) {
            arguments.add("-map", "0:v:0");
        }
        arguments.add("-frames:v", "1");
        boolean strips = plan.steps().stream().anyMatch(Step.StripMetadata.class::isInstance);
        if (strips) {
            arguments.add("-map_metadata", "-1");
        }
        String before = strips ? WITHOUT_EXIF : "";
        Step last = plan.steps().get(plan.steps().size() - 1);
        if (last instanceof Step.EncodeJpeg jpeg) {
            filter(arguments, plan.steps(), before + "scale=out_color_matrix=bt601:out_range=full")
                    .add("-c:v", "mjpeg", "-q:v", Integer.toString(jpeg.quantizer()), "-pix_fmt", "yuvj420p");
        } else {
            boolean alpha = last instanceof Step.EncodePng png && png.alpha();
            filter(arguments, plan.steps(), before + "format=" + (alpha ? "rgba" : "rgb24"))
                    .add("-c:v", "png");
        }
        // With -update, a % in the name is no number of an image.
        return arguments.add("-f", "image2", "-update", "1").output(output);
    }

    private static Arguments filter(Arguments arguments, List<Step> steps, String last) {
        boolean isTiled = steps.stream().anyMatch(step -> step instanceof Step.WholeImage whole && whole.tiled());
        return isTiled ? arguments.filtersOnTiles(steps, last) : arguments.filters(steps, last);
    }
}
