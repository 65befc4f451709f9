package io.mediapreflight.submit.journal;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What is about to be sent, written down before the first byte of it leaves.
 *
 * @param digest the request's, by {@link RequestDigest#of}
 * @param baseUrl the service it goes to; user info and query are left out of the journal
 * @param model the model it asks for
 * @param at when it is about to be sent
 * @param mediaDigests SHA-256 of each local medium, in the order of the slots
 */
public record Intent(String digest, URI baseUrl, String model, Instant at, List<String> mediaDigests) {
    public Intent {
        mediaDigests = List.copyOf(mediaDigests);
    }
}
