package io.mediapreflight.spark;

import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.LimitKey;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.LimitsBuilder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** Limits in a form that Java serializes, by their keys: what they are made of is not serializable. */
final class PortableLimits implements Serializable {
    private static final long serialVersionUID = 1L;

    private final EnumMap<LimitKey, Serializable> values = new EnumMap<>(LimitKey.class);

    private PortableLimits() {}

    static PortableLimits of(Limits limits) {
        PortableLimits portable = new PortableLimits();
        for (LimitKey key : LimitKey.values()) {
            portable.values.put(key, portable(key.value(limits)));
        }
        return portable;
    }

    private static Serializable portable(Object value) {
        if (value instanceof Fraction number) {
            return new long[] {number.numerator(), number.denominator()};
        }
        if (value instanceof List<?> texts) {
            return new ArrayList<>(texts.stream().map(Object::toString).toList());
        }
        return value.toString();
    }

    Limits limits() {
        LimitsBuilder limits = Limits.klingV3MotionControl().toBuilder();
        values.forEach((key, value) ->
                key.set(limits, value instanceof long[] number ? new Fraction(number[0], number[1]) : value));
        return limits.build();
    }
}
