package io.mediapreflight.submit;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mediapreflight.ClearedRequest;
import io.mediapreflight.LocalMedia;
import io.mediapreflight.submit.contract.Cleared;
import io.mediapreflight.submit.fault.FaultServer;
import io.mediapreflight.submit.fault.Peer;
import io.mediapreflight.submit.journal.Decision;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.submit.journal.Intent;
import io.mediapreflight.submit.journal.Journal;
import io.mediapreflight.submit.journal.JournalOutcome;
import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.submit.transport.Sleeper;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitterTest extends FaultTest {
    @TempDir
    private Path directory;

    /** Records the requests, and fails on demand. */
    private static final class RecordingJournal implements Journal {
        private final List<String> calls = new ArrayList<>();
        private boolean failsToBegin;
        private boolean failsToFinish;

        @Override
        public Decision begin(Intent intent, boolean again) throws IOException {
            calls.add("begin " + again);
            fail(failsToBegin);
            return new Decision.Proceed("e1");
        }

        @Override
        public void finish(String entryId, JournalOutcome outcome) throws IOException {
            calls.add("finish " + entryId + " " + outcome);
            fail(failsToFinish);
        }

        @Override
        public void taskEnded(URI baseUrl, String taskId, String status) throws IOException {
            calls.add("ended " + taskId + " " + status);
            fail(failsToFinish);
        }

        @Override
        public List<JournalRecord> list() {
            return List.of();
        }

        private static void fail(boolean fails) throws IOException {
            if (fails) {
                throw new IOException("no space left on device");
            }
        }
    }

    private Submitter submitter(FaultServer server, Journal journal) {
        return service(server.url()).journal(journal).build().submitter();
    }

    @Test
    void the_journal_is_written_before_and_after() throws Exception {
        RecordingJournal journal = new RecordingJournal();
        List<Integer> callsBeforeTheRequest = new ArrayList<>();
        FaultServer server = server(peer -> {
            callsBeforeTheRequest.add(journal.calls.size());
            peer.readRequest();
            peer.response(200, "{\"task_id\":\"task_1\"}");
        });
        submitter(server, journal).submit(Cleared.request());
        assertThat(callsBeforeTheRequest).containsExactly(1);
        assertThat(journal.calls)
                .containsExactly(
                        "begin false",
                        "finish e1 Accepted[taskId=task_1, model=kling/kling-v3-motion-control,"
                                + " createdAt=Optional.empty, requestId=Optional.empty]");
    }

    @Test
    void a_refusal_and_a_lost_response_are_written_down_as_such() throws Exception {
        RecordingJournal journal = new RecordingJournal();
        submitter(server(responding(402, "{\"error\":{\"code\":\"c\",\"message\":\"no credits\"}}")), journal)
                .submit(Cleared.request());
        submitter(server(responding(503, "")), journal).submit(Cleared.request(), true);
        assertThat(journal.calls)
                .containsExactly(
                        "begin false",
                        "finish e1 Refused[status=OptionalInt[402], code=Optional[c], message=HTTP 402: no credits]",
                        "begin true",
                        "finish e1 Unanswered[why=HTTP 503]");
    }

    @Test
    void a_journal_that_cannot_be_written_stops_it_before_anything_is_sent() throws Exception {
        RecordingJournal journal = new RecordingJournal();
        journal.failsToBegin = true;
        FaultServer server = server(Peer::accept);
        JournalException thrown = catchThrowableOfType(
                JournalException.class, () -> submitter(server, journal).submit(Cleared.request()));
        assertThat(seen(thrown)).hasMessage("Cannot write the journal: no space left on device. Nothing was sent.");
        assertThat(thrown.submission()).isEmpty();
        assertThat(server.connections()).isZero();
    }

    @Test
    void a_task_that_was_accepted_is_not_lost_with_the_journal() throws Exception {
        RecordingJournal journal = new RecordingJournal();
        journal.failsToFinish = true;
        FaultServer server = server(responding(200, Peer.ACCEPTED));
        JournalException thrown = catchThrowableOfType(
                JournalException.class, () -> submitter(server, journal).submit(Cleared.request()));
        assertThat(seen(thrown))
                .hasMessage(
                        "The request was accepted as task task_1, but the journal cannot be written: no space left on device.");
        assertThat(accepted(thrown.submission().orElseThrow()).taskId()).isEqualTo("task_1");
    }

    @Test
    void what_the_journal_knows_is_not_sent_again() throws Exception {
        Journal journal = FileJournal.open(directory.resolve("journal.jsonl"));
        FaultServer server = server(responding(200, Peer.ACCEPTED));
        Submitter submitter = submitter(server, journal);
        accepted(submitter.submit(Cleared.request()));
        Submission again = submitter.submit(Cleared.request());
        assertThat(again).isInstanceOf(Submission.AlreadyAccepted.class);
        assertThat(((Submission.AlreadyAccepted) again).entry().taskId()).isEqualTo(Optional.of("task_1"));
        assertSentOnce(server);
        accepted(submitter.submit(Cleared.request(), true));
        assertThat(server.posts()).isEqualTo(2);
    }

    @Test
    void what_has_no_response_is_not_sent_again_but_what_was_refused_is() throws Exception {
        Journal journal = FileJournal.open(directory.resolve("journal.jsonl"));
        FaultServer server = server(responding(429, "{}", "Retry-After: 9999"), responding(500, ""));
        Submitter submitter = submitter(server, journal);
        refused(submitter.submit(Cleared.request()));
        unanswered(submitter.submit(Cleared.request()));
        assertThat(submitter.submit(Cleared.request())).isInstanceOf(Submission.AlreadyUnanswered.class);
        assertThat(server.posts()).isEqualTo(2);
    }

    @Test
    void a_task_that_failed_sets_its_request_free() throws Exception {
        Journal journal = FileJournal.open(directory.resolve("journal.jsonl"));
        FaultServer server = server(
                responding(200, Peer.ACCEPTED),
                responding(200, "{\"task_id\":\"task_1\",\"status\":\"failed\"}"),
                responding(200, "{\"task_id\":\"task_2\"}"));
        Service service = service(server.url()).journal(journal).build();
        accepted(service.submitter().submit(Cleared.request()));
        assertThat(service.tasks().task("task_1").hasEnded()).isTrue();
        assertThat(accepted(service.submitter().submit(Cleared.request())).taskId())
                .isEqualTo("task_2");
    }

    @Test
    void a_request_whose_media_file_changed_is_not_sent() throws Exception {
        Path image = Files.copy(Cleared.TESTDATA.resolve("smallest-300x300.jpg"), directory.resolve("image.jpg"));
        LocalMedia media = LocalMedia.of(image, Cleared.TESTDATA.resolve("clip-4s-faststart.mp4"));
        ClearedRequest cleared = Cleared.request(Cleared.REQUEST, media, Clock.systemUTC());
        Files.write(image, new byte[] {1}, StandardOpenOption.APPEND);
        assertStale(cleared, "bytes");
        Files.delete(image);
        assertStale(cleared, "is missing");
    }

    /** What Linux counts of the bytes that this process has read. */
    private static long bytesRead() throws IOException {
        return Long.parseLong(
                Files.readAllLines(Path.of("/proc/self/io")).get(0).replaceAll("\\D", ""));
    }

    @Test
    void media_are_read_once_however_often_it_is_tried() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/io")), "only Linux counts what a process reads");
        int padding = 8 << 20;
        Path video = directory.resolve("video.mp4");
        ByteBuffer box = ByteBuffer.allocate(padding).putInt(padding).put("free".getBytes(StandardCharsets.US_ASCII));
        Files.copy(Cleared.TESTDATA.resolve("clip-4s-faststart.mp4"), video);
        Files.write(video, box.array(), StandardOpenOption.APPEND);
        LocalMedia media = LocalMedia.of(Cleared.TESTDATA.resolve("smallest-300x300.jpg"), video);
        ClearedRequest cleared = Cleared.request(Cleared.REQUEST, media, Clock.systemUTC());
        FaultServer server = server(responding(429, "{}", "Retry-After: 1"), responding(200, Peer.ACCEPTED));
        RecordingJournal journal = new RecordingJournal();
        Submitter submitter = submitter(server, journal);

        long before = bytesRead();
        assertThat(accepted(submitter.submit(cleared)).attempts()).isEqualTo(2);
        assertThat(bytesRead() - before).isBetween((long) padding, padding + padding / 2L);
    }

    @Test
    void a_request_that_was_cleared_too_long_ago_is_not_sent() throws Exception {
        Instant before = Instant.now().minus(ClearedRequest.VALID_FOR).minus(Duration.ofSeconds(1));
        assertStale(Cleared.request(Cleared.REQUEST, Clock.fixed(before, ZoneOffset.UTC)), "The clearance expired at ");
    }

    private void assertStale(ClearedRequest cleared, String why) throws IOException {
        RecordingJournal journal = new RecordingJournal();
        FaultServer server = server(Peer::accept);
        assertThatThrownBy(() -> submitter(server, journal).submit(cleared))
                .isInstanceOf(StaleRequestException.class)
                .hasMessageStartingWith("The request must be checked again. ")
                .hasMessageContaining(why);
        assertThat(server.connections()).isZero();
        assertThat(journal.calls).isEmpty();
    }

    @Test
    void a_transport_that_throws_leaves_it_open() throws Exception {
        FaultServer server = server(Peer::accept);
        Submission submission = service(server.url())
                .transport(call -> {
                    throw new IllegalStateException("with Bearer " + KEY.text());
                })
                .build()
                .submitter()
                .submit(Cleared.request());
        assertThat(unanswered(seen(submission)).why()).isEqualTo("the transport failed: with Bearer ***");
    }

    @Test
    void the_digest_is_that_of_the_request_wherever_it_stands() {
        Submitter submitter =
                service(URI.create("https://example.org/")).build().submitter();
        assertThat(submitter.digest(Cleared.request()))
                .matches("[0-9a-f]{64}")
                .isEqualTo(submitter.digest(Cleared.request()));
    }

    @Test
    void no_service_without_a_key_and_no_limit_without_length() {
        assertThatThrownBy(() -> Service.builder().build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Service.builder().deadline(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a  b", "a\r\nb", "a\tb", "\u00e4", "a\u007f"})
    void a_user_agent_is_visible_ascii_with_single_spaces(String value) {
        assertThatThrownBy(() -> Service.builder().userAgent(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "!", "~", "a b", "media-preflight/1 (x; y) z"})
    void a_user_agent_may_have_comments(String value) {
        assertThatCode(() -> Service.builder().userAgent(value)).doesNotThrowAnyException();
    }

    @Test
    void a_user_agent_of_a_million_words_overflows_no_stack() {
        assertThatCode(() -> Service.builder().userAgent("a ".repeat(1_000_000) + "a"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_request_whose_media_file_changes_while_it_waits_for_its_turn_is_not_sent_again() throws Exception {
        Path image = Files.copy(Cleared.TESTDATA.resolve("smallest-300x300.jpg"), directory.resolve("image.jpg"));
        LocalMedia media = LocalMedia.of(image, Cleared.TESTDATA.resolve("clip-4s-faststart.mp4"));
        ClearedRequest cleared = Cleared.request(Cleared.REQUEST, media, Clock.systemUTC());
        FaultServer server = server(responding(429, "{}", "Retry-After: 1"), responding(200, Peer.ACCEPTED));
        Sleeper meddler = pause -> {
            try {
                Files.write(image, new byte[] {1}, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
        Submission.Refused refused = refused(
                service(server.url()).sleeper(meddler).build().submitter().submit(cleared));
        assertThat(refused.message()).startsWith("The request must be checked again. ");
        assertThat(refused.attempts()).isEqualTo(1);
        assertSentOnce(server);
    }
}
