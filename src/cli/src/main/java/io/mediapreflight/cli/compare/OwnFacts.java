package io.mediapreflight.cli.compare;

import io.mediapreflight.Verdict;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.probe.codec.MediaTables;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a check found out about a file.
 *
 * @param facts those that are compared
 * @param readings all numbers by their keys, other readings of sizes and durations among them
 * @param defect what is wrong with the headers, where no fact could be read of them
 * @param hasProbe whether the headers of such a file are read at all
 */
record OwnFacts(Map<Fact, Said> facts, Map<String, Double> readings, Optional<Malformed> defect, boolean hasProbe) {
    static final String GRID = "grid";

    /** Whether a flag is set. */
    boolean is(String flag) {
        return readings.getOrDefault(flag, 0.0) == 1;
    }

    static OwnFacts of(Verdict verdict) {
        Map<Fact, Said> facts = new EnumMap<>(Fact.class);
        Readings readings = new Readings(facts);
        verdict.kind().map(Kind::id).ifPresent(kind -> facts.put(Fact.KIND, Said.word(kind)));
        verdict.format().map(Format::id).ifPresent(format -> facts.put(Fact.FORMAT, Said.word(format)));
        Optional<MediaFacts> media = verdict.facts();
        media.ifPresent(each -> MediaTables.report(each, readings));
        media.filter(VideoFacts.class::isInstance)
                .map(VideoFacts.class::cast)
                .ifPresent(video -> otherReadings(video, readings.all));
        media.filter(ImageFacts.class::isInstance)
                .map(ImageFacts.class::cast)
                .filter(ImageFacts::isGrid)
                .ifPresent(image -> readings.all.put(GRID, 1.0));
        // An image without a tag is upright, and a program may say so.
        media.filter(each -> !(each instanceof VideoFacts))
                .ifPresent(image -> facts.putIfAbsent(Fact.EXIF_ORIENTATION, Said.number(1, 0)));
        Optional<Malformed> defect = media.isPresent()
                ? Optional.empty()
                : verdict.probed().flatMap(probed -> probed.defects().stream().findFirst());
        return new OwnFacts(
                facts,
                readings.all,
                defect,
                verdict.format().map(Format::hasProbe).orElse(false));
    }

    private static void otherReadings(VideoFacts video, Map<String, Double> all) {
        Stream.concat(video.trackHeader().stream(), video.configured().stream()).forEach(size -> put(size, all));
        video.coded().forEach(size -> put(size, all));
        video.tracks().disabled().forEach(size -> put(size, all));
        for (Fraction seconds : video.durations().otherMovie()) {
            all.putIfAbsent("otherMovieSeconds", decimal(seconds));
        }
    }

    private static void put(PixelSize size, Map<String, Double> all) {
        all.putIfAbsent("otherWidth" + all.size(), decimal(size.width()));
        all.putIfAbsent("otherHeight" + all.size(), decimal(size.height()));
    }

    private static double decimal(Fraction value) {
        return value.toDecimal().doubleValue();
    }

    /** Takes facts as reports do. */
    private static final class Readings implements FactSink {
        private final Map<Fact, Said> facts;
        private final Map<String, Double> all = new HashMap<>();

        Readings(Map<Fact, Said> facts) {
            this.facts = facts;
        }

        private void put(String key, Said said) {
            for (Fact fact : Fact.values()) {
                if (fact.key().equals(key)) {
                    facts.put(fact, fact == Fact.VIDEO_CODEC ? Codecs.said(said.text()) : said);
                }
            }
        }

        @Override
        public void put(String key, String value) {
            all.put(key, 1.0); // that it is known
            put(key, Said.word(value));
        }

        @Override
        public void put(String key, long value) {
            all.put(key, (double) value);
            put(key, Said.number((double) value, 0));
        }

        @Override
        public void put(String key, boolean value) {
            all.put(key, value ? 1.0 : 0);
            put(key, Said.word(String.valueOf(value)));
        }

        @Override
        public void put(String key, Fraction value) {
            all.put(key, decimal(value));
            put(key, Said.number(decimal(value), 0));
        }
    }
}
