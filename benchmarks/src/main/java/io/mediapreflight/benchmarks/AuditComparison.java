package io.mediapreflight.benchmarks;

import io.mediapreflight.Preflight;
import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.NamedAssets;
import io.mediapreflight.audit.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An audit and the bare loop in turn, in one JVM: {@code AuditComparison FOLDER THREADS ROUNDS}. The speed of a shared
 * machine drifts by more than the two differ, so each round of one is compared with the round of the other beside it, and
 * the first half, in which the JVM still compiles, does not count.
 */
final class AuditComparison {
    private AuditComparison() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        int threads = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        Audit audit = Audit.builder(Preflight.standard()).threads(threads).build();
        double[] bare = new double[rounds];
        double[] audited = new double[rounds];
        long files = 0;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            new BareLoop().run(root, threads);
            long between = System.nanoTime();
            long[] count = new long[1];
            audit.over(NamedAssets.of(List.of(root), Selection.standard())).tell(entry -> count[0]++);
            files = count[0];
            bare[i] = (double) (between - start) / files;
            audited[i] = (double) (System.nanoTime() - between) / files;
        }
        int half = rounds / 2;
        tell("bare loop, ns a file", IntStream.range(half, rounds).mapToDouble(i -> bare[i]));
        tell("audit, ns a file", IntStream.range(half, rounds).mapToDouble(i -> audited[i]));
        tell(
                "rate of the audit, of the bare loop's",
                IntStream.range(half, rounds).mapToDouble(i -> bare[i] / audited[i]));
        System.out.printf("%,d files, %d threads, %d rounds counted%n", files, threads, rounds - half);
    }

    private static void tell(String what, java.util.stream.DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        System.out.printf(
                "%-38s  quartiles %.2f  %.2f  %.2f%n",
                what, sorted[sorted.length / 4], sorted[sorted.length / 2], sorted[sorted.length * 3 / 4]);
    }
}
