package io.mediapreflight.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Checks the objects that a frame lists:
 *
 * <pre>{@code
 * Dataset<Row> files = PreflightSpark.list(spark, List.of("s3a://bucket/clips"));
 * PreflightSpark.check(files, CheckOptions.standard()).where("outcome = 'fail'").show();
 * }</pre>
 *
 * <p>Only headers are read, mostly 32 KiB of an object, with one request. The lengths of the frame are trusted.
 */
public final class PreflightSpark {
    private static final StructType LISTED =
            new StructType().add(ResultRow.PATH, DataTypes.StringType).add(ResultRow.LENGTH, DataTypes.LongType);

    private PreflightSpark() {}

    /**
     * One row for each row of the frame, whatever becomes of its object: {@code path}, {@code length}, {@code outcome} ({@code pass}, {@code warn},
     * {@code unknown}, {@code fail} or {@code skipped}), {@code kind}, {@code format}, a column for each fact, {@code findings}, and {@code error} where it could not be
     * read, which is no failure of the task.
     *
     * @param files has {@code path}, as Hadoop writes it, and {@code length}, which may be null; other columns are left out
     */
    public static Dataset<Row> check(Dataset<Row> files, CheckOptions options) {
        Dataset<Row> named = files.select(
                functions.col(ResultRow.PATH).cast(DataTypes.StringType),
                functions.col(ResultRow.LENGTH).cast(DataTypes.LongType));
        return named.mapPartitions(
                new CheckPartition(options, settings(files.sparkSession())), Encoders.row(ResultRow.SCHEMA));
    }

    /**
     * Lists files, empty ones included, with their lengths; names that begin with a dot are left out. Each input is listed by one task: a pattern
     * spreads the work.
     *
     * @param inputs files, directories, prefixes of buckets, or patterns of Hadoop's
     * @throws FileNotFoundException where there is none of a name
     * @throws IOException where they cannot be looked up
     */
    public static Dataset<Row> list(SparkSession spark, List<String> inputs) throws IOException {
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        List<String> found = new ArrayList<>();
        for (String input : inputs) {
            Path path = new Path(input);
            @Nullable FileStatus[] statuses = path.getFileSystem(configuration).globStatus(path);
            if (statuses == null || statuses.length == 0) {
                throw new FileNotFoundException(input);
            }
            for (FileStatus status : statuses) {
                found.add(status.getPath().toString());
            }
        }
        return spark.createDataset(found, Encoders.STRING())
                .repartition(Math.max(1, found.size()))
                .flatMap(new ListInputs(settings(spark)), Encoders.row(LISTED));
    }

    private static Broadcast<HadoopSettings> settings(SparkSession spark) {
        SparkContext context = spark.sparkContext();
        return JavaSparkContext.fromSparkContext(context).broadcast(new HadoopSettings(context.hadoopConfiguration()));
    }

    /** The columns of a result. */
    public static StructType schema() {
        return ResultRow.SCHEMA;
    }
}
