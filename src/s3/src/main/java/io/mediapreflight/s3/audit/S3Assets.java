package io.mediapreflight.s3.audit;

import io.mediapreflight.audit.Asset;
import io.mediapreflight.audit.Assets;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.audit.cache.ObjectState;
import io.mediapreflight.s3.S3Listing;
import io.mediapreflight.s3.S3Location;
import io.mediapreflight.s3.S3Store;
import io.mediapreflight.s3.StoredObject;
import io.mediapreflight.source.SourceName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The objects of a bucket below a prefix, listed while they are judged. A prefix is a directory: {@code s3://media/clips} has
 * {@code clips/a.mp4} and not {@code clips-old/a.mp4}; it may also be the key of one object. What a selection takes is decided by the
 * keys below the prefix. A listing that fails, or breaks off, is a result of its own.
 *
 * <pre>{@code
 * try (S3Store store = S3Store.open(S3Access.standard())) {
 *     Assets assets = new S3Assets(store, S3Location.parse("s3://media/clips"), Selection.standard());
 *     Audit.builder(Preflight.standard()).threads(16).build().over(assets).report(verdict -> write(verdict));
 * }
 * }</pre>
 */
public final class S3Assets implements Assets {
    private final S3Store store;
    private final S3Location location;
    private final Selection selection;
    private final String endpoint;

    /**
     * Prepares a listing.
     *
     * @param store the caller's to close, behind the audit
     */
    public S3Assets(S3Store store, S3Location location, Selection selection) {
        this.store = store;
        this.location = location;
        this.selection = selection;
        this.endpoint = store.endpoint().map(url -> url + " ").orElse("");
    }

    @Override
    public void find(Sink sink) {
        try {
            if (location.isObject()) {
                findNamed(sink);
            } else {
                find(store.list(location), location.key(), sink);
            }
        } catch (IOException e) {
            sink.take(new Asset.Unusable(SourceName.ofNoFile(location.toString()), e));
        }
    }

    /** What is called so, which comes first in a listing, and what is below it. */
    private void findNamed(Sink sink) throws IOException {
        S3Listing listing = store.list(location);
        List<StoredObject> first = listing.next().orElse(List.of());
        boolean isThere = !first.isEmpty() && first.get(0).location().equals(location);
        if (isThere && !sink.take(asset(SourceName.ofNoFile(location.toString()), first.get(0)))) {
            return;
        }
        String directory = location.key() + "/";
        boolean isAll = listing.isAtEnd();
        boolean hasMore =
                !isAll || first.stream().anyMatch(each -> each.location().key().startsWith(directory));
        if (hasMore || !isThere) {
            find(store.list(location.withKey(directory)), directory, isThere, sink);
        }
    }

    private void find(S3Listing listing, String directory, Sink sink) throws IOException {
        find(listing, directory, directory.isEmpty(), sink);
    }

    /** @param mayBeEmpty whether it is no error that there is nothing */
    private void find(S3Listing listing, String directory, boolean mayBeEmpty, Sink sink) throws IOException {
        boolean found = mayBeEmpty;
        for (Optional<List<StoredObject>> page = listing.next(); page.isPresent(); page = listing.next()) {
            for (StoredObject object : page.get()) {
                found = true;
                String below = object.location().key().substring(directory.length());
                if (!isMarker(object) && selection.takes(below) && !sink.take(asset(name(below), object))) {
                    return;
                }
            }
        }
        if (!found) {
            sink.take(new Asset.Unusable(SourceName.ofNoFile(location.toString()), S3Store.missing()));
        }
    }

    /** What consoles put where a directory was made. */
    private static boolean isMarker(StoredObject object) {
        return object.location().key().endsWith("/") && object.size().orElse(0) == 0;
    }

    private SourceName name(String below) {
        return SourceName.ofObject(location.toString(), below);
    }

    private Asset.Media asset(SourceName name, StoredObject object) {
        Optional<ObjectState> state = object.size().isPresent()
                        && object.archive().isEmpty()
                ? object.entityTag()
                        .map(tag -> new ObjectState(
                                endpoint + object.location(), object.size().getAsLong(), tag))
                : Optional.empty();
        return new Asset.Stored(name, () -> store.source(object), state);
    }
}
