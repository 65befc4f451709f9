package io.mediapreflight.benchmarks;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole check of a file, from its path to its verdict, beside the least that any check can cost; those who extend this
 * add what one would use instead. Only ratios of one run mean anything.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public abstract class CheckBenchmark {
    private final Preflight preflight = Preflight.standard();
    private final Floor floor = new Floor();
    private Samples samples = Samples.none();
    private Path path = Path.of("");

    /** The file to check: one of {@code testdata/}, or one that {@link Samples} makes from it. */
    abstract String file();

    Path path() {
        return path;
    }

    @Setup
    public void open() throws Exception {
        samples = Samples.make();
        path = samples.path(file());
    }

    @TearDown
    public void delete() throws Exception {
        samples.delete();
    }

    @Benchmark
    public long floor() throws Exception {
        return floor.read(path);
    }

    @Benchmark
    public Verdict check() {
        return preflight.check(path);
    }
}
