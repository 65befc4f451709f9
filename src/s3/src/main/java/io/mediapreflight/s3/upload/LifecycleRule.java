package io.mediapreflight.s3.upload;

import io.mediapreflight.s3.S3Location;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;

/**
 * A rule by which a store deletes what was uploaded, after some days. Preflight deletes nothing itself: it cannot know what a service has
 * fetched by then.
 *
 * @param directory the bucket, and what keys begin with: not empty, or the rule would delete all of the bucket
 * @param days after which an object is deleted, 2 or more: its URL is valid for up to a day, and a store counts from the midnight that follows
 */
public record LifecycleRule(S3Location directory, int days) {
    /**
     * Checks both.
     *
     * @throws RefusedValueException where the directory is a bucket
     */
    public LifecycleRule {
        if (directory.key().isEmpty()) {
            throw new RefusedValueException(Phrase.of("s3:upload.rule-for-all").with("bucket", directory.bucket()));
        }
        if (days < 2) {
            throw new IllegalArgumentException("not a number of days: " + days);
        }
    }

    /** The configuration as {@code aws s3api put-bucket-lifecycle-configuration} takes it, which replaces all rules of the bucket. */
    public String json() {
        return "{\"Rules\":[{\"ID\":\"preflight-uploads\",\"Status\":\"Enabled\",\"Filter\":{\"Prefix\":\""
                + prefix().replace("\\", "\\\\").replace("\"", "\\\"")
                + "\"},\"Expiration\":{\"Days\":" + days + "}}]}";
    }

    private String prefix() {
        String key = directory.key();
        return key.endsWith("/") ? key : key + "/";
    }
}
