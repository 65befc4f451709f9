package io.mediapreflight.spark;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Spark in this process. */
final class LocalSpark {
    private LocalSpark() {}

    /**
     * Starts a session of its own.
     *
     * @param master such as {@code local[2]}
     */
    static SparkSession start(String master, Map<String, String> settings) {
        SparkSession.Builder builder = SparkSession.builder()
                .master(master)
                .appName("preflight")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.sql.warehouse.dir", "target/warehouse");
        settings.forEach(builder::config);
        return builder.getOrCreate();
    }
}
