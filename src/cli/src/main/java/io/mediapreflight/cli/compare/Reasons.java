package io.mediapreflight.cli.compare;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for the reason of a difference. Each is seen in the two values and the file: none is a matter of belief. */
final class Reasons {
    /** What a program that decodes knows without a header. */
    private static final Set<Fact> READ_FROM_FRAMES = EnumSet.of(Fact.BIT_DEPTH, Fact.FRAME_RATE, Fact.DURATION);

    private static final Set<Fact> OF_A_TRACK = EnumSet.of(
            Fact.WIDTH,
            Fact.HEIGHT,
            Fact.DISPLAY_WIDTH,
            Fact.DISPLAY_HEIGHT,
            Fact.ROTATION,
            Fact.FRAME_RATE,
            Fact.VIDEO_CODEC,
            Fact.BIT_DEPTH);

    /** What a protected track is called in place of its codec (ISO/IEC 14496-12 8.12). */
    private static final String ENCRYPTED = "encv";

    /** Of cinema, of television and of twice those. */
    private static final List<Double> USUAL_RATES =
            List.of(15.0, 23.976, 24.0, 25.0, 29.97, 30.0, 48.0, 50.0, 59.94, 60.0, 119.88, 120.0, 240.0);

    private static final double SAME_RATE = 0.001;

    /** Of a short clip whose last frame is longer, the average is off by about so much. */
    private static final double NEAR = 0.02;

    private Reasons() {}

    static Optional<Reason> of(Fact fact, OwnFacts own, Said theirs) {
        if (isZero(fact, theirs)) {
            return Optional.of(Reason.zero());
        }
        if (!own.facts().containsKey(fact) && own.defect().isPresent()) {
            return Optional.of(Reason.damaged(own.defect().get().toString()));
        }
        boolean isShapeOpen = fact == Fact.DISPLAY_WIDTH && !own.readings().containsKey("sampleAspectRatio");
        if (isShapeOpen || (!own.facts().containsKey(fact) && READ_FROM_FRAMES.contains(fact))) {
            return Optional.of(Reason.notInHeaders());
        }
        return otherReading(fact, own, theirs)
                .map(Reason::otherReading)
                .or(() -> otherPart(fact, own, theirs))
                .or(() -> rate(fact, own, theirs))
                .or(() -> otherTrack(fact, own));
    }

    /** Of a size, a duration and a frame rate it is no value, and programs print it for lack of one. */
    static boolean isZero(Fact fact, Said theirs) {
        boolean isOfFrames = fact.isSide() || fact.isDuration() || fact == Fact.FRAME_RATE;
        return isOfFrames && isZero(theirs);
    }

    private static Optional<Reason> otherPart(Fact fact, OwnFacts own, Said theirs) {
        double ours =
                own.facts().containsKey(fact) ? own.facts().get(fact).number().orElse(0) : 0;
        boolean isLess = theirs.number().orElse(ours) < ours;
        if (fact.isSide() && own.is(OwnFacts.GRID) && isLess) {
            return Optional.of(Reason.tile());
        }
        if (fact.isDuration() && own.is("fragmented") && isLess) {
            return Optional.of(Reason.fragments());
        }
        return fact == Fact.VIDEO_CODEC && theirs.text().equals(ENCRYPTED)
                ? Optional.of(Reason.encrypted())
                : Optional.empty();
    }

    private static Optional<Reason> rate(Fact fact, OwnFacts own, Said theirs) {
        if (fact != Fact.FRAME_RATE) {
            return Optional.empty();
        }
        double ours =
                own.facts().containsKey(fact) ? own.facts().get(fact).number().orElse(0) : 0;
        double rate = theirs.number().orElse(0);
        boolean isUsual = USUAL_RATES.stream().anyMatch(usual -> Math.abs(usual - rate) < SAME_RATE);
        if (isUsual && Math.abs(rate - ours) <= NEAR * ours) {
            return Optional.of(Reason.usualRate());
        }
        return own.is("variableFrameRate") ? Optional.of(Reason.variableRate()) : Optional.empty();
    }

    static boolean isZero(@Nullable Said said) {
        return said != null && said.number().orElse(1) == 0;
    }

    private static Optional<Reason> otherTrack(Fact fact, OwnFacts own) {
        long tracks = own.readings().getOrDefault("enabledVideoTracks", 0.0).longValue();
        return tracks > 1 && OF_A_TRACK.contains(fact) ? Optional.of(Reason.severalTracks(tracks)) : Optional.empty();
    }

    private static Optional<String> otherReading(Fact fact, OwnFacts own, Said theirs) {
        for (Map.Entry<String, Double> reading : own.readings().entrySet()) {
            String key = reading.getKey();
            boolean concerns = (fact.isDuration() && key.endsWith("Seconds"))
                    || (fact.isSide() && (key.endsWith("idth") || key.endsWith("eight") || key.startsWith("other")));
            if (concerns && Said.number(reading.getValue(), 0).isSameAs(theirs)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
