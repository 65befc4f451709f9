package io.mediapreflight.benchmarks;

import io.mediapreflight.Preflight;
import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.NamedAssets;
import io.mediapreflight.audit.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.file.PathUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** An audit of 20,000 distinct files, beside the least that anything can do with as many threads. For one file each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 12, time = 1) // it takes ten seconds until nothing is compiled any more
@Measurement(iterations = 10, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms512m", "-Xmx512m"})
public class AuditBenchmark {
    private static final int FILES = 20_000;
    private static final int THREADS = 2;

    private final Audit audit =
            Audit.builder(Preflight.standard()).threads(THREADS).build();
    private Path root = Path.of("");

    @Setup
    public void make() throws Exception {
        root = Files.createTempDirectory("preflight-");
        AuditFiles.make(root, FILES);
    }

    @TearDown
    public void delete() throws Exception {
        PathUtils.deleteDirectory(root);
    }

    @Benchmark
    @OperationsPerInvocation(FILES)
    public long leanLoop() throws Exception {
        return new BareLoop(BareLoop.Form.LEAN).run(root, THREADS);
    }

    @Benchmark
    @OperationsPerInvocation(FILES)
    public long plainLoop() throws Exception {
        return new BareLoop(BareLoop.Form.PLAIN).run(root, THREADS);
    }

    @Benchmark
    @OperationsPerInvocation(FILES)
    public long audit() throws Exception {
        long[] counts = new long[2];
        boolean complete = audit.over(NamedAssets.of(List.of(root), Selection.standard()))
                .report(verdict -> counts[verdict.passed() ? 1 : 0]++);
        if (!complete || counts[0] + counts[1] != FILES) {
            throw new IllegalStateException("not all were judged: " + counts[0] + " + " + counts[1]);
        }
        return counts[1];
    }
}
