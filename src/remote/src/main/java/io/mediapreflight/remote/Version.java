package io.mediapreflight.remote;

import java.util.Optional;

/**
 * By what a server distinguishes two states of a file.
 *
 * @param entityTag as it stands in {@code ETag}
 * @param lastModified as it stands in {@code Last-Modified}
 */
record Version(Optional<String> entityTag, Optional<String> lastModified) {
    private static final int MAX_LENGTH = 1024;

    static Version of(Response response) {
        return new Version(bounded(response, "ETag"), bounded(response, "Last-Modified"));
    }

    private static Optional<String> bounded(Response response, String name) {
        return response.header(name).filter(value -> value.length() <= MAX_LENGTH);
    }

    /** For {@code If-Range}, which takes no weak tag (RFC 9110 13.1.5). */
    Optional<String> condition() {
        return entityTag.filter(tag -> tag.startsWith("\"")).or(() -> lastModified);
    }

    /** Whether the other one is sure to be that of another state. Tags that are equal and strong leave no doubt; dates may differ beside them. */
    boolean contradicts(Version other) {
        if (isSharing(entityTag, other.entityTag)) {
            boolean isSame = strong(entityTag.get()).equals(strong(other.entityTag.get()));
            if (!isSame || condition().equals(entityTag)) {
                return !isSame;
            }
        }
        return isSharing(lastModified, other.lastModified) && !lastModified.equals(other.lastModified);
    }

    /** Whether the other one says nothing by which it can be compared with this one, although this one does. */
    boolean isForgottenBy(Version other) {
        boolean isNamed = entityTag.isPresent() || lastModified.isPresent();
        return isNamed && !isSharing(entityTag, other.entityTag) && !isSharing(lastModified, other.lastModified);
    }

    private static boolean isSharing(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent();
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
