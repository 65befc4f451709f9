package io.mediapreflight.ffmpeg;

import io.mediapreflight.ffmpeg.agreement.HeaderReadings;
import io.mediapreflight.spec.Limits;
import java.nio.file.Path;

/** Examines files where FFmpeg may allocate little, which holds for a process as a whole: bytes, then files. */
final class ScarceMemory {
    private ScarceMemory() {}

    public static void main(String[] args) {
        Natives.load();
        Natives.limitAllocation(Long.parseLong(args[0]));
        for (int i = 1; i < args.length; i++) {
            Path file = Path.of(args[i]);
            System.out.println(InProcessExaminer.builder(Limits.klingV3MotionControl())
                    .build()
                    .examine(file, HeaderReadings.probed(file).orElseThrow())
                    .decoderResult()
                    .orElseThrow()
                    .decoding());
        }
    }
}
