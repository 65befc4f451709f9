package io.mediapreflight.benchmarks.compare;

import io.mediapreflight.Preflight;
import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.NamedAssets;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.benchmarks.BareLoop;
import io.mediapreflight.benchmarks.compare.Results.AuditFigure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An audit and the two bare loops in turn, in one JVM. The speed of a shared machine drifts by more than they differ, so each round
 * of the audit is compared with those beside it; the first half, in which the JVM still compiles, does not count.
 */
final class AuditRounds {
    private static final int MIN_ROUNDS = 10;
    private static final int MAX_ROUNDS = 200;

    private AuditRounds() {}

    /** A round of each, in nanoseconds. */
    private record Round(long lean, long audit, long plain) {}

    static AuditFigure measure(Path root, int threads, int seconds) throws IOException, InterruptedException {
        Audit audit = Audit.builder(Preflight.standard()).threads(threads).build();
        List<Round> rounds = new ArrayList<>();
        int[] files = new int[1];
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (rounds.size() < MIN_ROUNDS || (rounds.size() < MAX_ROUNDS && System.nanoTime() < end)) {
            files[0] = 0;
            long first = System.nanoTime();
            new BareLoop(BareLoop.Form.LEAN).run(root, threads);
            long second = System.nanoTime();
            audit.over(NamedAssets.of(List.of(root), Selection.standard())).report(entry -> files[0]++);
            long third = System.nanoTime();
            new BareLoop(BareLoop.Form.PLAIN).run(root, threads);
            rounds.add(new Round(second - first, third - second, System.nanoTime() - third));
        }
        List<Round> counted = rounds.subList(rounds.size() / 2, rounds.size());
        double nanos = counted.stream().mapToDouble(Round::audit).min().orElseThrow() / files[0];
        return new AuditFigure(
                files[0],
                threads,
                nanos,
                Quartiles.of(counted.stream().mapToDouble(round -> (double) round.plain() / round.audit())),
                Quartiles.of(counted.stream().mapToDouble(round -> (double) round.lean() / round.audit())));
    }
}
