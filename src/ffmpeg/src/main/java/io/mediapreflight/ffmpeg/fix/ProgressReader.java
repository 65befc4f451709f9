package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads what FFmpeg's {@code -progress} prints. */
final class ProgressReader {
    private static final String TIME = "out_time_us=";
    private static final long MICROS = 1_000_000;

    private final Path file;
    private final Fraction planned;
    private final Consumer<FixProgress> listener;

    ProgressReader(Path file, FixPlan.Ready plan, Consumer<FixProgress> listener) {
        this.file = file;
        this.planned = plan.planned() instanceof VideoFacts video
                ? video.durations().videoTrack().orElse(Fraction.of(0))
                : Fraction.of(0);
        this.listener = listener;
    }

    /** Before the first frame it prints N/A or less than nothing. */
    void line(String line) {
        if (!line.startsWith(TIME)) {
            return;
        }
        try {
            long micros = Long.parseLong(line.strip().substring(TIME.length()));
            if (micros >= 0) {
                listener.accept(new FixProgress(file, new Fraction(micros, MICROS), planned));
            }
        } catch (NumberFormatException e) {
            // Not a time.
        }
    }
}
