package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.text.Phrase;
import java.nio.file.Path;

/** What became of a file that was to be fixed. The file itself is as it was in any case. */
public sealed interface FixResult {
    /**
     * There is a copy that passes, and has the planned size and duration.
     *
     * @param path of the copy
     * @param verdict on the copy, by the same limits and by FFmpeg decoding every frame; it has no finding
     * @param plan that was carried out
     */
    record Fixed(Path path, MediaVerdict verdict, FixPlan.Ready plan) implements FixResult {}

    /** The file passes as it is. */
    record NotNeeded() implements FixResult {}

    /**
     * There is no plan, and no copy.
     *
     * @param reason a sentence
     */
    record Impossible(Phrase reason) implements FixResult {}

    /**
     * There is a plan, and no copy.
     *
     * @param reason a sentence: what is still wrong with the copy, or what went wrong
     */
    record Failed(Phrase reason) implements FixResult {}
}
