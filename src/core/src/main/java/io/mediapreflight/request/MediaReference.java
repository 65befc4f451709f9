package io.mediapreflight.request;

import io.mediapreflight.request.url.MaskedUrl;

/**
 * An element of {@code reference_images} or {@code reference_videos}.
 *
 * @param url as it stands in the request; {@code ""} where there is none
 */
public record MediaReference(String url) {
    /** For people and logs: without the query, which may hold a signature. */
    @Override
    public String toString() {
        return MaskedUrl.of(url);
    }
}
