package io.mediapreflight.benchmarks;

import io.mediapreflight.Preflight;
import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.NamedAssets;
import io.mediapreflight.audit.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An audit and the bare loops in turn, in one JVM: {@code AuditComparison DIRECTORY THREADS ROUNDS}. The speed of a shared
 * machine drifts by more than the two differ, so each round is compared with those beside it, and
 * the first half, in which the JVM still compiles, does not count.
 */
final class AuditComparison {
    private AuditComparison() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        int threads = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        Audit audit = Audit.builder(Preflight.standard()).threads(threads).build();
        double[][] nanos = new double[3][rounds];
        long files = 0;
        for (int i = 0; i < rounds; i++) {
            long[] count = new long[1];
            long start = System.nanoTime();
            new BareLoop(BareLoop.Form.LEAN).run(root, threads);
            long second = System.nanoTime();
            audit.over(NamedAssets.of(List.of(root), Selection.standard())).report(entry -> count[0]++);
            long third = System.nanoTime();
            new BareLoop(BareLoop.Form.PLAIN).run(root, threads);
            long end = System.nanoTime();
            files = count[0];
            nanos[0][i] = (double) (second - start) / files;
            nanos[1][i] = (double) (third - second) / files;
            nanos[2][i] = (double) (end - third) / files;
        }
        int half = rounds / 2;
        report("lean loop, ns a file", IntStream.range(half, rounds).mapToDouble(i -> nanos[0][i]));
        report("plain loop, ns a file", IntStream.range(half, rounds).mapToDouble(i -> nanos[2][i]));
        report("audit, ns a file", IntStream.range(half, rounds).mapToDouble(i -> nanos[1][i]));
        report(
                "audit's rate, of the lean loop's",
                IntStream.range(half, rounds).mapToDouble(i -> nanos[0][i] / nanos[1][i]));
        report(
                "audit's rate, of the plain loop's",
                IntStream.range(half, rounds).mapToDouble(i -> nanos[2][i] / nanos[1][i]));
        System.out.printf("%,d files, %d threads, %d rounds counted%n", files, threads, rounds - half);
    }

    private static void report(String what, java.util.stream.DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        System.out.printf(
                "%-38s  quartiles %.2f  %.2f  %.2f%n",
                what, sorted[sorted.length / 4], sorted[sorted.length / 2], sorted[sorted.length * 3 / 4]);
    }
}
