package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.LocalMedia;
import io.mediapreflight.Preflight;
import io.mediapreflight.cli.OutputSchema;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.submit.ApiKey;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.batch.BatchItem;
import io.mediapreflight.submit.batch.BatchItems;
import io.mediapreflight.submit.batch.SubmissionBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A manifest that breaks off in the middle leaves a report that can be read. */
class ManifestRunTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Rows, one of which could be read. */
    private static final class Broken implements BatchItems {
        private final Exception how;
        private boolean isRead;

        Broken(Exception how) {
            this.how = how;
        }

        @Override
        public Optional<BatchItem> next() throws IOException {
            if (!isRead) {
                isRead = true;
                GenerationRequest request = GenerationRequest.builder()
                        .model("kling/kling-v3-motion-control")
                        .build();
                return Optional.of(new BatchItem(SourceName.of("jobs.csv"), request, List.of(), LocalMedia.none()));
            }
            if (how instanceof IOException failure) {
                throw failure;
            }
            throw (RuntimeException) how;
        }
    }

    private int run(BatchItems items) {
        Diagnostics diagnostics = new Diagnostics(err, false);
        Service service =
                Service.builder().apiKey(ApiKey.of("sk-cli-0123456789")).build();
        SubmissionBatch batch =
                SubmissionBatch.builder(service, Preflight.standard()).build();
        return new ManifestRun(new BatchOptions("jobs.csv", 1, 9), BatchJson.document(out), diagnostics)
                .run(items, batch::plan);
    }

    private void requireIncompleteDocument() {
        String json = out.toString(StandardCharsets.UTF_8);
        OutputSchema.requireValid(json);
        assertThat(json.replace(" ", "")).contains("\"complete\":false");
    }

    @Test
    void a_manifest_that_cannot_be_read_any_further_ends_the_document_as_incomplete() {
        int code = run(new Broken(new IOException("Input/output error")));
        assertThat(code).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Cannot read jobs.csv any further: Input/output error.");
        requireIncompleteDocument();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"notCleared\"");
    }

    @Test
    void a_defect_ends_the_document_as_incomplete() {
        int code = run(new Broken(new IllegalStateException("defect")));
        assertThat(code).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("a defect of preflight");
        requireIncompleteDocument();
    }
}
