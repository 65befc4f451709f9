package io.mediapreflight.spring;

import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Measured;
import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.Fraction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One finding in problem details, with the keys that it has in the JSON of reports. */
final class FindingEntry {
    private FindingEntry() {}

    /**
     * Of values that every JSON library writes.
     *
     * @param field the argument or the property that it is about
     */
    static Map<String, Object> of(Finding finding, Optional<String> field) {
        Map<String, Object> entry = new LinkedHashMap<>();
        field.ifPresent(name -> entry.put("field", name));
        entry.put("rule", finding.rule().id());
        entry.put("severity", finding.severity().id());
        entry.put("message", finding.message());
        entry.put("actual", finding.actual());
        entry.put("limit", finding.limit());
        List<Map<String, Object>> measured = finding.measured().stream()
                .filter(value -> value.number().isPresent())
                .map(FindingEntry::measured)
                .toList();
        if (!measured.isEmpty()) {
            entry.put("measured", measured);
        }
        finding.bound().filter(Bound::hasNumbers).ifPresent(bound -> entry.put("bound", bound(bound)));
        entry.put("fix", finding.fix().advice());
        return entry;
    }

    private static Map<String, Object> measured(Measured value) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("reading", value.reading());
        value.number().map(Fraction::toDecimal).ifPresent(number -> entry.put("value", number));
        entry.put("unit", value.unit());
        return entry;
    }

    private static Map<String, Object> bound(Bound bound) {
        Map<String, Object> entry = new LinkedHashMap<>();
        bound.min().map(Fraction::toDecimal).ifPresent(min -> entry.put("min", min));
        bound.max().map(Fraction::toDecimal).ifPresent(max -> entry.put("max", max));
        entry.put("unit", bound.unit());
        return entry;
    }
}
