package io.mediapreflight.spark;

import io.mediapreflight.report.LimitsException;
import io.mediapreflight.report.LimitsJson;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * An audit for {@code spark-submit}, which says what it takes with {@code --help}. Its exit code is that of the command line: 0 where everything passed, 1 where
 * something failed or is unknown, 2 for a mistake in the arguments, 6 where the objects cannot be listed or the results not be written.
 */
public final class AuditJob {
    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int PROGRAM_ERROR = 6;

    /** Tasks a core, so that one with slow objects does not keep all others waiting at the end. */
    private static final int TASKS_PER_CORE = 4;

    /** More than any file of limits has. */
    private static final int MAX_LIMITS_BYTES = 1 << 20;

    private final JobArguments arguments;
    private final PrintStream out;

    private AuditJob(JobArguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    /** What {@code spark-submit} calls. */
    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(words), out, err));
    }

    /**
     * Runs it in the session that there is, or one of its own, and returns the exit code.
     *
     * @param out gets the summary
     * @param err gets what went wrong
     */
    static int run(List<String> words, PrintStream out, PrintStream err) {
        JobArguments arguments;
        try {
            arguments = JobArguments.parse(words);
        } catch (UsageException e) {
            err.println(e.getMessage());
            return USAGE;
        }
        if (arguments.isHelp()) {
            out.println(Phrase.of("spark:help"));
            return PASSED;
        }
        Optional<SparkSession> running = running();
        SparkSession spark = running.orElseGet(
                () -> SparkSession.builder().appName("preflight audit").getOrCreate());
        try {
            return new AuditJob(arguments, out).run(spark);
        } catch (UsageException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (Exception e) {
            // Spark's Scala throws what Java would have to be prepared for, such as an output that is there.
            err.println(reason(e));
            return PROGRAM_ERROR;
        } finally {
            if (running.isEmpty()) {
                spark.stop();
            }
        }
    }

    private static Optional<SparkSession> running() {
        scala.Option<SparkSession> active = SparkSession.getActiveSession();
        return active.isDefined() ? Optional.of(active.get()) : Optional.empty();
    }

    private static Phrase reason(Exception failure) {
        return Phrase.of("spark:failed").with("reason", String.valueOf(failure.getMessage()));
    }

    private int run(SparkSession spark) throws IOException, InterruptedException, UsageException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Dataset<Row> files = PreflightSpark.list(spark, arguments.inputs())
                .repartition(Math.max(1, spark.sparkContext().defaultParallelism()) * TASKS_PER_CORE);
        Observation counted = new Observation("preflight");
        Dataset<Row> results = PreflightSpark.check(files, arguments.options(limits(hadoop)))
                .observe(counted, JobSummary.countOfFiles(), JobSummary.countsOfOutcomes());
        arguments.format().write(results, arguments.output());
        JobSummary summary = JobSummary.of(counted.getAsJava());
        out.println(summary);
        return summary.isPassed(arguments.isStrict()) ? PASSED : FAILED;
    }

    private Limits limits(Configuration hadoop) throws IOException, UsageException {
        Limits published = Limits.klingV3MotionControl();
        Optional<String> file = arguments.limits();
        if (file.isEmpty()) {
            return published;
        }
        Path path = new Path(file.get());
        try (FSDataInputStream in = path.getFileSystem(hadoop).open(path)) {
            byte[] json = in.readNBytes(MAX_LIMITS_BYTES);
            return LimitsJson.read(json, published);
        } catch (LimitsException e) {
            throw new UsageException(
                    Phrase.of("spark:limits").with("file", file.get()).with("reason", String.valueOf(e.getMessage())));
        }
    }
}
