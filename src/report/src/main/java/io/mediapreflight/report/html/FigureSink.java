package io.mediapreflight.report.html;

import io.mediapreflight.Verdict;
import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.report.Wording;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/** The numbers of a file that are sorted and plotted. Zero is what is not known. */
final class FigureSink implements FactSink {
    private static final int HALF_TURN = 180;

    private long width;
    private long height;
    private long rotation;
    private long bytes;
    private Optional<Fraction> container = Optional.empty();
    private Optional<Fraction> videoTrack = Optional.empty();

    private FigureSink() {}

    static FigureSink of(Verdict verdict) {
        FigureSink figures = new FigureSink();
        Wording.facts(verdict, figures);
        return figures;
    }

    @Override
    public void put(String key, String value) {
        // No text is plotted.
    }

    @Override
    public void put(String key, long value) {
        switch (key) {
            case "displayWidth" -> width = value;
            case "displayHeight" -> height = value;
            case "rotation" -> rotation = value;
            case "bytes", "bytesAtLeast" -> bytes = value;
            default -> {}
        }
    }

    @Override
    public void put(String key, boolean value) {
        // Nor is what is so or not.
    }

    @Override
    public void put(String key, Fraction value) {
        switch (key) {
            case "durationSeconds" -> container = Optional.of(value);
            case "videoTrackSeconds" -> videoTrack = Optional.of(value);
            default -> {}
        }
    }

    private boolean isTurned() {
        return rotation % HALF_TURN != 0;
    }

    /** As it is shown, upright. */
    long width() {
        return isTurned() ? height : width;
    }

    /** Likewise. */
    long height() {
        return isTurned() ? width : height;
    }

    long bytes() {
        return bytes;
    }

    /** By the container, else by the video track. */
    Optional<Fraction> seconds() {
        return container.isPresent() ? container : videoTrack;
    }
}
