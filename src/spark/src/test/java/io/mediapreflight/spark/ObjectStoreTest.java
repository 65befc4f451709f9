package io.mediapreflight.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an object store, with Hadoop's client of it. */
@Tag("heavy")
class ObjectStoreTest {
    private static final int OBJECTS = Integer.getInteger("preflight.spark.objects", 5000);
    private static final int PARTITIONS = 8;

    private static ObjectStore store;
    private static StoredObjects objects;
    private static SparkSession spark;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws Exception {
        store = new ObjectStore();
        objects = new StoredObjects("objects");
        objects.put(store, OBJECTS);
        spark = LocalSpark.start("local[2]", HadoopAccess.settings(store));
    }

    @AfterAll
    static void stop() throws Exception {
        spark.stop();
        store.stop();
    }

    @BeforeEach
    void reset() {
        store.forgetCounts();
        store.beforeEachRead(key -> {});
    }

    @Test
    void an_object_costs_a_request_or_two_and_less_than_64_kib() {
        Map<String, Row> rows = byPath(check(OBJECTS).collectAsList());
        long reads = store.reads();
        System.out.printf(
                "spark: %d objects, %.3f requests and %.0f bytes each, %d other requests%n",
                OBJECTS, (double) reads / OBJECTS, (double) store.bytes() / OBJECTS, store.others());
        assertThat(store.others()).isZero();
        assertThat(reads).isLessThan(2L * OBJECTS);
        assertThat(store.bytes()).isLessThanOrEqualTo(64L * 1024 * OBJECTS);
        for (int i = 0; i < OBJECTS; i++) {
            assertThat((String) rows.get(HadoopAccess.path(objects.key(i))).getAs("outcome"))
                    .as(objects.key(i))
                    .isEqualTo(objects.outcome(i));
        }
    }

    @Test
    void listing_asks_once_for_a_thousand_objects() throws Exception {
        assertThat(PreflightSpark.list(spark, List.of(HadoopAccess.path("objects")))
                        .count())
                .isEqualTo(OBJECTS);
        assertThat(store.reads()).isZero();
        assertThat(store.others()).isLessThan(OBJECTS / 1000 + 20);
    }

    @Test
    void what_is_deleted_denied_or_replaced_meanwhile_is_a_row() throws IOException {
        int count = 300;
        StoredObjects changing = new StoredObjects("changing");
        changing.put(store, count);
        for (int i = 0; i < count; i += 6) {
            store.delete(changing.key(i));
            store.deny(changing.key(i + 1));
            store.put(changing.key(i + 2), new byte[10]);
        }
        Set<String> begun = ConcurrentHashMap.newKeySet();
        Set<String> replaced = ConcurrentHashMap.newKeySet();
        store.beforeEachRead(key -> {
            if (!begun.add(key) && replaced.add(key)) {
                store.put(key, new byte[200_000]); // between its first and its second block
            }
        });
        Dataset<Row> files = changing.frame(spark, count, PARTITIONS);
        Map<String, Row> rows =
                byPath(PreflightSpark.check(files, CheckOptions.standard()).collectAsList());

        assertThat(rows).hasSize(count);
        for (int i = 0; i < count; i += 6) {
            assertUnreadable(rows, changing, i, "there is no such file");
            assertUnreadable(rows, changing, i + 1, "permission denied");
            if (changing.content(i + 2).length > 10) {
                assertUnreadable(rows, changing, i + 2, "");
            }
        }
        assertThat(replaced)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(error(rows, key)).isNotNull());
    }

    private static String error(Map<String, Row> rows, String key) {
        return rows.get(HadoopAccess.path(key)).getAs("error");
    }

    private static void assertUnreadable(Map<String, Row> rows, StoredObjects objects, int number, String reason) {
        if (objects.content(number).length == 0) {
            return; // nothing is read of what the frame says is empty
        }
        String key = objects.key(number);
        Row row = rows.get(HadoopAccess.path(key));
        assertThat((String) row.getAs("outcome")).as(key).isEqualTo("unknown");
        assertThat(error(rows, key)).as(key).isNotEmpty();
        List<Row> findings = row.getList(row.fieldIndex("findings"));
        assertThat((String) findings.get(0).getAs("actual")).as(key).contains(reason);
    }

    @Test
    void a_task_that_is_killed_loses_no_row_and_doubles_none() {
        Set<Long> tasks = ConcurrentHashMap.newKeySet();
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger killed = new AtomicInteger();
        SparkListener listener = new SparkListener() {
            @Override
            public void onTaskStart(SparkListenerTaskStart start) {
                tasks.add(start.taskInfo().taskId());
            }
        };
        Dataset<Row> results = check(2000);
        spark.sparkContext().addSparkListener(listener);
        store.beforeEachRead(key -> {
            if (reads.incrementAndGet() == 150 || reads.get() == 900) {
                tasks.forEach(task -> {
                    if (spark.sparkContext().killTaskAttempt(task, true, "as the test wants")) {
                        killed.incrementAndGet();
                    }
                });
            }
        });
        String output = directory.resolve("results").toString();
        results.write().parquet(output);
        spark.sparkContext().removeSparkListener(listener);

        assertThat(killed).hasPositiveValue();
        List<Row> rows = spark.read().parquet(output).select("path", "outcome").collectAsList();
        assertThat(rows).hasSize(2000);
        assertThat(byPath(rows)).hasSize(2000);
        System.out.println("spark: " + killed + " tasks killed, " + rows.size() + " rows");
    }

    private static Dataset<Row> check(int count) {
        return PreflightSpark.check(objects.frame(spark, count, PARTITIONS), CheckOptions.standard());
    }

    private static Map<String, Row> byPath(List<Row> rows) {
        Map<String, Row> byPath = new HashMap<>();
        for (Row row : rows) {
            assertThat(byPath.put(row.getString(0), row)).isNull();
        }
        return byPath;
    }
}
