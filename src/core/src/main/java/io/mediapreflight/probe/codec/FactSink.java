package io.mediapreflight.probe.codec;

import io.mediapreflight.spec.Fraction;

/** Takes facts by their public keys, each in the type that it has. */
public interface FactSink {
    void put(String key, String value);

    void put(String key, long value);

    void put(String key, boolean value);

    /** A number that need not be whole, such as seconds; reports show it as a decimal number. */
    void put(String key, Fraction value);
}
