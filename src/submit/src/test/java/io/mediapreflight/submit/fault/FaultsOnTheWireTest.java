package io.mediapreflight.submit.fault;

import static io.mediapreflight.submit.fault.FaultServer.writing;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.submit.FaultTest;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.Submission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FaultsOnTheWireTest extends FaultTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    @Fault("reset in the middle of the body")
    void a_reset_in_the_body_leaves_it_open() throws IOException {
        FaultServer server = server(peer -> {
            peer.readBody(peer.readHead(), 10);
            peer.reset();
        });
        Submission.Unanswered unanswered = unanswered(submit(server));
        assertThat(unanswered.bytesSent()).isEqualTo(OptionalLong.empty());
        assertThat(unanswered.status()).isEqualTo(OptionalInt.empty());
        assertThat(unanswered.attempts()).isEqualTo(1);
        assertSentOnce(server);
    }

    @Fault("reset after the body, before the status line")
    void a_reset_behind_the_body_leaves_it_open() throws IOException {
        FaultServer server = server(peer -> {
            peer.readRequest();
            peer.reset();
        });
        assertThat(unanswered(submit(server)).why()).startsWith("the connection broke: ");
        assertSentOnce(server);
    }

    @Fault("reset in the middle of the response body")
    void a_reset_in_the_response_leaves_status_and_request_id() throws IOException, InterruptedException {
        String begun = "{\"request_id\":\"r-7\",\"task_id\":\"task_9\",\"model\":\"kl";
        FaultServer server = server(peer -> {
            peer.readRequest();
            peer.write(HEAD + "Content-Length: 200\r\n\r\n" + begun);
            Thread.sleep(150);
            peer.reset();
        });
        Submission.Unanswered unanswered = unanswered(submit(server));
        assertThat(unanswered.status()).hasValue(200);
        assertThat(unanswered.requestId()).isEqualTo(Optional.of("r-7"));
        assertThat(unanswered.rawBody()).isEqualTo(Optional.of(begun));
        assertThat(unanswered.why())
                .startsWith("HTTP 200: the connection broke: ")
                .endsWith("; it names task_9");
        assertSentOnce(server);
    }

    @Fault("no byte after the request (read time-out)")
    void silence_ends_with_the_attempt() throws IOException {
        FaultServer server = server(peer -> {
            peer.readRequest();
            peer.beSilent();
        });
        assertThat(unanswered(submitWithShortTimeout(server)).why()).isEqualTo("no complete response within 0.6 s");
        assertSentOnce(server);
    }

    @Fault("slow loris: one byte every 5 s for ever")
    void one_byte_now_and_then_does_not_hold_the_call() throws IOException {
        FaultServer server = server(peer -> {
            peer.readRequest();
            peer.write(HEAD + "Content-Length: 1000\r\n\r\n");
            drip(peer);
        });
        Instant start = Instant.now();
        Submission.Unanswered unanswered = unanswered(submit(service(server.url())
                .attemptTimeout(Duration.ofMinutes(5))
                .deadline(Duration.ofSeconds(1))
                .build()));
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(4));
        assertThat(unanswered.status()).hasValue(200);
        assertSentOnce(server);
    }

    @Test
    void one_byte_of_the_status_line_now_and_then_does_not_either() throws IOException {
        FaultServer server = server(peer -> {
            peer.readRequest();
            peer.write("HTTP/1.1 200 ");
            drip(peer);
        });
        Instant start = Instant.now();
        unanswered(submitWithShortTimeout(server));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
        assertSentOnce(server);
    }

    private static void drip(Peer peer) throws IOException, InterruptedException {
        while (true) {
            peer.write(" ");
            Thread.sleep(100);
        }
    }

    @Fault("headers without end / 10 MB of headers")
    void headers_are_bounded() throws IOException {
        FaultServer server = server(peer -> {
            peer.readRequest();
            peer.write("HTTP/1.1 200 OK\r\n");
            byte[] headers =
                    ("X-Padding: " + "x".repeat(8000) + "\r\n").repeat(100).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                peer.write(headers);
            }
        });
        unanswered(submit(
                service(server.url()).attemptTimeout(Duration.ofSeconds(5)).build()));
        assertSentOnce(server);
    }

    @Test
    void one_header_without_end_is_bounded() throws IOException {
        FaultServer server = server(peer -> {
            peer.readRequest();
            peer.write("HTTP/1.1 200 OK\r\nX-Padding: ");
            byte[] endless = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                peer.write(endless);
            }
        });
        unanswered(submit(server));
        assertSentOnce(server);
    }

    @Fault("Content-Length longer than the body")
    void a_response_shorter_than_it_says_is_incomplete() throws IOException {
        FaultServer server = server(peer -> {
            peer.readRequest();
            peer.write(HEAD + "Content-Length: 5000\r\n\r\n" + Peer.ACCEPTED);
        });
        Submission.Unanswered unanswered = unanswered(submit(server));
        assertThat(unanswered.rawBody()).isEqualTo(Optional.of(Peer.ACCEPTED));
        assertThat(unanswered.why()).endsWith("; it names task_1");
        assertSentOnce(server);
    }

    @Fault("Content-Length shorter than the body")
    void what_follows_a_response_is_not_the_next_one() throws IOException {
        String first = "{\"task_id\":\"first\"}";
        String stray = "HTTP/1.1 200 OK\r\nContent-Length: 19\r\n\r\n{\"task_id\":\"stray\"}";
        FaultServer server = server(
                writing(HEAD + "Content-Length: " + first.length() + "\r\n\r\n" + first + stray),
                FaultServer.responding(200, "{\"task_id\":\"second\"}"));
        Service service = service(server.url()).build();
        assertThat(accepted(submit(service)).taskId()).isEqualTo("first");
        assertThat(accepted(submit(service)).taskId()).isEqualTo("second");
        assertThat(server.posts()).isEqualTo(2);
    }

    @Test
    void a_response_cut_by_its_own_length_is_no_whole_json() throws IOException {
        FaultServer server = server(writing(HEAD + "Content-Length: 20\r\n\r\n" + Peer.ACCEPTED));
        assertThat(unanswered(submit(server)).why()).startsWith("HTTP 200: the response is not complete JSON");
        assertSentOnce(server);
    }

    @Fault("chunked with a bad chunk size")
    void chunks_of_no_size_are_no_response() throws IOException {
        FaultServer server = server(writing(
                HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"tas\r\nzz\r\nk_id\":\"task_1\"}\r\n0\r\n\r\n"));
        assertThat(unanswered(submit(server)).status()).hasValue(200);
        assertSentOnce(server);
    }

    @Test
    void honest_chunks_are_read() throws IOException {
        FaultServer server = server(writing(
                HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"tas\r\nf\r\nk_id\":\"task_1\"}\r\n0\r\n\r\n"));
        assertThat(accepted(submit(server)).taskId()).isEqualTo("task_1");
    }
}
