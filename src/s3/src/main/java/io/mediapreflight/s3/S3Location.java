package io.mediapreflight.s3;

import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * An object in a bucket, or all objects whose keys begin with the same characters. A key is taken literally: nothing in it is decoded,
 * and {@code ?}, {@code #} and {@code ..} are characters like others.
 *
 * @param bucket its name
 * @param key of an object, or what keys begin with; empty for a bucket
 */
public record S3Location(String bucket, String key) {
    /** What the text form begins with. */
    public static final String SCHEME = "s3://";

    /** The store's own limit, in bytes of UTF-8. */
    private static final int MAX_KEY_BYTES = 1024;

    /** Amazon's rules for buckets in use today, without that against addresses. */
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private static final Pattern ADDRESS = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");

    /**
     * Refuses names that no store accepts.
     *
     * @throws RefusedValueException where there is no such bucket or key
     */
    public S3Location {
        if (!BUCKET.matcher(bucket).matches()
                || bucket.contains("..")
                || ADDRESS.matcher(bucket).matches()) {
            throw refused("s3:location.bucket", bucket);
        }
        if (bytes(key) > MAX_KEY_BYTES) {
            throw new RefusedValueException(Phrase.of("s3:location.long").with("max", MAX_KEY_BYTES));
        }
    }

    /** Whether a text is meant to name a place in an object store: not whether it does. */
    public static boolean isMeant(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * Reads {@code s3://BUCKET}, {@code s3://BUCKET/} or {@code s3://BUCKET/KEY}.
     *
     * @throws RefusedValueException where the text has another form
     */
    public static S3Location parse(String text) {
        if (!text.startsWith(SCHEME)) {
            throw refused("s3:location.form", text);
        }
        int slash = text.indexOf('/', SCHEME.length());
        String bucket = slash < 0 ? text.substring(SCHEME.length()) : text.substring(SCHEME.length(), slash);
        return new S3Location(bucket, slash < 0 ? "" : text.substring(slash + 1));
    }

    private static RefusedValueException refused(String key, String value) {
        return new RefusedValueException(Phrase.of(key).with("value", Excerpt.of(value)));
    }

    private static int bytes(String key) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(key))
                    .remaining();
        } catch (CharacterCodingException e) {
            throw new RefusedValueException(Phrase.of("s3:location.characters"), e);
        }
    }

    /** Whether it names one object; a bucket and what ends with a slash name many. */
    public boolean isObject() {
        return !key.isEmpty() && !key.endsWith("/");
    }

    /** Another key of the same bucket. */
    public S3Location withKey(String other) {
        return new S3Location(bucket, other);
    }

    /** As it is written: {@code s3://BUCKET/KEY}. */
    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
