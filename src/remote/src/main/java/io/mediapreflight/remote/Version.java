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

    /** Whether the other one is sure to be that of another state: some servers of one site forget to send one. */
    boolean contradicts(Version other) {
        return (entityTag.isPresent() && other.entityTag.isPresent())
                ? !strong(entityTag.get()).equals(strong(other.entityTag.get()))
                : lastModified.isPresent()
                        && other.lastModified.isPresent()
                        && !lastModified.equals(other.lastModified);
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
