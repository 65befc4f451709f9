package io.mediapreflight.benchmarks.compare;

import io.mediapreflight.benchmarks.compare.Results.Figure;
import io.mediapreflight.benchmarks.contender.Contender;
import io.mediapreflight.benchmarks.contender.Contenders;
import io.mediapreflight.benchmarks.contender.Floor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Rounds in which every contender takes a turn of some milliseconds on the same files, so that other work on the machine disturbs
 * all of them alike; each turn is compared with the floor's turn in the same round. Whoever needs long for one file takes fewer turns.
 */
final class Rounds {
    private static final int MAX_ROUNDS = 300;
    private static final int WARM_UP_OPERATIONS = 20_000; // after which the JVM has compiled what is used
    private static final long WARM_UP_NANOS = 1_500_000_000; // at most: other work on the machine delays the compiler
    private static final double MEASURED = 0.5; // of the time; the rest is for warming up

    private final List<Batch> batches;
    private final int threads;
    private final ExecutorService pool;

    Rounds(List<Batch> batches, int threads) {
        this.batches = batches;
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads);
    }

    /** Takes about so many seconds; longer where some contender needs seconds for one file. */
    List<Figure> measure(int seconds) throws InterruptedException, ExecutionException {
        try {
            List<List<Entrant>> groups = batches.stream().map(this::entrants).toList();
            long count = groups.stream().mapToLong(List::size).sum();
            long share = (long) (MEASURED * seconds * 1e9 / Math.max(1, count));
            for (List<Entrant> group : groups) {
                for (Entrant entrant : group) {
                    entrant.warmUp(pool, WARM_UP_OPERATIONS, threads == 1 ? WARM_UP_NANOS : share);
                }
            }
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                figures.addAll(measured(batches.get(i), groups.get(i), share));
                System.out.printf(
                        "measured by %d: %s%n", threads, batches.get(i).name());
            }
            return figures;
        } finally {
            pool.shutdown();
        }
    }

    /** Programs that are started for each file are measured by one thread alone. */
    private List<Entrant> entrants(Batch batch) {
        List<Entrant> entrants = new ArrayList<>();
        int inProcess = Contenders.inProcess().size();
        List<List<Contender>> sets =
                IntStream.range(0, threads).mapToObj(i -> contenders()).toList();
        for (int i = 0; i < sets.get(0).size(); i++) {
            int index = i;
            List<Contender> same = sets.stream().map(set -> set.get(index)).toList();
            if (same.get(0).reads().contains(batch.media())) {
                entrants.add(new Entrant(same, batch, i >= inProcess));
            }
        }
        return entrants;
    }

    private List<Contender> contenders() {
        List<Contender> all = new ArrayList<>(Contenders.inProcess());
        if (threads == 1) {
            all.addAll(Contenders.processes());
        }
        return all;
    }

    private List<Figure> measured(Batch batch, List<Entrant> entrants, long share)
            throws InterruptedException, ExecutionException {
        Entrant floor = entrants.stream()
                .filter(entrant -> entrant.name().equals(Floor.ONE_READ))
                .findFirst()
                .orElseThrow();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (entrants.stream().noneMatch(entrant -> entrant.wantsTurn(share))) {
                break;
            }
            for (Entrant entrant : entrants) {
                entrant.take(pool, share);
            }
        }
        return entrants.stream()
                .map(entrant -> figure(batch, entrant, floor.nanos()))
                .toList();
    }

    private Figure figure(Batch batch, Entrant entrant, List<Double> floor) {
        List<Double> nanos = entrant.nanos();
        // All begin with the first round, so what has the same index was measured in the same round.
        DoubleStream multiples =
                IntStream.range(0, Math.min(nanos.size(), floor.size())).mapToDouble(i -> nanos.get(i) / floor.get(i));
        double fastest = Collections.min(nanos);
        return new Figure(
                batch.name(),
                batch.media(),
                entrant.name(),
                threads,
                fastest,
                Quartiles.of(multiples),
                fastest / Collections.min(floor),
                entrant.bytes(),
                threads == 1 ? entrant.reads() : OptionalDouble.empty());
    }
}
