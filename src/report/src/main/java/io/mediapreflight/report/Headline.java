package io.mediapreflight.report;

import io.mediapreflight.Verdict;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.probe.codec.MediaTables;
import io.mediapreflight.rule.Rounding;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;

/** What a person wants to know of a file at a glance: {@code MP4 1280x720, 9.98 s, 5.2 MB}. */
final class Headline implements FactSink {
    private static final int HALF_TURN = 180;

    private long width;
    private long height;
    private long displayWidth;
    private long displayHeight;
    private long rotation;
    private boolean animated;
    private Optional<Fraction> container = Optional.empty();
    private Optional<Fraction> videoTrack = Optional.empty();

    private final List<Fraction> bounds;

    private Headline(Limits limits) {
        bounds = List.of(
                limits.videoMinSeconds(),
                limits.videoMaxSeconds(Orientation.IMAGE),
                limits.videoMaxSeconds(Orientation.VIDEO));
    }

    /** Empty where nothing is known. */
    static String of(Verdict verdict) {
        StringBuilder text = new StringBuilder();
        if (verdict.format().isPresent()) {
            text.append(verdict.format().get().label());
        }
        Optional<MediaFacts> facts = verdict.facts();
        if (facts.isPresent()) {
            Headline headline = new Headline(verdict.limits());
            MediaTables.report(facts.get(), headline);
            headline.append(text);
        }
        if (verdict.bytes().isPresent()) {
            text.append(text.isEmpty() ? "" : ", ");
            appendBytes(text, verdict.bytes().get());
        }
        if (verdict.decoderResult().isPresent()) {
            appendDecoding(text, verdict.decoderResult().get().decoding());
        }
        return text.toString();
    }

    /** That the file was decoded, too, and how far. What came of it otherwise is a finding. */
    private static void appendDecoding(StringBuilder text, Decoding decoding) {
        if (decoding instanceof Decoding.Decoded decoded) {
            String key = decoded.depth() == Depth.EVERY_FRAME ? "report:decoded.every-frame" : "report:decoded";
            text.append(text.isEmpty() ? "" : ", ").append(Phrase.of(key));
        }
    }

    @Override
    public void put(String key, String value) {
        // No text is worth the room in a line of few words.
    }

    @Override
    public void put(String key, long value) {
        switch (key) {
            case "width" -> width = value;
            case "height" -> height = value;
            case "displayWidth" -> displayWidth = value;
            case "displayHeight" -> displayHeight = value;
            case "rotation" -> rotation = value;
            default -> {}
        }
    }

    @Override
    public void put(String key, boolean value) {
        animated |= value && key.equals("animated");
    }

    @Override
    public void put(String key, Fraction value) {
        switch (key) {
            case "durationSeconds" -> container = Optional.of(value);
            case "videoTrackSeconds" -> videoTrack = Optional.of(value);
            default -> {}
        }
    }

    private void append(StringBuilder text) {
        if (width > 0) {
            appendSizes(text);
        }
        if (animated) {
            text.append(", ").append(Phrase.of("report:animated"));
        }
        Optional<Fraction> seconds = container.isPresent() ? container : videoTrack;
        if (seconds.isPresent()) {
            text.append(", ").append(Rounding.of(seconds.get(), bounds)).append(" s");
        }
    }

    /** The stored size, and behind it the shown one where that is another. */
    private void appendSizes(StringBuilder text) {
        boolean turned = rotation % HALF_TURN != 0;
        long shownWidth = turned ? displayHeight : displayWidth;
        long shownHeight = turned ? displayWidth : displayHeight;
        text.append(' ').append(width).append('x').append(height);
        if (shownWidth != width || shownHeight != height) {
            text.append(' ').append(Phrase.of("report:shown").with("dimensions", shownWidth + "x" + shownHeight));
        }
    }

    private static void appendBytes(StringBuilder text, ByteCount bytes) {
        String size = Quantity.bytes(bytes.atLeast());
        text.append(bytes.isExact() ? size : Phrase.of("report:at-least").with("amount", size));
    }
}
