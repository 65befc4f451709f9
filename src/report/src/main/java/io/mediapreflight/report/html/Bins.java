package io.mediapreflight.report.html;

import io.mediapreflight.rule.Outcome;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many files have about the same value, by outcome: what a plot shows of all files, however many there are. Each step of a value
 * is the same share of it, and values that are very far from 1 are counted with the last ones, so that there are some hundred bins, or some thousand of pairs.
 */
final class Bins {
    private static final int MAX_POWER = 15; // of ten; sizes in bytes and durations in seconds stay below
    private static final int MAX_POWER_OF_PAIRS = 6; // sides of a million pixels

    private final int stepsToTen;
    private final int maxStep;
    private final Map<Integer, long[]> counts = new TreeMap<>();

    private Bins(int stepsToTen, int maxPower) {
        this.stepsToTen = stepsToTen;
        this.maxStep = maxPower * stepsToTen;
    }

    /** @param stepsToTen how many steps lead from a value to ten times as much */
    static Bins ofValues(int stepsToTen) {
        return new Bins(stepsToTen, MAX_POWER);
    }

    /** The same for pairs of values. */
    static Bins ofPairs(int stepsToTen) {
        return new Bins(stepsToTen, MAX_POWER_OF_PAIRS);
    }

    /** The step of a value above 0. */
    private int step(double value) {
        int step = (int) Math.floor(Math.log10(value) * stepsToTen + 1e-9);
        return Math.max(-maxStep, Math.min(maxStep, step));
    }

    void add(double value, Outcome outcome) {
        add(step(value), outcome);
    }

    /** Counts a pair of values. */
    void add(double one, double other, Outcome outcome) {
        add(step(one) * (2 * maxStep + 1) + step(other), outcome);
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
            int width = 2 * maxStep + 1;
            int one = Math.floorDiv(bin.getKey() + maxStep, width);
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
