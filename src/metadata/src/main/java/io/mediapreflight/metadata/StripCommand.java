package io.mediapreflight.metadata;

import io.mediapreflight.rule.Fix;
import io.mediapreflight.spec.Format;
import java.util.List;

/** Commands that write a copy of a file without its metadata, with the same image, turned the same way. */
final class StripCommand {
    private StripCommand() {}

    static List<String> of(Format format) {
        return switch (format) {
            case JPEG -> image("jpg");
            case PNG -> image("png");
            case MOV -> video("mov");
            default -> video("mp4");
        };
    }

    /** Not the colour profile, without which colours change, nor the orientation. */
    private static List<String> image(String extension) {
        return List.of(
                "exiftool",
                "-all=",
                "--icc_profile:all",
                "-tagsFromFile",
                "@",
                "-IFD0:Orientation",
                "-o",
                Fix.OUTPUT + "." + extension,
                Fix.INPUT);
    }

    /** Copies packets of video and audio alone: the rotation is kept, all else is left out. */
    private static List<String> video(String extension) {
        return List.of(
                "ffmpeg",
                "-i",
                "file:" + Fix.INPUT,
                "-map",
                "0:v:0",
                "-map",
                "0:a?",
                "-map_metadata",
                "-1",
                "-map_chapters",
                "-1",
                "-c",
                "copy",
                "file:" + Fix.OUTPUT + "." + extension);
    }
}
