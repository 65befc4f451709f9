package io.mediapreflight.s3.upload;

import io.mediapreflight.s3.S3Access;
import io.mediapreflight.s3.S3Clients;
import io.mediapreflight.s3.S3Faults;
import io.mediapreflight.s3.S3Location;
import io.mediapreflight.submit.upload.Upload;
import io.mediapreflight.submit.upload.UploadedMedia;
import io.mediapreflight.submit.upload.Uploader;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Puts local media into a bucket, each under its digest, and signs URLs of them. The bucket stays private: only the signed URLs lead to
 * the media, until they expire. Nothing is ever deleted; see {@link LifecycleRule}.
 *
 * <pre>{@code
 * try (S3Uploader uploader = S3Uploader.builder(S3Location.parse("s3://media/preflight"), S3Access.standard()).build()) {
 *     SubmissionBatch.builder(service, preflight).uploader(uploader).build().submit(items, results);
 * }
 * }</pre>
 */
public final class S3Uploader implements Uploader, AutoCloseable {
    /** How long a signed URL is valid unless set: a queue of hours and a night. */
    public static final Duration VALID_FOR = Duration.ofHours(24);

    /** A URL that expires within the hour is not cleared; what is signed should last longer than its checking and clearing. */
    public static final Duration MIN_VALID = Duration.ofMinutes(75);

    /** The store signs for no longer. */
    public static final Duration MAX_VALID = Duration.ofDays(7);

    /** 100 MB at 170 kB/s. */
    private static final Duration CALL = Duration.ofMinutes(10);

    private final S3Location directory;
    private final S3Client client;
    private final SignedUrls urls;
    private final StoredObjects objects;
    private final S3Faults faults;

    private S3Uploader(Builder values, S3Client client) {
        this.directory = values.directory;
        this.client = client;
        this.faults = new S3Faults(values.access, client);
        this.urls = new SignedUrls(S3Clients.presigner(values.access), client, values.validFor, values.clock);
        this.objects = new StoredObjects(client, values.validFor, values.keptFor, values.clock);
    }

    /**
     * An uploader.
     *
     * @param directory the bucket, and what all keys begin with; a slash is put behind that where there is none
     * @param access of a store that the service can reach, too: its host stands in the URLs
     */
    public static Builder builder(S3Location directory, S3Access access) {
        return new Builder(directory, access);
    }

    private S3Location location(Upload upload) {
        String prefix = directory.key();
        String slash = prefix.isEmpty() || prefix.endsWith("/") ? "" : "/";
        return directory.withKey(prefix + slash + upload.name());
    }

    @Override
    public String place(Upload upload) throws IOException {
        try {
            return urls.unsigned(location(upload));
        } catch (RuntimeException e) {
            throw failure(e, directory);
        }
    }

    /** What the library says stays out: it may quote keys and signatures. */
    private IOException failure(RuntimeException e, S3Location location) {
        IOException failure = faults.of(e, location);
        Phrase why = Phrase.of("s3:upload.at")
                .with("object", location.toString())
                .with("reason", String.valueOf(failure.getMessage()));
        return new IOException(why.toString(), failure);
    }

    @Override
    public UploadedMedia upload(Upload upload) throws IOException {
        S3Location location = location(upload);
        try {
            urls.requireLasting();
            boolean isNew = !objects.holds(location, upload);
            if (isNew) {
                objects.put(location, upload);
            }
            return new UploadedMedia(urls.signed(location), isNew);
        } catch (RuntimeException e) {
            throw failure(e, location);
        }
    }

    @Override
    public void close() {
        urls.close();
        client.close();
    }

    /** Collects the settings. */
    public static final class Builder {
        private final S3Location directory;
        private final S3Access access;
        private Duration validFor = VALID_FOR;
        private Optional<Duration> keptFor = Optional.empty();
        private Clock clock = Clock.systemUTC();

        private Builder(S3Location directory, S3Access access) {
            this.directory = Objects.requireNonNull(directory, "directory");
            this.access = Objects.requireNonNull(access, "access");
        }

        /**
         * How long signed URLs are valid: {@link #VALID_FOR} by default, and no longer than the credentials.
         *
         * @param value {@link #MIN_VALID} to {@link #MAX_VALID}
         */
        public Builder validFor(Duration value) {
            if (value.compareTo(MIN_VALID) < 0 || value.compareTo(MAX_VALID) > 0) {
                throw new IllegalArgumentException("not a time for which a URL can be signed: " + value);
            }
            validFor = value;
            return this;
        }

        /**
         * How long the store keeps what was put, by a rule of its own such as {@link LifecycleRule}: an object that could be gone before its
         * URL expires is put again.
         */
        public Builder keptFor(Duration value) {
            keptFor = Optional.of(value);
            return this;
        }

        /** The time of day. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * The finished uploader; it talks to no store yet.
         *
         * @throws IllegalArgumentException where objects are kept for no longer than URLs are valid
         */
        public S3Uploader build() {
            if (keptFor.filter(kept -> kept.compareTo(validFor) <= 0).isPresent()) {
                throw new IllegalArgumentException("kept for no longer than URLs are valid: " + keptFor.get());
            }
            return new S3Uploader(this, S3Clients.client(access, CALL));
        }
    }
}
