package io.mediapreflight.submit.batch;

import io.mediapreflight.RequestVerdict;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.upload.Upload;
import java.util.List;
import java.util.Optional;

/** What became of one request of a batch. */
public sealed interface BatchResult {
    /** The request. */
    BatchItem item();

    /** For machines: as of {@link Submission#outcomeId}, or {@code notCleared}, {@code notUploaded}, {@code notRecorded}, {@code held} or {@code dryRun}. */
    String outcomeId();

    /**
     * It was sent, or the journal knows that it had been.
     *
     * @param uploaded how many files were put for it now
     */
    record Submitted(BatchItem item, Submission submission, int uploaded) implements BatchResult {
        @Override
        public String outcomeId() {
            return submission.outcomeId();
        }
    }

    /**
     * It was not sent: it did not pass, or it is no longer what was checked.
     *
     * @param why a whole sentence
     */
    record NotCleared(BatchItem item, RequestVerdict verdict, String why) implements BatchResult {
        @Override
        public String outcomeId() {
            return "notCleared";
        }
    }

    /**
     * It was not sent: its media could not be put where the service can fetch them.
     *
     * @param why a whole sentence
     */
    record NotUploaded(BatchItem item, String why) implements BatchResult {
        @Override
        public String outcomeId() {
            return "notUploaded";
        }
    }

    /**
     * The journal cannot be read or written. Without a submission nothing was sent.
     *
     * @param submission what came of the request, where it had been sent by then
     * @param why a whole sentence
     */
    record NotRecorded(BatchItem item, Optional<Submission> submission, String why) implements BatchResult {
        @Override
        public String outcomeId() {
            return "notRecorded";
        }
    }

    /** It was not sent, since the batch had come to its end before. */
    record Held(BatchItem item) implements BatchResult {
        @Override
        public String outcomeId() {
            return "held";
        }
    }

    /**
     * It would be sent. Nothing was.
     *
     * @param uploads what would be put first, unless it lies there already
     * @param request with the URLs of uploads, which are not signed yet
     */
    record Planned(BatchItem item, List<Upload> uploads, GenerationRequest request) implements BatchResult {
        public Planned {
            uploads = List.copyOf(uploads);
        }

        @Override
        public String outcomeId() {
            return "dryRun";
        }
    }
}
