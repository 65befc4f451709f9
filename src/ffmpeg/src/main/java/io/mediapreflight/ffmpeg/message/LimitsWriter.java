package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.probe.codec.FactTypes;
import io.mediapreflight.probe.codec.PackedOutput;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.LimitKey;
import io.mediapreflight.spec.Limits;
import java.util.List;

/** Writes a profile of limits, all of it; {@link LimitsReader} reads it in the same order. */
final class LimitsWriter {
    private final PackedOutput out;

    LimitsWriter(PackedOutput out) {
        this.out = out;
    }

    void limits(Limits limits) {
        for (LimitKey key : LimitKey.values()) {
            Object value = key.value(limits);
            switch (key.type()) {
                case TEXT -> out.text((String) value);
                case TEXTS -> out.list((List<?>) value, each -> out.text((String) each));
                case WHOLE, NUMBER -> FactTypes.FRACTION.write(out, (Fraction) value);
            }
        }
    }
}
