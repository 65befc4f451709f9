package io.mediapreflight.submit.upload;

import io.mediapreflight.request.MediaReference;

/**
 * Media that lie where the service can fetch them.
 *
 * @param url for the service, its signature included
 * @param isNew whether they were put now; otherwise the same bytes lay there already
 */
public record UploadedMedia(String url, boolean isNew) {
    /** The URL without its query, which may hold a signature. */
    @Override
    public String toString() {
        return "UploadedMedia[" + new MediaReference(url) + ", isNew=" + isNew + "]";
    }
}
