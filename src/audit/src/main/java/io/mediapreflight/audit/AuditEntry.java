package io.mediapreflight.audit;

import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What became of one asset. */
public sealed interface AuditEntry permits AuditEntry.Medium, AuditEntry.Request {
    AssetName name();

    /**
     * One file, object or closed folder.
     *
     * @param skipped whether neither content nor name nor slot says image or video, so that it was not judged
     */
    record Medium(AssetName name, Verdict verdict, boolean skipped) implements AuditEntry {}

    /**
     * An image and a video that belong together.
     *
     * @param row the line of the manifest; empty for a pair of files
     * @param id what the manifest calls the row
     * @param findings about the request itself, worst first
     * @param advice about the request itself; it changes no outcome
     * @param image empty where there is none
     * @param video empty where there is none
     * @param elapsedNanos how long the judging took
     */
    record Request(
            AssetName name,
            OptionalLong row,
            Optional<String> id,
            List<Finding> findings,
            List<Advice> advice,
            Optional<Medium> image,
            Optional<Medium> video,
            long elapsedNanos)
            implements AuditEntry {}
}
