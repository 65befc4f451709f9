package io.mediapreflight.spring;

import io.mediapreflight.MediaVerdict;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.util.function.Supplier;

/** One observation of each upload, whichever way it comes. */
final class UploadObservations {
    private static final String NAME = "preflight.upload";
    private static final String OUTCOME = "outcome";

    private final Supplier<ObservationRegistry> registry;

    /** The registry may come later than what checks, so it is asked for with each upload. */
    UploadObservations(Supplier<ObservationRegistry> registry) {
        this.registry = registry;
    }

    /** What is observed. */
    interface Upload {
        MediaVerdict check() throws IOException;
    }

    /**
     * Observes a check.
     *
     * @param way how the upload comes
     */
    MediaVerdict observe(Way way, Upload upload) throws IOException {
        Observation observation = Observation.createNotStarted(NAME, registry.get())
                .lowCardinalityKeyValue("way", way.key)
                // Meters of one name must all have the same keys, also where there is no verdict.
                .lowCardinalityKeyValue(OUTCOME, "none")
                .start();
        try {
            MediaVerdict verdict = upload.check();
            observation.lowCardinalityKeyValue(OUTCOME, verdict.outcomeId());
            return verdict;
        } catch (IOException | RuntimeException e) {
            observation.error(e);
            throw e;
        } finally {
            observation.stop();
        }
    }

    /** How an upload comes. */
    enum Way {
        BODY("body"),
        MULTIPART("multipart");

        private final String key;

        Way(String key) {
            this.key = key;
        }
    }
}
