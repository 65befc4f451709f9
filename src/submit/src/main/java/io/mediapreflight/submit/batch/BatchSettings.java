package io.mediapreflight.submit.batch;

import io.mediapreflight.Preflight;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.upload.Uploader;
import java.util.Optional;

/** How a batch is submitted. */
record BatchSettings(
        Service service,
        Preflight preflight,
        Optional<Uploader> uploader,
        boolean acceptWarnings,
        boolean again,
        boolean dryRun,
        int inFlight,
        long maxSubmissions) {
    BatchSettings dry() {
        return new BatchSettings(service, preflight, uploader, acceptWarnings, again, true, inFlight, maxSubmissions);
    }
}
