package io.mediapreflight.report;

import io.mediapreflight.RequestVerdict;
import java.util.List;

/**
 * A request and what became of it and its media.
 *
 * @param source what the request is called
 * @param verdict what was found
 * @param media one for each of the verdict's media, in its order
 * @param elapsedNanos how long the judging took
 */
public record RequestResult(SourceName source, RequestVerdict verdict, List<MediumResult> media, long elapsedNanos) {
    public RequestResult {
        media = List.copyOf(media);
    }

    /** Bytes read from the media; the request itself is read whole. */
    long bytesRead() {
        return media.stream()
                .mapToLong(medium -> medium.result().verdict().bytesRead())
                .sum();
    }
}
