package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.probe.codec.CorruptEncodingException;
import io.mediapreflight.probe.codec.FactType;
import io.mediapreflight.probe.codec.PackedInput;
import io.mediapreflight.spec.LimitKey;
import io.mediapreflight.spec.Limits;

/** Reads what {@link LimitsWriter} wrote. */
final class LimitsReader {
    private final PackedInput in;

    LimitsReader(PackedInput in) {
        this.in = in;
    }

    Limits limits() throws CorruptEncodingException {
        Limits.Builder limits = Limits.builder();
        for (LimitKey key : LimitKey.values()) {
            key.set(limits, value(key.type()));
        }
        return limits.build();
    }

    private Object value(LimitKey.Type type) throws CorruptEncodingException {
        return switch (type) {
            case TEXT -> in.text();
            case TEXTS -> FactType.TEXT.packed().list().read(in);
            case WHOLE, NUMBER -> FactType.FRACTION.packed().read(in);
        };
    }
}
