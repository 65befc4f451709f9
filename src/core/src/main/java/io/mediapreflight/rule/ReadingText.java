package io.mediapreflight.rule;

import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Messages;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was measured, in words: one value where all readings agree, each with its name where they do not. */
final class ReadingText {
    private static final String READING = "reading.";
    private static final String MAJOR_BRAND = "majorBrand";

    private final Messages messages = Messages.current();
    private final List<Measured> measured;
    private final List<Fraction> bounds;
    private final List<Reading> readings = new ArrayList<>();

    ReadingText(Finding finding) {
        this.measured = finding.measured();
        this.bounds = finding.bound().stream()
                .flatMap(bound -> Stream.of(bound.min(), bound.max(), bound.maxGenerous()))
                .flatMap(Optional::stream)
                .toList();
        read();
    }

    private void read() {
        for (int i = 0; i < measured.size(); i++) {
            Measured each = measured.get(i);
            boolean isWidth = each.side().isPresent() && i + 1 < measured.size();
            String value = isWidth ? size(each, measured.get(++i)) : value(each);
            readings.add(new Reading(each.reading(), value));
        }
    }

    /** Whether the readings differ. */
    boolean differ() {
        return readings.stream().map(Reading::value).distinct().count() > 1;
    }

    /** Whether they are two: how long a video plays, and how long it is with what its edit list hides. */
    boolean hideAPart() {
        Optional<String> played = named("videoTrack");
        Optional<String> stored = named("videoMedia");
        return stored.isPresent()
                && played.isPresent()
                && !stored.equals(played)
                && readings.stream().allMatch(each -> isPlayed(each, played.get()) || isStored(each, stored.get()));
    }

    private static boolean isPlayed(Reading reading, String played) {
        return !reading.name().equals("videoSamples") && reading.value().equals(played);
    }

    private static boolean isStored(Reading reading, String stored) {
        boolean isOfMedia =
                reading.name().equals("videoMedia") || reading.name().equals("videoSamples");
        return isOfMedia && reading.value().equals(stored);
    }

    /** Such as {@code 10.03 s (container), 9.98 s (video track)}. */
    String listed() {
        return differ()
                ? joined("list.comma", each -> each.value() + " (" + messages.text(READING + each.name()) + ")")
                : first();
    }

    /** Such as {@code 10.03 s by its container and 9.98 s by its video track}; of several that agree, the first one. */
    String said() {
        Map<String, Reading> distinct = new LinkedHashMap<>();
        readings.forEach(each -> distinct.putIfAbsent(each.value(), each));
        return messages.enumerated(distinct.values().stream()
                .map(each -> each.value() + " " + messages.text(READING + each.name() + ".by"))
                .toList());
    }

    private String first() {
        return readings.isEmpty() ? "" : readings.get(0).value();
    }

    private String joined(String separator, Function<Reading, String> words) {
        return readings.stream().map(words).collect(Collectors.joining(messages.text(separator)));
    }

    /** The value of the reading of that name. */
    Optional<String> named(String reading) {
        for (Reading each : readings) {
            if (each.name().equals(reading)) {
                return Optional.of(each.value());
            }
        }
        return Optional.empty();
    }

    /** The whole number of that reading. */
    @Nullable
    Long number(String reading) {
        for (Measured each : measured) {
            if (each.reading().equals(reading) && each.number().isPresent()) {
                return each.number().get().numerator();
            }
        }
        return null;
    }

    private String size(Measured width, Measured height) {
        String size = rounded(width.number().orElseThrow()) + "x"
                + rounded(height.number().orElseThrow());
        return messages.fill(messages.text("unit.px"), Map.of("value", size)::get);
    }

    private String value(Measured each) {
        if (each.name().isPresent()) {
            String name = each.name().get();
            return each.reading().equals(MAJOR_BRAND)
                    ? name
                    : Format.of(name).map(Format::label).orElse(name);
        }
        Fraction number = each.number().orElseThrow();
        return switch (each.unit()) {
            case Bound.RATIO -> ratio(number);
            case Bound.SECONDS -> messages.fill(messages.text("unit.s"), Map.of("value", rounded(number))::get);
            case Bound.TRACKS -> rounded(number);
            default ->
                messages.text(Phrase.of("unit." + each.unit() + (each.reading().equals("atLeast") ? ".atLeast" : ""))
                        .with("value", number.numerator()));
        };
    }

    /** Of width to height, the larger number over 1. */
    private String ratio(Fraction widthToHeight) {
        if (widthToHeight.isAtLeast(Fraction.of(1))) {
            return rounded(widthToHeight) + ":1";
        }
        return "1:"
                + rounded(new Fraction(
                        /* numerator= */ widthToHeight.denominator(), /* denominator= */ widthToHeight.numerator()));
    }

    private String rounded(Fraction number) {
        return Rounding.of(number, bounds);
    }

    private record Reading(String name, String value) {}
}
