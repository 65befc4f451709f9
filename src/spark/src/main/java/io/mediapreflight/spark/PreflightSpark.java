package io.mediapreflight.spark;

import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Checks the objects that a frame lists:
 *
 * <pre>{@code
 * Dataset<Row> files = spark.read().format("binaryFile").option("recursiveFileLookup", true).load("s3a://bucket/clips")
 *         .select("path", "length");
 * PreflightSpark.check(files, CheckOptions.standard()).where("outcome = 'fail'").show();
 * }</pre>
 *
 * <p>Only headers are read, mostly 32 KiB of an object, with one request. The lengths of the frame are trusted.
 */
public final class PreflightSpark {
    private PreflightSpark() {}

    /**
     * One row for each row of the frame, whatever becomes of its object: {@code path}, {@code length}, {@code outcome} ({@code pass}, {@code warn},
     * {@code unknown}, {@code fail} or {@code skipped}), {@code kind}, {@code format}, a column for each fact, {@code findings}, and {@code error} where it could not be
     * read, which is no failure of the task.
     *
     * @param files has {@code path}, as Hadoop writes it, and {@code length}; other columns are left out
     */
    public static Dataset<Row> check(Dataset<Row> files, CheckOptions options) {
        SparkContext context = files.sparkSession().sparkContext();
        Broadcast<HadoopSettings> hadoop = JavaSparkContext.fromSparkContext(context)
                .broadcast(new HadoopSettings(context.hadoopConfiguration()));
        Dataset<Row> named = files.select(
                functions.col(ResultRow.PATH).cast("string"),
                functions.col(ResultRow.LENGTH).cast("long"));
        return named.mapPartitions(new CheckPartition(options, hadoop), Encoders.row(ResultRow.SCHEMA));
    }

    /** The columns of a result. */
    public static StructType schema() {
        return ResultRow.SCHEMA;
    }
}
