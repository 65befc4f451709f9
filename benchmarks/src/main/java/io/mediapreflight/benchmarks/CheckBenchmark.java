package io.mediapreflight.benchmarks;

import io.mediapreflight.benchmarks.contender.Contender;
import io.mediapreflight.benchmarks.contender.Contenders;
import io.mediapreflight.benchmarks.contender.PreflightCheck;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One contender on one file, each pair in a JVM of its own. {@link JmhRun} sets the parameters: the samples, or the files of your
 * directory, and for each file the contenders that read it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class CheckBenchmark {
    /** The directory of the files. */
    @Param("")
    public String dir = "";

    /** A file in it. */
    @Param("")
    public String file = "";

    /** The name of a contender. */
    @Param("")
    public String contender = "";

    private Path path = Path.of("");
    private Contender measured = new PreflightCheck();

    @Setup
    public void find() {
        path = Path.of(dir, file);
        measured = Contenders.named(contender);
    }

    @Benchmark
    public Object run() throws Exception {
        return measured.run(path);
    }
}
