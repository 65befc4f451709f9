package io.mediapreflight.submit.json;

import io.mediapreflight.ClearedCopy;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.MediaReference;
import io.mediapreflight.spec.RequestField;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.submit.journal.RequestDigest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The digests of one request by every version of them, so that what was sent by an earlier program is known too. */
public final class RequestDigests {
    /** In the place of a URL; no request with such a URL is ever cleared. */
    private static final String BY_BYTES = "sha256:";

    private RequestDigests() {}

    /**
     * Newest first.
     *
     * @param media the local copies, in the order of the slots
     * @param uploaded the slots whose first URL leads to what was uploaded for this request: their bytes count, not where they lie
     * @throws IllegalArgumentException where there is no local copy of what was uploaded
     */
    public static List<String> of(URI baseUrl, GenerationRequest request, List<ClearedCopy> media, Set<Slot> uploaded) {
        List<String> digests =
                media.stream().map(copy -> copy.digest().sha256()).toList();
        GenerationRequest same = uploaded.isEmpty() ? request : byBytes(request, media, uploaded);
        return List.of(
                RequestDigest.of(baseUrl, RequestJson.canonical(same), digests),
                RequestDigest.version1(baseUrl, RequestWriter.canonicalVersion1(same), digests));
    }

    private static GenerationRequest byBytes(GenerationRequest request, List<ClearedCopy> media, Set<Slot> uploaded) {
        GenerationRequest.Builder builder = request.toBuilder().withoutReferences();
        urls(Slot.IMAGE, request.referenceImages(), media, uploaded).forEach(builder::image);
        urls(Slot.VIDEO, request.referenceVideos(), media, uploaded).forEach(builder::video);
        return builder.build();
    }

    private static List<String> urls(
            Slot slot, List<MediaReference> references, List<ClearedCopy> media, Set<Slot> uploaded) {
        List<String> urls =
                new ArrayList<>(references.stream().map(MediaReference::url).toList());
        if (uploaded.contains(slot)) {
            if (urls.isEmpty()) {
                throw new IllegalArgumentException("a request without a URL for " + slot);
            }
            urls.set(0, BY_BYTES + sha256(slot, media));
        }
        return urls;
    }

    private static String sha256(Slot slot, List<ClearedCopy> media) {
        String path = RequestField.urlPath(slot, 0);
        return media.stream()
                .filter(copy -> copy.path().equals(path))
                .map(copy -> copy.digest().sha256())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no local copy for " + path));
    }
}
