package io.mediapreflight.submit.fault;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static io.mediapreflight.submit.fault.FaultServer.writing;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.submit.FaultTest;
import io.mediapreflight.submit.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class FaultsOfTheResponseTest extends FaultTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private Submission.Unanswered unanswered(String body, String why) throws IOException {
        FaultServer server = server(responding(200, body));
        Submission.Unanswered unanswered = unanswered(submit(server));
        assertThat(unanswered.why()).as(body).isEqualTo("HTTP 200: " + why);
        assertThat(unanswered.attempts()).isEqualTo(1);
        assertSentOnce(server);
        return unanswered;
    }

    @Fault("200 with truncated JSON")
    void truncated_json_is_kept() throws IOException {
        String body = "{\"task_id\":\"task_5\",\"model\":\"kling/kl";
        FaultServer server = server(responding(200, body));
        Submission.Unanswered unanswered = unanswered(submit(server));
        assertThat(unanswered.rawBody()).isEqualTo(Optional.of(body));
        assertThat(unanswered.why())
                .startsWith("HTTP 200: the response is not complete JSON: Unexpected end-of-input")
                .endsWith("; it names task_5");
        assertSentOnce(server);
    }

    @Fault("200 with empty body")
    void nothing_is_no_response() throws IOException {
        assertThat(unanswered("", "the response is empty").rawBody()).isEmpty();
    }

    @Fault("200 with text/html")
    void a_page_is_no_response() throws IOException {
        FaultServer server =
                server(writing("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                        + Peer.ACCEPTED.length() + "\r\n\r\n" + Peer.ACCEPTED));
        assertThat(unanswered(submit(server)).why())
                .isEqualTo("HTTP 200: the response is text/html; charset=utf-8, not JSON; it names task_1");
        assertSentOnce(server);
    }

    @Fault("200 with JSON lacking task_id")
    void json_without_a_task_id_is_no_response() throws IOException {
        Submission.Unanswered unanswered =
                unanswered("{\"status\":\"ok\",\"request_id\":\"r-3\"}", "the response has no task_id");
        assertThat(unanswered.requestId()).isEqualTo(Optional.of("r-3"));
        unanswered("{}", "the response has no task_id");
        unanswered("[]", "the response is an array, not an object");
    }

    @Fault("200 with task_id of another type / null")
    void a_task_id_is_a_string_with_something_in_it() throws IOException {
        for (String id : List.of("null", "17", "true", "{}", "[\"task_1\"]", "\"\"", "\"  \"", "\"a\\u0000b\"")) {
            unanswered("{\"task_id\":" + id + "}", "the response has an invalid task_id");
        }
    }

    @Fault("200 with unknown extra fields")
    void a_service_may_say_more() throws IOException {
        FaultServer server = server(responding(
                200, "{\"task_id\":\"task_8\",\"queue\":{\"position\":[1,2,3]},\"created_at\":17,\"model\":null}"));
        assertThat(submit(server))
                .isEqualTo(new Submission.Accepted(
                        "task_8", "kling/kling-v3-motion-control", Optional.empty(), Optional.empty(), 1));
        assertSentOnce(server);
    }

    @Test
    void a_whole_response_is_taken_as_it_is() throws IOException {
        FaultServer server = server(responding(200, Peer.ACCEPTED));
        assertThat(submit(server))
                .isEqualTo(new Submission.Accepted(
                        "task_1",
                        "kling/kling-v3-motion-control",
                        Optional.of("2026-04-21T07:17:39.146Z"),
                        Optional.of("r-1"),
                        1));
    }

    @Fault("200 with a 1 GB body")
    void a_body_without_end_is_left_after_a_mebibyte() throws IOException {
        FaultServer server = server(peer -> {
            peer.readRequest();
            peer.write(HEAD + "Content-Length: 1000000000\r\n\r\n");
            byte[] megabyte = "x".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 1000; i++) {
                peer.write(megabyte);
            }
        });
        Instant start = Instant.now();
        Submission.Unanswered unanswered = unanswered(submit(
                service(server.url()).attemptTimeout(Duration.ofSeconds(30)).build()));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(unanswered.why()).isEqualTo("HTTP 200: the response is longer than 1,048,576 bytes");
        assertThat(unanswered.rawBody().orElse("")).hasSize(1_048_576);
        assertSentOnce(server);
    }

    @Test
    void a_refusal_without_end_is_a_refusal() throws IOException {
        FaultServer server =
                server(writing("HTTP/1.1 400 Bad\r\nContent-Length: 2000000\r\n\r\n" + "x".repeat(2_000_000)));
        assertThat(refused(submit(server)).message())
                .startsWith("HTTP 400: xxx")
                .hasSizeLessThan(700);
        assertSentOnce(server);
    }

    @Fault("200 with gzip bomb")
    void what_is_compressed_is_not_opened() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 100; i++) {
                gzip.write(new byte[1_000_000]);
            }
        }
        FaultServer server = server(peer -> {
            peer.readRequest();
            peer.write(HEAD + "Content-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n");
            peer.write(bomb.toByteArray());
            peer.waitForTheClient();
        });
        assertThat(unanswered(submit(server)).why())
                .isEqualTo("HTTP 200: the response is encoded (gzip), which was not requested");
        assertThat(server.requests().get(0)).doesNotContainIgnoringCase("accept-encoding");
        assertSentOnce(server);
    }

    @Fault("200 with 100,000 nested arrays")
    void depth_is_bounded() throws IOException {
        for (String body : List.of("[".repeat(100_000), "{\"task_id\":\"task_1\",\"x\":" + "[".repeat(100_000))) {
            FaultServer server = server(responding(200, body));
            assertThat(unanswered(submit(server)).why())
                    .startsWith("HTTP 200: the response is not complete JSON: Document nesting depth");
            assertSentOnce(server);
        }
    }

    @Fault("200 with a duplicated key / BOM / invalid UTF-8")
    void odd_json_has_a_clear_outcome() throws IOException {
        unanswered(
                "{\"task_id\":\"task_1\",\"task_id\":\"task_2\"}",
                "the response has more than one task_id; it names task_1 and task_2");
        assertThat(accepted(submit(server(responding(200, "{\"task_id\":\"task_1\",\"task_id\":\"task_1\"}"))))
                        .taskId())
                .isEqualTo("task_1");
        assertThat(accepted(submit(server(responding(200, "\uFEFF" + Peer.ACCEPTED))))
                        .taskId())
                .isEqualTo("task_1");
        assertThat(accepted(submit(server(invalidUtf8("{\"task_id\":\"task_1\",\"x\":\"\u00ff\"}"))))
                        .taskId())
                .isEqualTo("task_1");
        assertThat(unanswered(submit(server(invalidUtf8("{\"task_id\":\"task_\u00ff\"}"))))
                        .why())
                .isEqualTo("HTTP 200: the response has an invalid task_id");
    }

    private static FaultServer.Script invalidUtf8(String latin1) {
        return peer -> {
            peer.readRequest();
            peer.write(HEAD + "Content-Length: " + latin1.length() + "\r\n\r\n");
            peer.write(latin1.getBytes(StandardCharsets.ISO_8859_1));
            peer.waitForTheClient();
        };
    }

    @Test
    void the_key_is_masked_in_the_type_of_a_page() throws IOException {
        FaultServer server = server(writing(
                "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; k=" + KEY_TEXT + "\r\nContent-Length: 2\r\n\r\n{}"));
        assertThat(unanswered(submit(server)).why()).isEqualTo("HTTP 200: the response is Text/HTML; k=***, not JSON");
    }

    @Test
    void a_token_that_is_no_json_is_not_shown() throws IOException {
        String why = unanswered(submit(server(responding(200, "x".repeat(226) + KEY_TEXT))))
                .why();
        assertThat(why)
                .startsWith("HTTP 200: the response is not complete JSON: Unrecognized token: was expecting")
                .doesNotContain("xxx");
    }

    @Test
    void a_task_id_that_cannot_be_shown_as_it_is_is_looked_at_by_a_person() throws IOException {
        for (String id : List.of("x".repeat(501), "ab\\u00adcd", "ab\\u200bcd", "ab ", " ab", "a\\ud800b")) {
            String body = "{\"task_id\":\"" + id + "\"}";
            assertThat(unanswered(body, "the response has an invalid task_id").rawBody())
                    .isEqualTo(Optional.of(body));
        }
        assertThat(accepted(submit(server(responding(200, "{\"task_id\":\"" + "x".repeat(500) + "\"}"))))
                        .taskId())
                .isEqualTo("x".repeat(500));
    }
}
