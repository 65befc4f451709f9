package io.mediapreflight.spark;

import io.mediapreflight.fixture.store.ObjectStore;
import java.util.Map;

/** How Hadoop's client reaches the object store of a test. */
final class HadoopAccess {
    private HadoopAccess() {}

    /** What it has to know of the store. */
    static Map<String, String> settings(ObjectStore store) {
        return Map.of(
                "spark.hadoop.fs.s3a.endpoint", store.endpoint(),
                "spark.hadoop.fs.s3a.endpoint.region", "us-east-1",
                "spark.hadoop.fs.s3a.path.style.access", "true",
                "spark.hadoop.fs.s3a.access.key", ObjectStore.KEY,
                "spark.hadoop.fs.s3a.secret.key", ObjectStore.SECRET,
                "spark.hadoop.fs.s3a.connection.maximum", "256",
                "spark.hadoop.fs.s3a.attempts.maximum", "2",
                "spark.hadoop.fs.s3a.retry.limit", "1");
    }

    /** The path of an object as a frame has it. */
    static String path(String key) {
        return "s3a://" + ObjectStore.BUCKET + "/" + key;
    }
}
