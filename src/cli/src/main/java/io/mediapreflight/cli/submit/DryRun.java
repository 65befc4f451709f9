package io.mediapreflight.cli.submit;

import io.mediapreflight.ClearedRequest;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.submit.ApiKey;
import io.mediapreflight.submit.Call;
import io.mediapreflight.submit.JournalException;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.StaleRequestException;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.submit.transport.Reply;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What would be sent: the very call that a submission makes, caught where it would leave.
 *
 * @param headers as they would be sent, the key masked
 * @param body the JSON
 * @param digests what the journal may know it by
 */
record DryRun(String method, URI url, Map<String, String> headers, String body, List<String> digests) {
    private static final String MASKED = "Bearer ***";

    /** Stands for the key, which a dry run does not need. */
    private static final ApiKey NO_KEY = ApiKey.of("none");

    static DryRun of(ClearedRequest cleared, ServiceOptions options) throws IOException {
        AtomicReference<Call> caught = new AtomicReference<>();
        Service service = options.builder(NO_KEY)
                .transport(call -> {
                    caught.set(call);
                    return Reply.none(Reply.Ending.NOT_SENT, "");
                })
                .build();
        try {
            service.submitter().submit(cleared);
        } catch (JournalException | StaleRequestException e) {
            throw new IOException(e.getMessage(), e);
        }
        Call call = caught.get();
        if (call == null) {
            throw new IOException(Phrase.of("cli:dry-run-interrupted").toString());
        }
        String body = call.body().orElse("");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", MASKED);
        headers.put("Accept", "application/json");
        headers.put("User-Agent", call.userAgent());
        headers.put("Content-Type", "application/json");
        headers.put("Content-Length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
        return new DryRun(
                call.method(), call.uri(), headers, body, service.submitter().digests(cleared));
    }

    /** What the journal has against it, as a sentence. */
    Optional<Phrase> known(Path journal) {
        try {
            return FileJournal.open(journal).standing(digests).map(DryRun::sentence);
        } catch (IOException e) {
            return Optional.of(Phrase.of("cli:dry-run-journal").with("reason", Diagnostics.reason(e)));
        }
    }

    private static Phrase sentence(JournalRecord entry) {
        return entry.taskId()
                .map(id -> Phrase.of("cli:dry-run-known").with("task", id))
                .orElseGet(() -> Phrase.of("cli:dry-run-known-unanswered"))
                .with("time", entry.at().toString());
    }
}
