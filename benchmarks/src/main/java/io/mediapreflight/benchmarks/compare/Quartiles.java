package io.mediapreflight.benchmarks.compare;

import java.util.stream.DoubleStream;

/** The median of some values, and the quartiles around it. */
record Quartiles(double lower, double median, double upper) {
    static Quartiles of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        return new Quartiles(sorted[sorted.length / 4], sorted[sorted.length / 2], sorted[sorted.length * 3 / 4]);
    }
}
