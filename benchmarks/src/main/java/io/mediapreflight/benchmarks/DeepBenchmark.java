package io.mediapreflight.benchmarks;

import io.mediapreflight.Examination;
import io.mediapreflight.Examiner;
import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.benchmarks.contender.Contender;
import io.mediapreflight.benchmarks.contender.Contenders;
import io.mediapreflight.benchmarks.sample.Testdata;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.InProcessExaminer;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a second opinion costs beside the first: JavaCV's grabber, which opens with FFmpeg, and a whole examination here and there. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DeepBenchmark {
    private final Preflight preflight = Preflight.standard();
    private final Contender grabber = Contenders.named("JavaCV FFmpegFrameGrabber");
    private Path path = Path.of("");
    private Probed probed = Probed.named(Format.JPEG, Kind.IMAGE);
    private Examiner inProcess =
            InProcessExaminer.builder(Limits.klingV3MotionControl()).build();
    private FfmpegWorkers workers =
            FfmpegWorkers.builder(Limits.klingV3MotionControl()).build();

    /** Of each kind one; the videos are H.264, 4 s and 30 s long. */
    @Param({"photo-exif-orientation-6.jpg", "drawing.png", "clip-4s-faststart.mp4", "exactly-30s.mp4"})
    public String file = "";

    /** What is decoded for the verdict. */
    @Param({"ENDS", "EVERY_FRAME"})
    public Depth depth = Depth.ENDS;

    @Setup
    public void open() throws Exception {
        path = Testdata.directory().resolve(file);
        probed = ((Inspection.Seen) preflight.inspect(path)).probed();
        inProcess = InProcessExaminer.builder(Limits.klingV3MotionControl())
                .depth(depth)
                .build();
        workers = FfmpegWorkers.builder(Limits.klingV3MotionControl())
                .depth(depth)
                .workers(1)
                .build();
    }

    @TearDown
    public void close() throws Exception {
        workers.close();
    }

    @Benchmark
    public Verdict headers() {
        return preflight.check(path);
    }

    /** The facts as most people get them with JavaCV; of an image that is to decode it. */
    @Benchmark
    public Object javaCv() throws Exception {
        return grabber.run(path);
    }

    @Benchmark
    public Examination inProcess() {
        return inProcess.examine(path, probed);
    }

    @Benchmark
    public Examination worker() {
        return workers.examine(path, probed);
    }
}
