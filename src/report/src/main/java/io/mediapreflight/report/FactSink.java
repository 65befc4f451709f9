package io.mediapreflight.report;

import io.mediapreflight.spec.Fraction;

/** Takes facts by their public keys, each in the type that it has. */
interface FactSink {
    void put(String key, String value);

    void put(String key, long value);

    void put(String key, boolean value);

    /** Seconds, told as a decimal number. */
    void put(String key, Fraction value);
}
