package io.mediapreflight.report.html;

import io.mediapreflight.rule.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The files that a plot shows one by one: all of them while they are few. Of many the worst are kept, and of those of one outcome any
 * has the same chance, whenever it comes (reservoir sampling); the same run has the same ones each time.
 */
final class Points {
    /** More overlap, and cannot be pointed at. */
    private static final int MAX = 1_000;

    /** So many of each outcome have a place at least, that it is seen what is usual. */
    private static final int RESERVED = 100;

    /** What they may take of a page, in characters: names can be long. */
    private static final int MAX_LENGTH = 100_000;

    private static final long SEED = 17;

    private final Map<Outcome, List<Point>> kept = new EnumMap<>(Outcome.class);
    private final long[] seen = new long[Severity.ALL.size()];
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** @param y zero where there is one axis */
    private record Point(double x, double y, Label label) {}

    void add(double x, double y, Outcome outcome, Label label) {
        List<Point> points = kept.computeIfAbsent(outcome, each -> new ArrayList<>());
        long number = seen[Severity.of(outcome)]++;
        if (number < MAX) {
            points.add(new Point(x, y, label));
            return;
        }
        long place = random.nextLong(number + 1);
        if (place < MAX) {
            points.set((int) place, new Point(x, y, label));
        }
    }

    long count() {
        long count = 0;
        for (long each : seen) {
            count += each;
        }
        return count;
    }

    /** A list of the value or the two, the outcome and the file of each, worst first. */
    void write(PageJson json, Texts texts, boolean isPair) {
        int before = texts.bytes() + json.length();
        int left = MAX;
        json.startArray();
        for (int i = Severity.ALL.size() - 1; i >= 0; i--) {
            List<Point> points = kept.getOrDefault(Severity.ALL.get(i), List.of());
            int count = Math.min(points.size(), left - reservedBelow(i));
            for (Point point : points.subList(0, count)) {
                if (texts.bytes() + json.length() - before < MAX_LENGTH) {
                    write(json, texts, isPair, point, i);
                }
            }
            left -= count;
        }
        json.endArray();
    }

    private int reservedBelow(int severity) {
        int reserved = 0;
        for (int i = 0; i < severity; i++) {
            reserved += (int) Math.min(RESERVED, seen[i]);
        }
        return reserved;
    }

    private static void write(PageJson json, Texts texts, boolean isPair, Point point, int severity) {
        json.startArray().number(point.x());
        if (isPair) {
            json.number(point.y());
        }
        json.number(severity).number(point.label().reference(texts)).endArray();
    }
}
