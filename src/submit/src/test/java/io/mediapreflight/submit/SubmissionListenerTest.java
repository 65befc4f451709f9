package io.mediapreflight.submit;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.ClearedRequest;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.submit.contract.Cleared;
import io.mediapreflight.submit.fault.FaultServer;
import io.mediapreflight.submit.fault.Peer;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.submit.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionListenerTest extends FaultTest {
    @TempDir
    private Path directory;

    private final List<String> heard = new ArrayList<>();
    private final List<Duration> took = new ArrayList<>();

    private final SubmissionListener listener = new SubmissionListener() {
        private void hear(Object event, Duration elapsed) {
            heard.add(event.toString());
            took.add(elapsed);
        }

        @Override
        public void recorded(String digest, Duration elapsed) {
            hear("recorded " + digest, elapsed);
        }

        @Override
        public void attempted(String digest, int attempt, OptionalInt status, Duration elapsed) {
            hear("attempt " + attempt + " " + status, elapsed);
        }

        @Override
        public void ended(String digest, Submission submission, Duration elapsed) {
            hear(
                    "ended " + submission.outcomeId() + " "
                            + submission.acceptedTaskId().orElse("") + submission,
                    elapsed);
        }

        @Override
        public void polled(String taskId, String status, Duration elapsed) {
            hear(taskId + " " + status, elapsed);
        }

        @Override
        public void pollFailed(String taskId, TaskException failure, Duration elapsed) {
            hear(taskId + " failed: " + failure.getMessage(), elapsed);
        }
    };

    private Service.Builder service(FaultServer server) {
        return service(server.url()).listener(listener);
    }

    private void submitted(Service.Builder service) throws Exception {
        service.build().submitter().submit(Cleared.request(Cleared.REQUEST, clock));
    }

    @Test
    void hears_of_the_intent_each_attempt_and_the_outcome_with_durations() throws Exception {
        Service service = service(server(responding(429, "{}", "Retry-After: 7"), responding(200, Peer.ACCEPTED)))
                .build();
        ClearedRequest cleared = Cleared.request(Cleared.REQUEST, clock);
        Submission submission = service.submitter().submit(cleared);
        assertThat(heard)
                .containsExactly(
                        "recorded " + service.submitter().digest(cleared),
                        "attempt 1 OptionalInt[429]",
                        "attempt 2 OptionalInt[200]",
                        "ended accepted task_1" + submission);
        assertThat(took).noneMatch(Duration::isNegative);
        assertThat(took.get(3)).isGreaterThanOrEqualTo(Duration.ofSeconds(7)); // the pause is in it
        assertThat(took.get(2)).isLessThan(Duration.ofSeconds(7)); // and in no attempt
    }

    @Test
    void hears_of_a_refusal_and_of_a_lost_response() throws Exception {
        submitted(service(server(responding(402, "{\"error\":{\"message\":\"no credits\"}}"))));
        assertThat(heard)
                .hasSize(3)
                .last()
                .asString()
                .startsWith("ended refused ")
                .contains("no credits");
        heard.clear();
        submitted(service(server(peer -> peer.readRequest())));
        assertThat(heard.get(1)).isEqualTo("attempt 1 OptionalInt.empty");
        assertThat(heard).hasSize(3).last().asString().startsWith("ended unanswered ");
    }

    @Test
    void hears_that_a_request_was_known_and_not_sent() throws Exception {
        Journal journal = FileJournal.open(directory.resolve("journal.jsonl"));
        FaultServer server = server(responding(200, Peer.ACCEPTED));
        submitted(service(server).journal(journal));
        heard.clear();
        submitted(service(server).journal(journal));
        assertThat(heard).singleElement().asString().startsWith("ended alreadyAccepted task_1");
    }

    @Test
    void hears_nothing_of_a_request_that_is_stale() throws Exception {
        Clock past = Clock.fixed(Instant.now().minus(Duration.ofHours(1)), ZoneOffset.UTC);
        Submitter submitter = service(server(Peer::accept)).build().submitter();
        assertThatThrownBy(() -> submitter.submit(Cleared.request(Cleared.REQUEST, past)))
                .isInstanceOf(StaleRequestException.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void hears_of_each_state_of_a_task_and_of_each_failure_to_read_it() throws Exception {
        FaultServer server = server(
                responding(200, "{\"task_id\":\"task_1\",\"status\":\"processing\"}"),
                responding(503, ""),
                responding(200, "{\"task_id\":\"task_1\",\"status\":\"succeeded\"}"));
        service(server).build().tasks().await("task_1");
        assertThat(heard).containsExactly("task_1 processing", "task_1 failed: HTTP 503", "task_1 succeeded");
    }

    @Test
    void gets_neither_the_key_nor_a_signature() throws Exception {
        String signed = "https://media.example.org/dance.mp4?X-Amz-Signature=deadbeef";
        GenerationRequest request = GenerationRequest.builder()
                .model(Cleared.REQUEST.model())
                .image("https://media.example.org/character.jpg")
                .video(signed)
                .build();
        FaultServer server = server(
                responding(503, "{\"error\":{\"message\":\"Bearer " + KEY_TEXT + "\"}}"),
                responding(401, "{\"error\":{\"message\":\"Bearer " + KEY_TEXT + "\"}}"));
        Service service = service(server).build();
        service.submitter().submit(Cleared.request(request, clock));
        assertThatThrownBy(() -> service.tasks().await("task_1")).isInstanceOf(TaskException.class);
        assertThat(heard)
                .hasSize(4)
                .allSatisfy(event -> assertThat(event).doesNotContain(KEY_TEXT).doesNotContain("deadbeef"));
    }

    /** Throws whatever it is given, as a listener in Kotlin can. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static Throwable thrown(String kind) {
        return switch (kind) {
            case "unchecked" -> new IllegalStateException("a meter that fails");
            case "error" -> new NoClassDefFoundError("a meter that is not there");
            default -> new IOException("a meter that cannot be reached");
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"unchecked", "error", "checked"})
    void a_listener_that_fails_loses_no_task_and_no_line_of_the_journal(String kind) throws Exception {
        SubmissionListener failing = new SubmissionListener() {
            @Override
            public void recorded(String digest, Duration elapsed) {
                SubmissionListenerTest.<RuntimeException>sneak(thrown(kind));
            }

            @Override
            public void attempted(String digest, int attempt, OptionalInt status, Duration elapsed) {
                SubmissionListenerTest.<RuntimeException>sneak(thrown(kind));
            }

            @Override
            public void ended(String digest, Submission submission, Duration elapsed) {
                SubmissionListenerTest.<RuntimeException>sneak(thrown(kind));
            }

            @Override
            public void polled(String taskId, String status, Duration elapsed) {
                SubmissionListenerTest.<RuntimeException>sneak(thrown(kind));
            }

            @Override
            public void pollFailed(String taskId, TaskException failure, Duration elapsed) {
                SubmissionListenerTest.<RuntimeException>sneak(thrown(kind));
            }
        };
        Journal journal = FileJournal.open(directory.resolve("journal.jsonl"));
        FaultServer server = server(
                responding(200, Peer.ACCEPTED),
                responding(503, ""),
                responding(200, "{\"task_id\":\"task_1\",\"status\":\"succeeded\"}"));
        Service service =
                service(server.url()).journal(journal).listener(failing).build();
        Submission submission = service.submitter().submit(Cleared.request(Cleared.REQUEST, clock));
        assertThat(accepted(submission).taskId()).isEqualTo("task_1");
        assertThat(service.tasks().await("task_1").state()).isEqualTo(Task.Status.SUCCEEDED);
        assertThat(journal.list())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.toString().toLowerCase(Locale.ROOT)).contains("task_1", "succeeded"));
    }
}
