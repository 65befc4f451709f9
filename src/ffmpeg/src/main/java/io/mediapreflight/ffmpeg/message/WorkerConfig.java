package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.decoder.Depth;
import io.mediapreflight.spec.Limits;
import java.time.Duration;

/**
 * What a worker receives before its first file.
 *
 * @param limits by which advice is given
 * @param depth how much is decoded
 * @param fileTime after which the worker is killed: an orderly end comes before
 * @param nativeBytes how much FFmpeg may allocate
 */
public record WorkerConfig(Limits limits, Depth depth, Duration fileTime, long nativeBytes) {}
