package io.mediapreflight.rule;

import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts several readings of one thing into words: one value where they agree, each with its name where they do not. */
final class Sentences {
    private Sentences() {}

    static String durations(VideoFacts.Durations durations) {
        List<Named> named = new ArrayList<>();
        add(named, durations.container(), "container");
        add(named, durations.longestTrack(), "longest track");
        add(named, durations.videoTrack(), "video track");
        add(named, durations.videoMedia(), "its media without the edit list");
        return named.isEmpty() ? "a time that no header tells" : joined(named);
    }

    private static void add(List<Named> named, Optional<Fraction> seconds, String name) {
        seconds.ifPresent(value -> named.add(new Named(value.toDecimalString() + " s", name)));
    }

    static String sizes(VideoFacts video) {
        List<Named> named = new ArrayList<>();
        video.coded().forEach(size -> named.add(new Named(words(size), "coded")));
        video.shown().ifPresent(size -> named.add(new Named(words(size), "shown")));
        video.trackHeader().ifPresent(size -> named.add(new Named(words(size), "track header")));
        return joined(named);
    }

    private static String words(PictureSize size) {
        return size + " px";
    }

    private static String joined(List<Named> named) {
        if (named.stream().map(Named::value).distinct().count() == 1) {
            return named.get(0).value();
        }
        StringBuilder text = new StringBuilder();
        for (Named each : named) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(each.value())
                    .append(" (")
                    .append(each.name())
                    .append(')');
        }
        return text.toString();
    }

    private record Named(String value, String name) {}
}
