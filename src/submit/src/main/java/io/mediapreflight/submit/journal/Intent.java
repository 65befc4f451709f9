package io.mediapreflight.submit.journal;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is about to be sent, written down before the first byte of it leaves.
 *
 * @param digest the request's, by {@link RequestDigest#of}
 * @param earlierDigests by which earlier versions may have written the same request down
 * @param baseUrl the service it goes to; user info and query are left out of the journal
 * @param model the model it asks for
 * @param at when it is about to be sent
 * @param mediaDigests SHA-256 of each local media file, in the order of the slots
 */
public record Intent(
        String digest, List<String> earlierDigests, URI baseUrl, String model, Instant at, List<String> mediaDigests) {
    public Intent {
        earlierDigests = List.copyOf(earlierDigests);
        mediaDigests = List.copyOf(mediaDigests);
    }

    /** One that no earlier version can have written down. */
    public Intent(String digest, URI baseUrl, String model, Instant at, List<String> mediaDigests) {
        this(digest, List.of(), baseUrl, model, at, mediaDigests);
    }

    /** Whatever the journal may know the request by. */
    List<String> digests() {
        List<String> digests = new ArrayList<>(earlierDigests);
        digests.add(digest);
        return digests;
    }
}
