package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.probe.codec.CorruptEncodingException;
import io.mediapreflight.probe.codec.FactTypes;
import io.mediapreflight.probe.codec.PackedInput;
import io.mediapreflight.spec.LimitKey;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.LimitsBuilder;

/** Reads what {@link LimitsWriter} wrote. */
final class LimitsReader {
    private final PackedInput in;

    LimitsReader(PackedInput in) {
        this.in = in;
    }

    Limits limits() throws CorruptEncodingException {
        LimitsBuilder limits = Limits.builder();
        for (LimitKey key : LimitKey.values()) {
            key.set(limits, value(key.type()));
        }
        return limits.build();
    }

    private Object value(LimitKey.Type type) throws CorruptEncodingException {
        return switch (type) {
            case TEXT -> in.text();
            case TEXTS -> FactTypes.TEXT.list().read(in);
            case WHOLE, NUMBER -> FactTypes.FRACTION.read(in);
        };
    }
}
