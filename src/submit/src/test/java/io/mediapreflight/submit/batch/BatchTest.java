package io.mediapreflight.submit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.LocalMedia;
import io.mediapreflight.Preflight;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.submit.ApiKey;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.contract.Cleared;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.submit.transport.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of batches share: media in a directory, a store, a service and its journal. */
abstract class BatchTest {
    static final String MODEL = "kling/kling-v3-motion-control";

    @TempDir
    Path directory;

    MemoryStore store = new MemoryStore();
    StubWire wire = StubWire.accepting();
    final List<BatchResult> results = new ArrayList<>();

    @BeforeEach
    void copyMedia() throws IOException {
        Files.copy(Cleared.TESTDATA.resolve("smallest-300x300.jpg"), image());
        Files.copy(Cleared.TESTDATA.resolve("exactly-3s.mp4"), video());
    }

    @AfterEach
    void no_signature_is_kept_or_printed() throws IOException {
        assertThat(results.toString()).doesNotContain(MemoryStore.SIGNATURE);
        if (Files.exists(journalFile())) {
            assertThat(Files.readString(journalFile())).doesNotContain(MemoryStore.SIGNATURE);
        }
    }

    Path image() {
        return directory.resolve("image.jpg");
    }

    Path video() {
        return directory.resolve("video.mp4");
    }

    Path journalFile() {
        return directory.resolve("journal.jsonl");
    }

    Service service() throws IOException {
        return Service.builder()
                .apiKey(ApiKey.of("sk-batch-0123456789"))
                .transport(call -> wire.exchange(call))
                .sleeper(duration -> {})
                .journal(FileJournal.open(journalFile()))
                .build();
    }

    SubmissionBatch.Builder batch() throws IOException {
        return SubmissionBatch.builder(service(), Preflight.standard()).uploader(store);
    }

    /** Local media alone, and a prompt that makes it another request than the next. */
    BatchItem item(String prompt) {
        return item(prompt, LocalMedia.of(image(), video()), builder -> builder);
    }

    BatchItem item(String prompt, LocalMedia media, UnaryOperator<GenerationRequest.Builder> change) {
        GenerationRequest.Builder request =
                GenerationRequest.builder().model(MODEL).prompt(prompt).characterOrientation(Orientation.VIDEO);
        return new BatchItem(SourceName.ofNoFile(prompt), change.apply(request).build(), List.of(), media);
    }

    List<BatchItem> items(int count) {
        List<BatchItem> items = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            items.add(item("dance " + i));
        }
        return items;
    }

    static BatchItems of(List<BatchItem> items) {
        Iterator<BatchItem> iterator = items.iterator();
        return () -> iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }

    BatchSummary submit(SubmissionBatch.Builder batch, List<BatchItem> items) throws IOException {
        results.clear();
        return batch.build().submit(of(items), results::add);
    }

    List<String> outcomes() {
        return results.stream().map(BatchResult::outcomeId).toList();
    }

    /** A wire that replies so to every request. */
    static StubWire always(Reply reply) {
        return new StubWire(number -> reply);
    }
}
