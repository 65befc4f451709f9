package io.mediapreflight.report.html;

import io.mediapreflight.rule.Outcome;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many files have about the same value, by outcome: what a plot shows of all files, however many there are. Each step of a value
 * is the same share of it, and values beyond {@link #MAX_STEP} steps from 1 are counted with the last ones, so that there are a few hundred at most.
 */
final class Bins {
    private static final int MAX_STEP = 240; // fifteen powers of ten in sixteenths

    private final int stepsToTen;
    private final Map<Integer, long[]> counts = new TreeMap<>();

    /** @param stepsToTen how many steps lead from a value to ten times as much */
    Bins(int stepsToTen) {
        this.stepsToTen = stepsToTen;
    }

    /** The step of a value above 0. */
    int step(double value) {
        int step = (int) Math.floor(Math.log10(value) * stepsToTen + 1e-9);
        return Math.max(-MAX_STEP, Math.min(MAX_STEP, step));
    }

    void add(double value, Outcome outcome) {
        add(step(value), outcome);
    }

    /** Counts a pair of values. */
    void add(double one, double other, Outcome outcome) {
        add(step(one) * (2 * MAX_STEP + 1) + step(other), outcome);
    }

    private void add(int key, Outcome outcome) {
        counts.computeIfAbsent(key, each -> new long[Severity.ALL.size()])[Severity.of(outcome)]++;
    }

    /** A list of the step and the four numbers for each that has some. */
    void write(PageJson json) {
        json.startArray();
        for (Map.Entry<Integer, long[]> bin : counts.entrySet()) {
            json.startArray().number(bin.getKey());
            numbers(json, bin.getValue());
        }
        json.endArray();
    }

    /** The same for pairs: two steps and the four numbers. */
    void writePairs(PageJson json) {
        json.startArray();
        for (Map.Entry<Integer, long[]> bin : counts.entrySet()) {
            int width = 2 * MAX_STEP + 1;
            int one = Math.floorDiv(bin.getKey() + MAX_STEP, width);
            json.startArray().number(one).number(bin.getKey() - one * width);
            numbers(json, bin.getValue());
        }
        json.endArray();
    }

    private static void numbers(PageJson json, long[] numbers) {
        for (long number : numbers) {
            json.number(number);
        }
        json.endArray();
    }
}
