package io.mediapreflight.benchmarks.compare;

import com.sun.management.ThreadMXBean;
import io.mediapreflight.benchmarks.contender.Contender;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** A contender on a batch, with one instance of it for each thread; it remembers the time of each of its turns. */
final class Entrant {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long TURN_NANOS = 4_000_000; // long beside the clock, short beside other work on the machine
    private static final int MAX_OPERATIONS = 100_000;
    private static final int MIN_TURNS = 5;
    private static final int READS_COUNTED = 100;

    private final List<Contender> contenders;
    private final List<Path> files;
    private final List<Double> nanos = new ArrayList<>();
    private final boolean isProcess;
    private final AtomicReference<Object> sink = new AtomicReference<>("");
    private double bytes = Double.MAX_VALUE;
    private int operations = 1;
    private long spent;

    /** Enters contenders of one name, one for each thread. */
    Entrant(List<Contender> contenders, Batch batch, boolean isProcess) {
        this.contenders = contenders;
        this.files = batch.files();
        this.isProcess = isProcess;
    }

    String name() {
        return contenders.get(0).name();
    }

    /** Time and bytes of one operation on one thread. */
    private record Turn(double nanos, double bytes) {}

    /**
     * Runs until nothing should be left to compile, and finds out how many operations fill a turn.
     *
     * @param minOperations as many are done, unless they take longer than {@code maxNanos}
     */
    void warmUp(ExecutorService threads, int minOperations, long maxNanos)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        for (long done = 0; done < minOperations && System.nanoTime() - start < maxNanos; done += operations) {
            double one = mean(turns(threads));
            operations = (int) Math.max(1, Math.min(MAX_OPERATIONS, TURN_NANOS / one));
        }
    }

    /** Whether it has had fewer turns than are needed, or less time than its share. */
    boolean wantsTurn(long share) {
        return nanos.size() < MIN_TURNS || spent < share;
    }

    /** Takes a turn, or sits one out. */
    void take(ExecutorService threads, long share) throws InterruptedException, ExecutionException {
        if (!wantsTurn(share)) {
            return;
        }
        long start = System.nanoTime();
        List<Turn> turns = turns(threads);
        spent += System.nanoTime() - start;
        nanos.add(mean(turns));
        bytes = Math.min(bytes, turns.stream().mapToDouble(Turn::bytes).min().orElse(bytes));
    }

    private static double mean(List<Turn> turns) {
        return turns.stream().mapToDouble(Turn::nanos).average().orElseThrow();
    }

    private List<Turn> turns(ExecutorService threads) throws InterruptedException, ExecutionException {
        List<Callable<Turn>> tasks = contenders.stream()
                .map(contender -> (Callable<Turn>) () -> turn(contender))
                .toList();
        List<Turn> turns = new ArrayList<>();
        for (Future<Turn> turn : threads.invokeAll(tasks)) {
            turns.add(turn.get());
        }
        return turns;
    }

    private Turn turn(Contender contender) {
        long thread = Thread.currentThread().getId();
        long allocated = THREADS.getThreadAllocatedBytes(thread);
        long start = System.nanoTime();
        run(contender, operations);
        long end = System.nanoTime();
        long bytesOfAll = THREADS.getThreadAllocatedBytes(thread) - allocated;
        return new Turn((double) (end - start) / operations, (double) bytesOfAll / operations);
    }

    /** To reject a file is a result as any other. */
    private void run(Contender contender, int times) {
        for (int i = 0; i < times; i++) {
            try {
                sink.lazySet(contender.run(files.get(i % files.size())));
            } catch (Exception | StackOverflowError e) {
                sink.lazySet(e);
            }
        }
    }

    List<Double> nanos() {
        return nanos;
    }

    OptionalDouble bytes() {
        return isProcess ? OptionalDouble.empty() : OptionalDouble.of(bytes);
    }

    /** Reading calls of one operation. */
    OptionalDouble reads() {
        int times = Math.min(operations, READS_COUNTED);
        return isProcess ? OptionalDouble.empty() : ReadCalls.counted(() -> run(contenders.get(0), times), times);
    }
}
