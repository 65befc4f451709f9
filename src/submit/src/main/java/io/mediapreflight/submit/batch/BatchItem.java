package io.mediapreflight.submit.batch;

import io.mediapreflight.LocalMedia;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.source.SourceName;
import java.util.List;

/**
 * A request that is to be submitted.
 *
 * @param name for reports, such as the row of a manifest
 * @param request whose URLs may be missing where there are local media to upload
 * @param defects what the reader of its text found; none for a request that was built in code
 * @param media local media: those of a slot that has no URL in the request are uploaded, others are compared with what the URL serves
 */
public record BatchItem(SourceName name, GenerationRequest request, List<RequestDefect> defects, LocalMedia media) {
    public BatchItem {
        defects = List.copyOf(defects);
    }
}
