package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.spec.Fraction;
import java.nio.file.Path;

/**
 * How far a copy has come. A copy that is made a second time, since the first one was too large, begins again.
 *
 * @param file the original
 * @param done the seconds of the copy that are written
 * @param planned the seconds that the copy will have; 0 for an image
 */
public record FixProgress(Path file, Fraction done, Fraction planned) {}
