package io.mediapreflight.s3;

import io.mediapreflight.UnreachableException;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Objects in a store, read by ranges and listed in pages. Safe for use by any number of threads; close it at the end.
 *
 * <pre>{@code
 * try (S3Store store = S3Store.open(S3Access.standard())) {
 *     try (S3Source source = store.source(S3Location.parse("s3://media-in/dance.mp4"))) {
 *         Verdict verdict = Preflight.standard().check(source, Subject.video().named("dance.mp4"));
 *     }
 * }
 * }</pre>
 */
public final class S3Store implements AutoCloseable {
    /** All that is read of one object for a check. */
    static final Duration CHECK = Duration.ofSeconds(60);

    /** A whole download, of which a decoder has need. */
    static final Duration DOWNLOAD = Duration.ofMinutes(10);

    private final S3Client client;
    private final S3Access access;
    private final S3Faults faults;
    private final long maxBytes;

    private S3Store(S3Client client, S3Access access, long maxBytes) {
        this.client = client;
        this.access = access;
        this.faults = new S3Faults(access, client);
        this.maxBytes = maxBytes;
    }

    /**
     * Opens a store by the published limits. Nothing is asked for yet.
     *
     * @throws io.mediapreflight.text.RefusedValueException where the endpoint of environment or profile has another form than
     *     {@link S3Access#at} takes
     */
    public static S3Store open(S3Access access) {
        return open(access, Limits.klingV3MotionControl());
    }

    /**
     * Opens a store.
     *
     * @param limits by which media are judged: what is larger than any of them is not downloaded
     */
    public static S3Store open(S3Access access, Limits limits) {
        return new S3Store(S3Clients.client(access), access, limits.largestBytes());
    }

    /**
     * Opens an object, by a request for its first 64 KiB.
     *
     * @throws io.mediapreflight.UnreachableException where it cannot be read, with what to do about it
     */
    public S3Source source(S3Location location) throws IOException {
        return S3Source.open(new ObjectReads(client, access, faults, location), maxBytes);
    }

    /**
     * An object that was listed. The first read asks for it, as long as it is the one that was listed.
     *
     * @throws io.mediapreflight.UnreachableException where it is archived
     */
    public S3Source source(StoredObject object) throws IOException {
        if (object.archive().isPresent()) {
            throw S3Faults.archived(object.archive().get());
        }
        ObjectReads reads = new ObjectReads(client, access, faults, object.location());
        if (object.size().isEmpty() || object.entityTag().isEmpty()) {
            return S3Source.open(reads, maxBytes);
        }
        return S3Source.listed(
                reads, object.size().getAsLong(), object.entityTag().get(), maxBytes);
    }

    /** Lists the objects of a bucket whose keys begin with that of a location, page by page. */
    public S3Listing list(S3Location prefix) {
        return new S3Listing(client, access, faults, prefix, isAmazons());
    }

    /** What distinguishes this store from others that have a bucket of the same name: its endpoint; empty for Amazon's. */
    public Optional<String> endpoint() {
        return client.serviceClientConfiguration().endpointOverride().map(Object::toString);
    }

    /** That there is no such object. */
    public static UnreachableException missing() {
        return S3Faults.missing();
    }

    private boolean isAmazons() {
        return client.serviceClientConfiguration()
                .endpointOverride()
                .map(endpoint -> String.valueOf(endpoint.getHost()).contains(".amazonaws."))
                .orElse(true);
    }

    @Override
    public void close() {
        client.close();
    }
}
