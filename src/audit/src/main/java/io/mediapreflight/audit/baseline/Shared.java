package io.mediapreflight.audit.baseline;

import io.mediapreflight.rule.Outcome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Values that many lines have in common, held once: of a million lines few have a reason of their own. */
final class Shared {
    /** Beyond that, values hardly repeat, and the tables would cost more than they save. */
    private static final int MAX_VALUES = 10_000;

    private static final Map<String, Optional<Outcome>> SEVERITIES = Map.of(
            Outcome.WARN.id(), Optional.of(Outcome.WARN),
            Outcome.UNKNOWN.id(), Optional.of(Outcome.UNKNOWN),
            Outcome.FAIL.id(), Optional.of(Outcome.FAIL));

    private final Map<String, Optional<String>> texts = new HashMap<>();
    private final Map<LocalDate, LocalDate> dates = new HashMap<>();

    Optional<String> text(Optional<String> text) {
        return text.isEmpty() ? text : shared(texts, text.get(), text);
    }

    String text(String text) {
        return text(Optional.of(text)).orElse(text);
    }

    LocalDate date(LocalDate date) {
        return shared(dates, date, date);
    }

    /** The severity that findings have under this id. */
    static Optional<Outcome> severity(String id) {
        return SEVERITIES.getOrDefault(id, Optional.empty());
    }

    private static <K, V> V shared(Map<K, V> known, K key, V value) {
        if (known.size() < MAX_VALUES) {
            known.putIfAbsent(key, value);
        }
        return known.getOrDefault(key, value);
    }
}
