package io.mediapreflight.spark;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import io.mediapreflight.fixture.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The figures of docs/spark.md, of a machine that does nothing else:
 *
 * <pre>{@code
 * mvn -Pheavy -pl src/spark -am test -Dtest=MeasurementsTest -Dsurefire.failIfNoSpecifiedTests=false -Dpreflight.spark.measure=true
 * }</pre>
 */
@Tag("heavy")
@EnabledIfSystemProperty(named = "preflight.spark.measure", matches = "true", disabledReason = "measured by hand")
class MeasurementsTest {
    private static final int OBJECTS = Integer.getInteger("preflight.spark.objects", 2000);
    private static final int LATENCY_MILLIS = 20;

    private static ObjectStore store;
    private static StoredObjects objects;

    @BeforeAll
    static void start() throws Exception {
        store = new ObjectStore();
        objects = new StoredObjects("objects");
        objects.put(store, OBJECTS);
        store.takeMillis(LATENCY_MILLIS);
    }

    @AfterAll
    static void stop() throws Exception {
        store.stop();
    }

    /** So few reads in flight that this machine, which is store and client at once, waits for the injected time and for nothing else. */
    @Test
    void tasks_side_by_side() {
        CheckOptions options = CheckOptions.standard().readsInFlight(2);
        Map<Integer, Double> rates = new HashMap<>();
        for (int tasks : new int[] {1, 2, 4}) {
            rates.put(tasks, rate("local[" + tasks + "]", spark -> {
                Dataset<Row> files = objects.frame(spark, OBJECTS, tasks);
                return PreflightSpark.check(files, options)
                        .where("outcome = 'pass'")
                        .count();
            }));
            System.out.printf(
                    "spark: local[%d]: %.0f objects a second, %.2f of linear%n",
                    tasks, rates.get(tasks), rates.get(tasks) / rates.get(1) / tasks);
        }
    }

    @Test
    void reads_in_flight() {
        for (int reads : new int[] {1, 4, 16, 64}) {
            CheckOptions options = CheckOptions.standard().readsInFlight(reads);
            double rate = rate(
                    "local[1]",
                    spark -> PreflightSpark.check(objects.frame(spark, OBJECTS, 1), options)
                            .where("outcome = 'pass'")
                            .count());
            System.out.printf("spark: local[1], %d reads in flight: %.0f objects a second%n", reads, rate);
        }
    }

    /** {@code binaryFile} with all content, and metadata-extractor in a function. */
    @Test
    void beside_a_function_on_content() {
        double rival = rate(
                "local[2]",
                spark -> spark.read()
                        .format("binaryFile")
                        .option("recursiveFileLookup", true)
                        .load(HadoopAccess.path("objects"))
                        .repartition(8)
                        .where(functions
                                .udf((UDF1<byte[], Boolean>) MeasurementsTest::isReadable, DataTypes.BooleanType)
                                .apply(functions.col("content")))
                        .count());
        System.out.printf(
                "spark: binaryFile and metadata-extractor: %.0f objects a second, %.2f requests and %.0f bytes each%n",
                rival, requests(), bytes());
        double ours = rate(
                "local[2]",
                spark -> PreflightSpark.check(
                                PreflightSpark.list(spark, List.of(HadoopAccess.path("objects")))
                                        .repartition(8),
                                CheckOptions.standard())
                        .where("outcome = 'pass'")
                        .count());
        System.out.printf(
                "spark: list and check: %.0f objects a second, %.2f requests and %.0f bytes each%n",
                ours, requests(), bytes());
    }

    private static Boolean isReadable(byte[] content) {
        try {
            return ImageMetadataReader.readMetadata(new ByteArrayInputStream(content))
                            .getDirectoryCount()
                    > 0;
        } catch (ImageProcessingException | IOException e) {
            return false;
        }
    }

    private static double requests() {
        return (double) (store.reads() + store.others()) / OBJECTS;
    }

    private static double bytes() {
        return (double) store.bytes() / OBJECTS;
    }

    private interface Job {
        long run(SparkSession spark) throws IOException;
    }

    /** Objects a second, without the time that a session and its classes take. */
    private static double rate(String master, Job job) {
        SparkSession spark = LocalSpark.start(master, HadoopAccess.settings(store));
        try {
            PreflightSpark.check(objects.frame(spark, 100, 2), CheckOptions.standard())
                    .count();
            store.forgetCounts();
            long start = System.nanoTime();
            job.run(spark);
            return OBJECTS * 1e9 / (System.nanoTime() - start);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            spark.stop();
        }
    }
}
