package io.mediapreflight.submit.json;

import io.mediapreflight.ClearedRequest;
import io.mediapreflight.submit.journal.RequestDigest;
import java.net.URI;
import java.util.List;

/** The digests of one request by every version of them, so that what was sent by an earlier program is known too. */
public final class RequestDigests {
    private RequestDigests() {}

    /** Newest first. */
    public static List<String> of(URI baseUrl, ClearedRequest cleared) {
        List<String> media =
                cleared.media().stream().map(copy -> copy.digest().sha256()).toList();
        return List.of(
                RequestDigest.of(baseUrl, RequestJson.canonical(cleared.request()), media),
                RequestDigest.version1(baseUrl, RequestWriter.canonicalVersion1(cleared.request()), media));
    }
}
