package io.mediapreflight.s3;

import io.mediapreflight.text.RefusedValueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.OptionalObjectAttributes;
import software.amazon.awssdk.services.s3.model.RequestPayer;
import software.amazon.awssdk.services.s3.model.RestoreStatus;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects below a prefix, a page of a thousand for each request. Only one page is held. */
public final class S3Listing {
    /** Classes whose objects must be restored before they are read. That of a tier within another class shows only when it is read. */
    private static final Set<String> ARCHIVES = Set.of("GLACIER", "DEEP_ARCHIVE");

    /** What is asked for unless less is, and the most that S3 gives. */
    private static final int MAX_OBJECTS = 1000;

    /** A store that gives so many pages without an object will not end. */
    private static final int MAX_EMPTY_PAGES = 1000;

    private final S3Client client;
    private final S3Access access;
    private final S3Faults faults;
    private final S3Location prefix;
    private final boolean asksForRestored;
    private @Nullable String token;
    private boolean ended;
    private int emptyPages;

    /**
     * @param asksForRestored whether to ask which archived objects were restored, which only Amazon's store knows; elsewhere the read
     *     shows what is archived
     */
    S3Listing(S3Client client, S3Access access, S3Faults faults, S3Location prefix, boolean asksForRestored) {
        this.client = client;
        this.access = access;
        this.faults = faults;
        this.prefix = prefix;
        this.asksForRestored = asksForRestored;
    }

    /**
     * The next objects, in the order of the store: by the bytes of their keys, in all buckets but Amazon's directory buckets.
     *
     * @return empty behind the last page
     * @throws io.mediapreflight.UnreachableException where the store does not list them, with what to do about it
     */
    public Optional<List<StoredObject>> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        ListObjectsV2Response page = ask();
        List<StoredObject> objects = objects(page);
        String next = page.nextContinuationToken();
        boolean goesOn = Boolean.TRUE.equals(page.isTruncated());
        emptyPages = objects.isEmpty() ? emptyPages + 1 : 0;
        if (goesOn && (next == null || next.isEmpty() || next.equals(token) || emptyPages > MAX_EMPTY_PAGES)) {
            throw S3Faults.unknown("s3:listing");
        }
        token = next;
        ended = !goesOn;
        return Optional.of(objects);
    }

    /** Whether the last page was read. */
    public boolean isAtEnd() {
        return ended;
    }

    private ListObjectsV2Response ask() throws IOException {
        ListObjectsV2Request.Builder request = ListObjectsV2Request.builder()
                .bucket(prefix.bucket())
                .prefix(prefix.key())
                .continuationToken(token);
        if (asksForRestored) {
            request.optionalObjectAttributes(OptionalObjectAttributes.RESTORE_STATUS);
        }
        if (access.requesterPays()) {
            request.requestPayer(RequestPayer.REQUESTER);
        }
        try {
            return client.listObjectsV2(request.build());
        } catch (RuntimeException e) { // the library's own, and what others throw inside it
            throw faults.ofListing(e, prefix);
        } catch (StackOverflowError e) { // elements in elements, each of which the library enters by a call
            throw S3Faults.unknown("s3:listing");
        }
    }

    private List<StoredObject> objects(ListObjectsV2Response page) throws IOException {
        if (page.contents().size() > MAX_OBJECTS) {
            throw S3Faults.unknown("s3:listing");
        }
        List<StoredObject> objects = new ArrayList<>();
        for (S3Object object : page.contents()) {
            String key = object.key();
            if (key == null || !key.startsWith(prefix.key())) {
                throw S3Faults.unknown("s3:listing");
            }
            try {
                Long size = object.size();
                objects.add(new StoredObject(
                        prefix.withKey(key),
                        size == null || size < 0 ? OptionalLong.empty() : OptionalLong.of(size),
                        ObjectReads.tag(object.eTag()),
                        archive(object)));
            } catch (RefusedValueException e) {
                throw S3Faults.unknown("s3:listing");
            }
        }
        return objects;
    }

    private Optional<StoredObject.Archive> archive(S3Object object) {
        String storageClass = String.valueOf(object.storageClassAsString());
        RestoreStatus restore = object.restoreStatus();
        if (!asksForRestored
                || !ARCHIVES.contains(storageClass)
                || (restore != null && restore.restoreExpiryDate() != null)) {
            return Optional.empty();
        }
        boolean restoring = restore != null && Boolean.TRUE.equals(restore.isRestoreInProgress());
        return Optional.of(new StoredObject.Archive(storageClass, restoring));
    }
}
